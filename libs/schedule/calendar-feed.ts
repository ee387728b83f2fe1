import { createHash } from 'node:crypto';
import type { CalendarFeedView, Language } from '@kohorte/contracts';
import {
  Chance,
  Clock,
  Config,
  Database,
  days,
  fingerprint,
  found,
  later,
  minutes,
  RawReply,
  type SignedIn,
  Work,
} from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { asICalendar } from './icalendar.js';
import { Timetable } from './timetable.js';

/** What a subscription shows: so much of the past, so much of the future. */
const past = days(90);
const future = days(365);
/** A reading is noted at most so often: it is not worth a write. */
const notedEvery = minutes(10);

/** The secret link by which calendar programs subscribe to a person's timetable. */
@Injectable()
export class CalendarFeed {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly config: Config,
    private readonly timetable: Timetable,
  ) {}

  async view(actor: SignedIn): Promise<{ feed: CalendarFeedView | null }> {
    const row = await this.database.one<FeedRow>(
      `select created_at, last_read_at from calendar_feed where user_id = $1`,
      [actor.userId],
    );
    return { feed: row && feedView(row) };
  }

  /** Makes a link; the one before it stops working. */
  async make(actor: SignedIn): Promise<{ url: string; feed: CalendarFeedView }> {
    const secret = this.chance.secret();
    const [row] = await this.work.run(
      (unit) =>
        unit.query<FeedRow>(
          `insert into calendar_feed (id, user_id, secret_hash, created_at) values ($1, $2, $3, $4)
           on conflict (user_id) do update
             set secret_hash = excluded.secret_hash, created_at = excluded.created_at, last_read_at = null
           returning created_at, last_read_at`,
          [unit.ids.next(), actor.userId, fingerprint(secret), unit.now],
        ),
      actor.userId,
    );
    return { url: `${this.config.publicUrl}/api/calendar/${secret}.ics`, feed: feedView(row!) };
  }

  async revoke(actor: SignedIn): Promise<void> {
    await this.work.run(
      (unit) => unit.query(`delete from calendar_feed where user_id = $1`, [actor.userId]),
      actor.userId,
    );
  }

  /**
   * The timetable behind a link as iCalendar, with the file's ending or without.
   * @throws {Problem} `not-found` also for a link that was revoked or replaced, or whose owner has left
   */
  async read(token: string): Promise<RawReply> {
    const now = this.clock.now();
    const link = found(
      await this.database.one<LinkRow>(
        `select f.id, f.user_id, f.last_read_at, u.language
         from calendar_feed f join app_user u on u.id = f.user_id
         where f.secret_hash = $1 and u.deactivated_at is null`,
        [fingerprint(token.replace(/\.ics$/, ''))],
      ),
    );
    const planned = await this.timetable.between(link.user_id, later(now, -past), later(now, future));
    if (!link.last_read_at || link.last_read_at <= later(now, -notedEvery)) await this.noteReading(link.id);
    const text = asICalendar(planned, link.language, this.config.publicUrl);
    return new RawReply(text, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="kohorte.ics"',
      'cache-control': 'private, no-cache',
      etag: `W/"${createHash('sha256').update(text).digest('base64url')}"`,
    });
  }

  private async noteReading(feedId: string): Promise<void> {
    await this.work.run((unit) =>
      unit.query(
        `update calendar_feed set last_read_at = $2 where id = $1 and (last_read_at is null or last_read_at <= $3)`,
        [feedId, unit.now, later(unit.now, -notedEvery)],
      ),
    );
  }
}

interface FeedRow {
  created_at: Date;
  last_read_at: Date | null;
}

interface LinkRow {
  id: string;
  user_id: string;
  last_read_at: Date | null;
  language: Language;
}

function feedView(row: FeedRow): CalendarFeedView {
  return { createdAt: row.created_at.toISOString(), lastReadAt: row.last_read_at?.toISOString() ?? null };
}

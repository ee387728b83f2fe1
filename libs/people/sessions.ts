import {
  Chance,
  Clock,
  Database,
  days,
  fingerprint,
  hours,
  later,
  type SignedIn,
  type Unit,
  type WhoIs,
  Work,
} from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { UserSession } from './entities/user-session.entity.js';

/** A session lasts so long from when it was last seen … */
const lasts = days(30);
/** … which is noted at most so often: a request is not worth a write. */
const notedEvery = hours(1);
/** The cookie stays as long as browsers allow: whether the session still lasts, the server alone knows. */
const cookieLasts = days(400);

/** What goes into the cookie of one who has just signed in. The secret is stored nowhere. */
export interface OpenedSession {
  secret: string;
  cookieUntil: Date;
}

interface Seen extends SignedIn {
  seenAt: Date;
}

/** Who is signed in, and where. */
@Injectable()
export class Sessions implements WhoIs {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly chance: Chance,
  ) {}

  /** The person behind a session's secret; one statement, and once an hour a second that notes the visit. */
  async signedInBy(secret: string): Promise<SignedIn | null> {
    const now = this.clock.now();
    const seen = await this.database.one<Seen>(
      `select s.id as "sessionId", s.seen_at as "seenAt", u.id as "userId", u.roles, u.language,
              u.time_zone as "timeZone", array(select o.id from org_unit o where o.manager_id = u.id) as manages
       from user_session s join app_user u on u.id = s.user_id
       where s.secret_hash = $1 and s.expires_at > $2 and u.deactivated_at is null`,
      [fingerprint(secret), now],
    );
    if (!seen) return null;
    const { seenAt, ...signedIn } = seen;
    if (seenAt <= later(now, -notedEvery)) await this.noteVisit(signedIn.sessionId, now);
    return signedIn;
  }

  /** Begins a session. Whoever calls has made sure that it is this person. */
  async open(unit: Unit, userId: string, agent: string): Promise<OpenedSession> {
    const secret = this.chance.secret();
    await unit.manager.insert(UserSession, {
      id: unit.ids.next(),
      secretHash: fingerprint(secret),
      userId,
      agent: printable(agent),
      createdAt: unit.now,
      seenAt: unit.now,
      expiresAt: later(unit.now, lasts),
    });
    return { secret, cookieUntil: later(unit.now, cookieLasts) };
  }

  /** Signs out here. */
  async end(sessionId: string): Promise<void> {
    await this.work.run((unit) => unit.manager.delete(UserSession, { id: sessionId }));
  }

  /** Signs out everywhere. */
  async endAll(userId: string): Promise<void> {
    await this.work.run(async (unit) => {
      await this.endAllOf(unit, userId);
      unit.record('people.signed-out-everywhere', { userId });
    }, userId);
  }

  /** Signs a person out everywhere, or everywhere else, as part of another decision. */
  async endAllOf(unit: Unit, userId: string, except: string | null = null): Promise<void> {
    await unit.query(`delete from user_session where user_id = $1 and id is distinct from $2`, [userId, except]);
  }

  /** Deletes what has expired. */
  async clearExpired(): Promise<void> {
    await this.work.run(({ query, now }) => query(`delete from user_session where expires_at <= $1`, [now]));
  }

  private async noteVisit(sessionId: string, now: Date): Promise<void> {
    await this.work.run(({ query }) =>
      query(`update user_session set seen_at = $2, expires_at = $3 where id = $1 and seen_at <= $4`, [
        sessionId,
        now,
        later(now, lasts),
        later(now, -notedEvery),
      ]),
    );
  }
}

/** Headers may hold bytes that Postgres takes for no text. */
function printable(agent: string): string {
  return agent.replace(/\p{Cc}/gu, '');
}

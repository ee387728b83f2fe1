import type { AnswerView, SessionAnswer, SessionView } from '@kohorte/contracts';
import { Clock, Database, found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { sessionMoments } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { isSigned, readAnswerToken } from './answer-link.js';
import { comes, seatsTaken } from './coming.js';
import { type SessionRow, SessionViews } from './session-views.js';

/** Who comes to which session: answers, parallel groups, waiting for a seat. */
@Injectable()
export class SeatsInSessions {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly views: SessionViews,
  ) {}

  /** @throws {Problem} `no-seat-here`, `too-late-to-answer`, `session-cancelled` */
  async answer(actor: SignedIn, sessionId: string, answer: SessionAnswer): Promise<SessionView> {
    await this.work.run(async (unit) => {
      const row = await this.lock(unit, actor, sessionId);
      await this.give(unit, row, row.enrolment_id!, answer);
    }, actor.userId);
    return this.views.view(actor, sessionId);
  }

  /**
   * Changes to a session of another group with the same item; without a free seat one waits for it, and keeps the own.
   * @throws {Problem} `session-overlaps`, `too-late-to-answer`, `session-cancelled`
   */
  async take(actor: SignedIn, sessionId: string): Promise<SessionView> {
    await this.work.run(async (unit) => {
      const row = await this.lock(unit, actor, sessionId);
      refuseLate(row, unit.now);
      if (row.has_seat) return;
      const enrolmentId = row.enrolment_id!;
      const [own] = await unit.query<{ id: string; starts_at: Date; ends_at: Date }>(
        `select s.id, s.starts_at, s.ends_at from session_seat a join session s on s.id = a.session_id
         where a.enrolment_id = $1 and s.item_id = $2 and s.id <> $3 and s.cancelled_at is null
           and a.left_at is null and a.waits_since is null for update of s`,
        [enrolmentId, row.item_id, sessionId],
      );
      if (own) refuseLate(own, unit.now);
      await refuseOverlap(unit, row, actor.userId, own?.id ?? null);
      const isFree = row.seats === null || row.taken < row.seats;
      await unit.query(
        `insert into session_seat (session_id, enrolment_id, user_id, seated_at, waits_since, chosen_at)
         values ($1, $2, $3, $4, $5, $4)
         on conflict (session_id, enrolment_id) do update
           set seated_at = $4, waits_since = $5, chosen_at = $4, left_at = null, answer = null, answered_at = null`,
        [sessionId, enrolmentId, actor.userId, unit.now, isFree ? null : unit.now],
      );
      if (!isFree) return;
      unit.record('schedule.seat-changed', { sessionId, enrolmentId });
      if (own) await this.leave(unit, own.id, enrolmentId);
    }, actor.userId);
    return this.views.view(actor, sessionId);
  }

  /**
   * Waits no longer; or goes back to the session of the own group, if there still is a seat.
   * @throws {Problem} `no-seat-here`, `too-late-to-answer`
   */
  async giveBack(actor: SignedIn, sessionId: string): Promise<SessionView> {
    await this.work.run(async (unit) => {
      const row = await this.lock(unit, actor, sessionId);
      if (!row.has_seat) throw new Problem('no-seat-here');
      const enrolmentId = row.enrolment_id!;
      if (row.waits_since) {
        await unit.query(
          `update session_seat set left_at = $3, waits_since = null where session_id = $1 and enrolment_id = $2`,
          [sessionId, enrolmentId, unit.now],
        );
        return;
      }
      refuseLate(row, unit.now);
      const [home] = await unit.query<{ id: string; seats: number | null; taken: number }>(
        `select s.id, s.seats, ${seatsTaken('s.id')} as taken
         from group_member m join session s on s.group_id = m.group_id
         where m.enrolment_id = $1 and s.item_id = $2 and s.id <> $3 and s.cancelled_at is null and s.starts_at > $4
         for update of s`,
        [enrolmentId, row.item_id, sessionId, unit.now],
      );
      if (!home || (home.seats !== null && home.taken >= home.seats)) throw new Problem('no-seat-here');
      await unit.query(
        `insert into session_seat (session_id, enrolment_id, user_id, seated_at) values ($1, $2, $3, $4)
         on conflict (session_id, enrolment_id) do update
           set seated_at = $4, left_at = null, chosen_at = null, waits_since = null, answer = null, answered_at = null`,
        [home.id, enrolmentId, actor.userId, unit.now],
      );
      unit.record('schedule.seat-changed', { sessionId: home.id, enrolmentId });
      await this.leave(unit, sessionId, enrolmentId);
    }, actor.userId);
    return this.views.view(actor, sessionId);
  }

  /** What the link of an invitation is about. @throws {Problem} `not-found` for whatever is not signed */
  async byLink(token: string): Promise<AnswerView> {
    const row = await this.linked(token);
    const { answerUntil } = sessionMoments({ startsAt: row.starts_at, endsAt: row.ends_at });
    return {
      sessionId: row.id,
      title: row.title,
      courseTitle: row.course_title,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      timeZone: row.time_zone,
      place: row.place,
      givenName: row.given_name,
      answer: row.answer,
      answerUntil: answerUntil.toISOString(),
      cancelled: row.cancelled_at !== null,
      language: row.language,
    };
  }

  /** @throws {Problem} `not-found`, `too-late-to-answer`, `session-cancelled` */
  async answerByLink(token: string, answer: SessionAnswer): Promise<AnswerView> {
    const { id, enrolment_id, user_id } = await this.linked(token);
    await this.work.run(async (unit) => {
      const actor = { userId: user_id, roles: [], manages: [] };
      await unit.query(`select 1 from session where id = $1 for update`, [id]);
      const row = await this.views.row(unit.query, actor, id, 'learns-in-cohort');
      await this.give(unit, row, enrolment_id, answer);
    }, user_id);
    return this.byLink(token);
  }

  private async give(unit: Unit, row: SessionRow, enrolmentId: string, answer: SessionAnswer): Promise<void> {
    if (!row.has_seat || row.waits_since) throw new Problem('no-seat-here');
    if (row.cancelled_at) throw new Problem('session-cancelled');
    if (row.starts_at <= unit.now) throw new Problem('too-late-to-answer');
    if (answer === 'no') refuseLate(row, unit.now);
    if (row.answer === answer) return;
    // Whoever had said no has given the seat away; it may be gone.
    const returns = row.answer === 'no' && answer !== 'no';
    if (returns && row.seats !== null && row.taken >= row.seats) throw new Problem('no-seat-here');
    await unit.query(
      `update session_seat set answer = $3, answered_at = $4 where session_id = $1 and enrolment_id = $2`,
      [row.id, enrolmentId, answer, unit.now],
    );
    unit.record('schedule.answered', { sessionId: row.id, enrolmentId });
    if (answer === 'no') await this.passOn(unit, row.id);
  }

  private async leave(unit: Unit, sessionId: string, enrolmentId: string): Promise<void> {
    await unit.query(
      `update session_seat set left_at = $3 where session_id = $1 and enrolment_id = $2 and left_at is null`,
      [sessionId, enrolmentId, unit.now],
    );
    unit.record('schedule.seat-changed', { sessionId, enrolmentId });
    await this.passOn(unit, sessionId);
  }

  /** Gives a free seat to whoever has waited longest; what they leave for it goes to the next there. */
  async passOn(unit: Unit, sessionId: string): Promise<void> {
    const [next] = await unit.query<{ enrolment_id: string }>(
      `update session_seat a set waits_since = null, seated_at = $2
       where a.session_id = $1 and a.enrolment_id = (
         select w.enrolment_id from session_seat w join session s on s.id = w.session_id
         where w.session_id = $1 and w.left_at is null and w.waits_since is not null and s.starts_at > $2
           and (s.seats is null or s.seats > ${seatsTaken('$1')})
         order by w.waits_since, w.enrolment_id limit 1)
       returning a.enrolment_id`,
      [sessionId, unit.now],
    );
    if (!next) return;
    const enrolmentId = next.enrolment_id;
    unit.record('schedule.seat-changed', { sessionId, enrolmentId });
    const [former] = await unit.query<{ session_id: string }>(
      `select a.session_id from session_seat a join session s on s.id = a.session_id
       where a.enrolment_id = $1 and a.session_id <> $2 and a.left_at is null and a.waits_since is null
         and s.item_id = (select item_id from session where id = $2) and s.cancelled_at is null`,
      [enrolmentId, sessionId],
    );
    if (former) await this.leave(unit, former.session_id, enrolmentId);
  }

  /** One after the other for each session, so that no seat is given twice. */
  private async lock(unit: Unit, actor: SignedIn, sessionId: string): Promise<SessionRow> {
    await unit.query(`select 1 from session where id = $1 for update`, [sessionId]);
    return this.views.row(unit.query, actor, sessionId, 'learns-in-cohort');
  }

  private async linked(token: string): Promise<LinkedRow> {
    const link = found(readAnswerToken(token));
    const row = found(
      await this.database.one<LinkedRow>(
        `select s.id, s.code_secret, s.starts_at, s.ends_at, coalesce(s.cancelled_at, c.cancelled_at) as cancelled_at,
           i.title, v.title as course_title, c.time_zone, room.name || ', ' || site.name as place, u.given_name,
           u.language, a.answer, a.enrolment_id, a.user_id
         from session_seat a join session s on s.id = a.session_id join cohort c on c.id = s.cohort_id
         join course_version v on v.id = c.version_id join item i on i.id = s.item_id
         join app_user u on u.id = a.user_id and u.deactivated_at is null
         left join room on room.id = s.room_id left join site on site.id = room.site_id
         where a.session_id = $1 and a.enrolment_id = $2 and a.left_at is null`,
        [link.sessionId, link.enrolmentId],
      ),
    );
    if (!isSigned(token, row.code_secret)) throw new Problem('not-found');
    return row;
  }
}

interface LinkedRow {
  id: string;
  code_secret: Buffer;
  starts_at: Date;
  ends_at: Date;
  cancelled_at: Date | null;
  title: string;
  course_title: string;
  time_zone: string;
  place: string | null;
  given_name: string;
  language: 'de' | 'en';
  answer: SessionAnswer | null;
  enrolment_id: string;
  user_id: string;
}

function refuseLate(row: { starts_at: Date; ends_at: Date; cancelled_at?: Date | null }, now: Date): void {
  if (row.cancelled_at) throw new Problem('session-cancelled');
  const { answerUntil } = sessionMoments({ startsAt: row.starts_at, endsAt: row.ends_at });
  if (answerUntil <= now) throw new Problem('too-late-to-answer');
}

async function refuseOverlap(unit: Unit, row: SessionRow, userId: string, except: string | null): Promise<void> {
  const [other] = await unit.query(
    `select 1 from session_seat a join session s on s.id = a.session_id
     where a.user_id = $1 and ${comes('a')}
       and s.cancelled_at is null and s.id <> $2 and s.id is distinct from $3
       and tstzrange(s.starts_at, s.ends_at) && tstzrange($4, $5) limit 1`,
    [userId, row.id, except, row.starts_at, row.ends_at],
  );
  if (other) throw new Problem('session-overlaps');
}

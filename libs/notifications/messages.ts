import { Database } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Telling } from './telling.js';

interface ReleaseRow {
  cohort_id: string;
  enrolment_id: string | null;
  cancelled: boolean;
  open: boolean;
  is_first_moved: boolean;
}

/** Who is told what when something has happened: one method per reaction. Each reads today's truth by id. */
@Injectable()
export class Messages {
  constructor(
    private readonly telling: Telling,
    private readonly database: Database,
  ) {}

  /** "Week n is open", in the app: one row for the cohort, or a notice where the release is one person's own. */
  async announceRelease(releaseId: string): Promise<void> {
    const release = await this.release(releaseId);
    if (!release || release.cancelled) return;
    if (release.enrolment_id === null) await this.telling.broadcast('module-released', releaseId, release.cohort_id);
    else await this.telling.tell({ kind: 'module-released', to: owner, values: [releaseId] });
  }

  /** "Week n is open", by mail, to all members in one statement. */
  async mailRelease(releaseId: string): Promise<void> {
    const release = await this.release(releaseId);
    if (!release || release.cancelled || release.enrolment_id !== null) return;
    await this.telling.mailMany({ kind: 'module-released', onceKey: releaseId, to: members, values: [releaseId] });
  }

  /**
   * A release was moved by hand. Where a move took later ones along, only the first of them is told: the rest
   * stands in everybody's timetable.
   * @param factId makes each move one message
   */
  async tellReleaseMoved(releaseId: string, factId: string | null): Promise<void> {
    const release = await this.release(releaseId);
    if (!release || release.cancelled || release.open || !release.is_first_moved) return;
    const onceKey = factId ?? releaseId;
    await this.telling.broadcast('release-moved', releaseId, release.cohort_id, onceKey);
    await this.telling.mailMany({ kind: 'release-moved', onceKey, to: members, values: [releaseId] });
  }

  async tellEnrolled(enrolmentId: string, factId: string | null): Promise<void> {
    await this.telling.tell({
      kind: 'enrolled',
      onceKey: factId ?? enrolmentId,
      to: `select user_id, id as subject_id from enrolment where id = $4 and status in ('active', 'completed')`,
      values: [enrolmentId],
    });
  }

  async tellBatchEnrolled(batchId: string): Promise<void> {
    await this.telling.tell({
      kind: 'enrolled',
      to: `select user_id, id as subject_id from enrolment where batch_id = $4 and status in ('active', 'completed')`,
      values: [batchId],
    });
  }

  async tellBatchInvited(batchId: string): Promise<void> {
    await this.telling.tell({
      kind: 'invited',
      to: `select user_id, cohort_id as subject_id from invitation where batch_id = $4`,
      values: [batchId],
    });
  }

  /** A seat is held; not told any more once the offer is over. */
  async tellSeatOffered(enrolmentId: string, factId: string | null): Promise<void> {
    await this.telling.tell({
      kind: 'seat-offered',
      onceKey: factId ?? enrolmentId,
      to: `select user_id, id as subject_id from enrolment where id = $4 and offer_ends_at > $3`,
      values: [enrolmentId],
    });
  }

  async tellOfferLapsed(enrolmentId: string, factId: string | null): Promise<void> {
    await this.telling.tell({
      kind: 'offer-lapsed',
      onceKey: factId ?? enrolmentId,
      to: `select user_id, id as subject_id from enrolment where id = $4 and status in ('waitlisted', 'withdrawn')`,
      values: [enrolmentId],
    });
  }

  /** Somebody asks to join: those who run the cohort are told. */
  async tellTrainersOfRequest(enrolmentId: string, factId: string | null): Promise<void> {
    await this.telling.tell({
      kind: 'request-received',
      onceKey: factId ?? enrolmentId,
      to: `select t.user_id, e.id as subject_id from enrolment e join cohort_trainer t on t.cohort_id = e.cohort_id
           where e.id = $4 and e.status = 'requested'`,
      values: [enrolmentId],
    });
  }

  async tellCohortCancelled(cohortId: string): Promise<void> {
    await this.telling.tell({
      kind: 'cohort-cancelled',
      to: `select user_id, cohort_id as subject_id from enrolment where cohort_id = $4 and status <> 'withdrawn'
           union select user_id, cohort_id from cohort_trainer where cohort_id = $4`,
      values: [cohortId],
    });
  }

  async tellImportFinished(importId: string): Promise<void> {
    await this.telling.tell({
      kind: 'import-finished',
      to: `select started_by as user_id, id as subject_id from course_import where id = $4 and started_by is not null`,
      values: [importId],
    });
  }

  async tellCompleted(enrolmentId: string): Promise<void> {
    await this.telling.tell({
      kind: 'completed',
      to: `select user_id, id as subject_id from enrolment where id = $4 and status = 'completed'`,
      values: [enrolmentId],
    });
  }

  /**
   * A schedule was published: each cohort is told once in the app, and everybody whose sessions are new, moved or gone
   * gets an invitation or a cancellation for each of them, once for each version of it (its sequence number).
   */
  async tellSchedulePublished(assemblyId: string): Promise<void> {
    const assembly = await this.database.one<{ published_at: Date; cohort_ids: string[] }>(
      `select published_at, cohort_ids from assembly where id = $1 and published_at is not null`,
      [assemblyId],
    );
    if (!assembly) return;
    for (const cohortId of assembly.cohort_ids)
      await this.telling.broadcast('schedule-published', cohortId, cohortId, assemblyId);
    const values = [assembly.published_at, assembly.cohort_ids];
    await this.telling.mailEach({ kind: 'session-invited', to: invited, values });
    await this.telling.mailEach({ kind: 'session-cancelled', to: uninvited, values });
  }

  /** Somebody came to a session or left it: an invitation, or the end of one. */
  async tellSeatChanged(sessionId: string, enrolmentId: string, factId: string | null): Promise<void> {
    const seat = await this.database.one<{ has: boolean }>(
      `select a.left_at is null and s.cancelled_at is null as has
       from session_seat a join session s on s.id = a.session_id
       where a.session_id = $1 and a.enrolment_id = $2 and a.waits_since is null`,
      [sessionId, enrolmentId],
    );
    if (!seat) return;
    await this.telling.tell({
      kind: seat.has ? 'session-invited' : 'session-cancelled',
      onceKey: factId ?? sessionId,
      to: `select user_id, session_id as subject_id from session_seat where session_id = $4 and enrolment_id = $5`,
      values: [sessionId, enrolmentId],
    });
  }

  async tellSessionCancelled(sessionId: string): Promise<void> {
    await this.telling.tell({
      kind: 'session-cancelled',
      to: `select user_id, session_id as subject_id from session_seat
           where session_id = $4 and left_at is null and waits_since is null
           union select user_id, session_id from session_trainer where session_id = $4`,
      values: [sessionId],
    });
  }

  async tellSessionShort(sessionId: string, factId: string | null): Promise<void> {
    await this.telling.tell({
      kind: 'session-short',
      onceKey: factId ?? sessionId,
      to: `select user_id, session_id as subject_id from session_trainer where session_id = $4 and left_at is null
           union select t.user_id, s.id from session s join cohort_trainer t on t.cohort_id = s.cohort_id where s.id = $4`,
      values: [sessionId],
    });
  }

  private async release(releaseId: string): Promise<ReleaseRow | null> {
    return this.database.one<ReleaseRow>(
      `select r.cohort_id, r.enrolment_id, c.cancelled_at is not null as cancelled, r.released_at is not null as open,
         not exists (select 1 from release e where e.cohort_id = r.cohort_id and e.changed_at = r.changed_at
           and e.moved_by = 'hand' and e.released_at is null and (e.opens_at, e.id) < (r.opens_at, r.id)) as is_first_moved
       from release r join cohort c on c.id = r.cohort_id where r.id = $1`,
      [releaseId],
    );
  }
}

const onceAVersion = `md5(s.id::text || ' ' || s.sequence)::uuid as once_key`;

/** Who comes to a session of the cohorts $5 that was changed at $4, or came to it then. */
const invited = `
  select a.user_id, s.id as subject_id, ${onceAVersion}
  from session s join session_seat a on a.session_id = s.id and a.left_at is null and a.waits_since is null
  where s.cohort_id = any ($5) and s.cancelled_at is null and (s.changed_at = $4 or a.seated_at = $4)
  union
  select t.user_id, s.id, ${onceAVersion}
  from session s join session_trainer t on t.session_id = s.id and t.left_at is null
  where s.cohort_id = any ($5) and s.cancelled_at is null and (s.changed_at = $4 or t.joined_at = $4)`;

/** Who came to a session of the cohorts $5 that was cancelled at $4, or left it then. */
const uninvited = `
  select a.user_id, s.id as subject_id, ${onceAVersion}
  from session s join session_seat a on a.session_id = s.id
  where s.cohort_id = any ($5) and (a.left_at = $4 or (s.cancelled_at = $4 and a.left_at is null))
  union
  select t.user_id, s.id, ${onceAVersion}
  from session s join session_trainer t on t.session_id = s.id
  where s.cohort_id = any ($5) and t.left_at = $4`;

/** Those in the cohort of release $4. */
const members = `select e.user_id, r.id as subject_id from release r join enrolment e on e.cohort_id = r.cohort_id
  where r.id = $4 and e.status in ('active', 'completed')`;

/** The one person whose own release $4 is. */
const owner = `select e.user_id, r.id as subject_id from release r join enrolment e on e.id = r.enrolment_id
  where r.id = $4 and e.status in ('active', 'completed')`;

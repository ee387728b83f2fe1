import type { CheckIn, MarkAttendance, RosterView, SessionView } from '@kohorte/contracts';
import { Clock, Database, Problem, type SignedIn, Work } from '@kohorte/platform';
import { sessionMoments } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { attendanceCode, isAttendanceCode } from './attendance-code.js';
import { type SessionRow, SessionViews } from './session-views.js';

/** Who was there: marked by the trainers, or shown by the learners with the code of the moment. */
@Injectable()
export class Attendance {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly views: SessionViews,
  ) {}

  async roster(actor: SignedIn, sessionId: string): Promise<RosterView> {
    const [session, rows] = await Promise.all([this.views.view(actor, sessionId), this.views.roster(actor, sessionId)]);
    const seated = rows.filter(({ waits }) => !waits);
    const count = (answer: string | null): number => seated.filter((row) => row.answer === answer).length;
    return {
      session,
      rows,
      counts: {
        yes: count('yes'),
        no: count('no'),
        maybe: count('maybe'),
        open: count(null),
        present: rows.filter(({ mark }) => mark === 'present' || mark === 'late').length,
      },
    };
  }

  /** Each mark is kept; a correction is one mark more. @throws {Problem} `no-seat-here`, `not-session-time` */
  async mark(actor: SignedIn, sessionId: string, { marks }: MarkAttendance): Promise<RosterView> {
    await this.work.run(async (unit) => {
      const row = await this.views.row(unit.query, actor, sessionId, 'runs-cohort');
      if (unit.now < momentsOf(row).checkInFrom) throw new Problem('not-session-time');
      const newest = new Map(marks.map(({ enrolmentId, mark }) => [enrolmentId, mark]));
      const written = await unit.query<{ known: number }>(
        `with asked as (
           select * from unnest($2::uuid[], $3::text[]) as m (enrolment_id, mark)
         ), seated as (
           select m.* from asked m join session_seat a on a.session_id = $1 and a.enrolment_id = m.enrolment_id
             and a.left_at is null
         ), written as (
           insert into attendance_mark (id, session_id, enrolment_id, mark, way, marked_by, marked_at)
           select uuidv7(), $1, s.enrolment_id, s.mark, 'roster', $4, $5 from seated s
           where s.mark is distinct from (
             select k.mark from attendance_mark k where k.session_id = $1 and k.enrolment_id = s.enrolment_id
             order by k.id desc limit 1)
         )
         select count(*)::int as known from seated`,
        [sessionId, [...newest.keys()], [...newest.values()], actor.userId, unit.now],
      );
      if (written[0]!.known < newest.size) throw new Problem('no-seat-here');
      unit.record('schedule.attendance-marked', { sessionId });
    }, actor.userId);
    return this.roster(actor, sessionId);
  }

  /** @throws {Problem} `not-session-time` */
  async code(actor: SignedIn, sessionId: string): Promise<{ code: string; validUntil: string }> {
    const row = await this.views.row((text, values) => this.database.query(text, values), actor, sessionId, 'runs-cohort'); // prettier-ignore
    const now = this.clock.now();
    refuseOutside(row, now);
    const { code, validUntil } = attendanceCode(row.code_secret, now);
    return { code, validUntil: validUntil.toISOString() };
  }

  /** @throws {Problem} `no-seat-here`, `not-session-time`, `wrong-code` */
  async checkIn(actor: SignedIn, sessionId: string, { code }: CheckIn): Promise<SessionView> {
    await this.work.run(async (unit) => {
      const row = await this.views.row(unit.query, actor, sessionId, 'learns-in-cohort');
      if (!row.has_seat || row.waits_since) throw new Problem('no-seat-here');
      refuseOutside(row, unit.now);
      if (!isAttendanceCode(row.code_secret, unit.now, code)) throw new Problem('wrong-code');
      if (row.attendance === 'present' || row.attendance === 'late') return;
      const mark = unit.now < momentsOf(row).lateFrom ? 'present' : 'late';
      await unit.query(
        `insert into attendance_mark (id, session_id, enrolment_id, mark, way, marked_by, marked_at)
         values ($1, $2, $3, $4, 'code', $5, $6)`,
        [unit.ids.next(), sessionId, row.enrolment_id, mark, actor.userId, unit.now],
      );
      unit.record('schedule.attendance-marked', { sessionId });
    }, actor.userId);
    return this.views.view(actor, sessionId);
  }
}

const momentsOf = (row: SessionRow) => sessionMoments({ startsAt: row.starts_at, endsAt: row.ends_at });

function refuseOutside(row: SessionRow, now: Date): void {
  const { checkInFrom, checkInUntil } = momentsOf(row);
  if (row.cancelled_at) throw new Problem('session-cancelled');
  if (now < checkInFrom || now >= checkInUntil) throw new Problem('not-session-time');
}

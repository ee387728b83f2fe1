import type { AttendanceMark, PersonView, RosterRow, SessionAnswer, SessionView } from '@kohorte/contracts';
import { Clock, Database, found, permit } from '@kohorte/platform';
import { type Actor, type Admission, type EnrolmentStatus, type SentenceName, sessionMoments } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import type { Query } from './asked-schedule.js';
import { seatsTaken } from './coming.js';

/** A session as one person looks at it. */
export interface SessionRow {
  id: string;
  cohort_id: string;
  cohort_name: string;
  course_title: string;
  item_id: string;
  title: string;
  step: number | null;
  mode: SessionView['mode'];
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  room: string | null;
  site: string | null;
  trainers: PersonView[];
  group_id: string;
  group_number: number;
  seats: number | null;
  taken: number;
  join_url: string | null;
  cancelled_at: Date | null;
  code_secret: Buffer;
  admission: Admission;
  trains: boolean;
  enrolment_id: string | null;
  status: EnrolmentStatus | null;
  has_seat: boolean;
  answer: SessionAnswer | null;
  waits_since: Date | null;
  place: number | null;
  attendance: AttendanceMark | null;
}

/** SQL for a `PersonView` of the person `u`, whose org unit is `o`. */
const person = `json_build_object(
  'userId', u.id, 'name', u.given_name || ' ' || u.family_name, 'jobTitle', u.job_title, 'unit', o.name)`;

/** Sessions as the person $1 sees them; each of its parts is a look into an index. */
export const selectSession = `
  select s.id, s.cohort_id, c.name as cohort_name, v.title as course_title, s.item_id, i.title, r.step, s.mode,
    s.starts_at, s.ends_at, c.time_zone, room.name as room, site.name as site, s.group_id, g.number as group_number,
    s.seats, s.join_url, coalesce(s.cancelled_at, c.cancelled_at) as cancelled_at, s.code_secret, c.admission,
    ${seatsTaken('s.id')} as taken,
    (select coalesce(json_agg(${person} order by u.family_name, u.id), '[]') from session_trainer t
     join app_user u on u.id = t.user_id left join org_unit o on o.id = u.org_unit_id
     where t.session_id = s.id and t.left_at is null) as trainers,
    exists (select from cohort_trainer t where t.cohort_id = c.id and t.user_id = $1)
      or exists (select from session_trainer t where t.session_id = s.id and t.user_id = $1
        and (t.left_at is null or t.left_at = s.cancelled_at)) as trains,
    e.id as enrolment_id, e.status, mine.session_id is not null as has_seat, mine.answer, mine.waits_since,
    case when mine.waits_since is not null then
      (select count(*)::int from session_seat w where w.session_id = s.id and w.left_at is null
         and (w.waits_since, w.enrolment_id) <= (mine.waits_since, mine.enrolment_id)) end as place,
    (select mark from attendance_mark k where k.session_id = s.id and k.enrolment_id = e.id order by k.id desc limit 1)
      as attendance
  from session s
  join cohort c on c.id = s.cohort_id
  join course_version v on v.id = c.version_id
  join item i on i.id = s.item_id
  join cohort_group g on g.id = s.group_id
  left join release r on r.cohort_id = c.id and r.module_id = i.module_id and r.enrolment_id is null
  left join room on room.id = s.room_id
  left join site on site.id = room.site_id
  left join enrolment e on e.cohort_id = c.id and e.user_id = $1
  left join session_seat mine on mine.session_id = s.id and mine.enrolment_id = e.id and mine.left_at is null`;

/** Sessions for those who are in their cohort, and who may do what with them. */
@Injectable()
export class SessionViews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws {Problem} `not-found`, `not-allowed` */
  async view(actor: Actor, sessionId: string): Promise<SessionView> {
    const row = await this.row((text, values) => this.database.query(text, values), actor, sessionId, 'reads-cohort');
    return sessionView(row, actor, this.clock.now());
  }

  /** @throws {Problem} `not-found`, `not-allowed` */
  async row(query: Query, actor: Actor, sessionId: string, sentence: SentenceName): Promise<SessionRow> {
    const [row] = await query<SessionRow>(`${selectSession} where s.id = $2`, [actor.userId, sessionId]);
    permit(sentence, actor, standingOf(found(row)));
    return row!;
  }

  /** @throws {Problem} `not-found`, `not-allowed` */
  async ofCohort(actor: Actor, cohortId: string): Promise<SessionView[]> {
    const standing = await this.database.one<Pick<SessionRow, 'admission' | 'trains' | 'status'>>(
      `select c.admission, e.status, exists (
         select from cohort_trainer t where t.cohort_id = c.id and t.user_id = $1) as trains
       from cohort c left join enrolment e on e.cohort_id = c.id and e.user_id = $1 where c.id = $2`,
      [actor.userId, cohortId],
    );
    permit('reads-cohort', actor, standingOf(found(standing)));
    const rows = await this.database.query<SessionRow>(
      `${selectSession} where s.cohort_id = $2 and (s.cancelled_at is null or mine.session_id is not null)
       order by s.starts_at, g.number limit 2000`,
      [actor.userId, cohortId],
    );
    const now = this.clock.now();
    return rows.map((row) => sessionView(row, actor, now));
  }

  async roster(actor: Actor, sessionId: string): Promise<RosterRow[]> {
    await this.row((text, values) => this.database.query(text, values), actor, sessionId, 'runs-cohort');
    const rows = await this.database.query<RosterRecord>(
      `select a.enrolment_id, ${person} as person, a.answer, a.waits_since is not null as waits, k.mark, k.way,
         k.marked_at, k.marks
       from session_seat a join app_user u on u.id = a.user_id left join org_unit o on o.id = u.org_unit_id
       left join lateral (
         select mark, way, marked_at, count(*) over ()::int as marks from attendance_mark k
         where k.session_id = a.session_id and k.enrolment_id = a.enrolment_id order by k.id desc limit 1) k on true
       where a.session_id = $1 and a.left_at is null order by u.family_name, u.given_name, u.id`,
      [sessionId],
    );
    return rows.map((row) => ({
      enrolmentId: row.enrolment_id,
      person: row.person,
      answer: row.answer,
      waits: row.waits,
      mark: row.mark,
      way: row.way,
      markedAt: row.marked_at?.toISOString() ?? null,
      corrections: Math.max((row.marks ?? 0) - 1, 0),
    }));
  }
}

interface RosterRecord {
  enrolment_id: string;
  person: PersonView;
  answer: SessionAnswer | null;
  waits: boolean;
  mark: AttendanceMark | null;
  way: 'roster' | 'code' | null;
  marked_at: Date | null;
  marks: number | null;
}

function standingOf({ admission, trains, status }: Pick<SessionRow, 'admission' | 'trains' | 'status'>) {
  return { admission, trainsCohort: trains, enrolment: status };
}

export function sessionView(row: SessionRow, actor: Actor, now: Date): SessionView {
  const { answerUntil, joinFrom } = sessionMoments({ startsAt: row.starts_at, endsAt: row.ends_at });
  const runs = row.trains || actor.roles.includes('admin');
  const mayJoin = runs || (row.has_seat && row.waits_since === null && joinFrom <= now && now < row.ends_at);
  return {
    sessionId: row.id,
    cohortId: row.cohort_id,
    cohortName: row.cohort_name,
    courseTitle: row.course_title,
    itemId: row.item_id,
    title: row.title,
    step: row.step,
    mode: row.mode,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    timeZone: row.time_zone,
    place: row.room && row.site ? { room: row.room, site: row.site } : null,
    trainers: row.trainers,
    groupId: row.group_id,
    groupNumber: row.group_number,
    seats: row.seats,
    taken: row.taken,
    cancelled: row.cancelled_at !== null,
    mine: row.has_seat ? { answer: row.answer, place: row.place, attendance: row.attendance } : null,
    answerUntil: answerUntil.toISOString(),
    joinUrl: mayJoin && !row.cancelled_at ? row.join_url : null,
    joinFrom: joinFrom.toISOString(),
    runs,
  };
}

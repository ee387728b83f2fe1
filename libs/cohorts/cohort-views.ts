import type {
  CohortListQuery,
  CohortRow,
  CohortView,
  Language,
  Page,
  PersonView,
  ReleasePlanInput,
  ReleaseView,
} from '@kohorte/contracts';
import { Clock, Database, found, pageOf, readCursor } from '@kohorte/platform';
import type { Actor, Admission } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { calendarOf } from './calendar.js';
import { trainersOfCohort } from './person-json.js';
import { Standings } from './standing.js';

interface ViewRow {
  id: string;
  course_id: string;
  course_title: string;
  language: Language;
  version_id: string;
  version_number: number;
  name: string;
  plan: ReleasePlanInput;
  admission: Admission;
  capacity: number | null;
  enrolment_opens_at: Date | null;
  enrolment_closes_at: Date | null;
  offer_hours: number;
  trainers: PersonView[];
  cancelled_at: Date | null;
  ends_on: string;
  seats_taken: number;
  waiting: number;
  requested: number;
  completed: number;
  modules: ReleaseView[];
}

interface ListRow {
  id: string;
  course_id: string;
  course_title: string;
  name: string;
  start_on: string;
  ends_on: string;
  time_zone: string;
  capacity: number | null;
  seats_taken: number;
  waiting: number;
  requested: number;
  released_modules: number;
  modules: number;
  next_release_at: Date | null;
  cancelled_at: Date | null;
}

/** Cohorts as those who plan and run them see them. */
@Injectable()
export class CohortViews {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  /** @throws {Problem} `not-found`, `not-allowed` */
  async cohort(actor: Actor, cohortId: string): Promise<CohortView> {
    await this.standings.permit('runs-cohort', actor, cohortId);
    return this.view(cohortId);
  }

  /** A cohort with its plan, releases and figures, in one statement; for those who may run it. */
  async view(cohortId: string): Promise<CohortView> {
    const row = found(
      await this.database.one<ViewRow>(
        `select c.id, c.course_id, v.title as course_title, v.language, c.version_id, v.number as version_number, c.name,
           json_build_object('pacing', c.pacing, 'startOn', c.start_on, 'timeZone', c.time_zone, 'weekday', c.weekday,
             'time', c.release_time, 'modulesPerStep', c.modules_per_step, 'weeksPerStep', c.weeks_per_step,
             'onHoliday', c.on_holiday, 'holidayRegion', c.holiday_region, 'breaks', c.breaks) as plan,
           c.admission, c.capacity, c.enrolment_opens_at, c.enrolment_closes_at, c.offer_hours, c.cancelled_at,
           c.ends_on::text, c.seats_taken, c.waiting, e.requested, e.completed, ${trainersOfCohort} as trainers,
           (select coalesce(json_agg(json_build_object(
               'releaseId', r.id, 'moduleId', m.id, 'title', m.title, 'step', r.step, 'opensAt', r.opens_at,
               'movedBy', r.moved_by, 'holiday', r.holiday, 'releasedAt', r.released_at,
               'minutes', (select coalesce(sum(i.minutes), 0) from item i where i.module_id = m.id)
             ) order by m.position), '[]')
             from module m left join release r
               on r.cohort_id = c.id and r.module_id = m.id and r.enrolment_id is null
             where m.version_id = c.version_id) as modules
         from cohort c join course_version v on v.id = c.version_id
         join lateral (
           select count(*) filter (where status = 'requested')::int as requested,
             count(*) filter (where status = 'completed')::int as completed
           from enrolment where cohort_id = c.id) e on true
         where c.id = $1`,
        [cohortId],
      ),
    );
    return {
      cohortId: row.id,
      courseId: row.course_id,
      courseTitle: row.course_title,
      versionId: row.version_id,
      versionNumber: row.version_number,
      name: row.name,
      plan: row.plan,
      admission: row.admission,
      capacity: row.capacity,
      enrolmentOpensAt: row.enrolment_opens_at?.toISOString() ?? null,
      enrolmentClosesAt: row.enrolment_closes_at?.toISOString() ?? null,
      offerHours: row.offer_hours,
      trainers: row.trainers,
      cancelledAt: row.cancelled_at?.toISOString() ?? null,
      endsOn: row.ends_on,
      seatsTaken: row.seats_taken,
      waiting: row.waiting,
      requested: row.requested,
      completed: row.completed,
      releases: row.plan.pacing === 'relative' ? releasesFromFirstDay(row) : row.modules.map(releaseView),
    };
  }

  /** Cohorts the actor trains, the latest to start first; all of them for L&D admins. */
  async list(actor: Actor, { courseId, time, cursor, limit = 50 }: CohortListQuery): Promise<Page<CohortRow>> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<ListRow>(
      `select c.id, c.course_id, v.title as course_title, c.name, c.start_on::text, c.ends_on::text, c.time_zone,
         c.capacity, c.seats_taken, c.waiting, c.cancelled_at,
         (select count(*)::int from enrolment e where e.cohort_id = c.id and e.status = 'requested') as requested,
         (select count(*)::int from module m where m.version_id = c.version_id) as modules,
         r.released_modules, r.next_release_at
       from cohort c join course_version v on v.id = c.version_id
       join lateral (
         select count(*) filter (where opens_at <= $1)::int as released_modules,
           min(opens_at) filter (where opens_at > $1) as next_release_at
         from release where cohort_id = c.id and enrolment_id is null) r on true
       where ($2 or exists (select 1 from cohort_trainer t where t.cohort_id = c.id and t.user_id = $3))
         and ($4::uuid is null or c.course_id = $4)
         and case $5::text
           when 'cancelled' then c.cancelled_at is not null
           when 'past' then c.cancelled_at is null and c.ends_at <= $1
           when 'current' then c.cancelled_at is null and (c.ends_at is null or c.ends_at > $1)
           else true end
         and ($6::date is null or (c.start_on, c.id) < ($6, $7::uuid))
       order by c.start_on desc, c.id desc limit $8`,
      [
        this.clock.now(),
        actor.roles.includes('admin'),
        actor.userId,
        courseId ?? null,
        time ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, (row) => [row.start_on, row.id], cohortRow);
  }
}

/** Where everybody goes by their own start, those who run it see how it is for those who are there from the start. */
function releasesFromFirstDay({ plan, modules, language }: ViewRow): ReleaseView[] {
  const calendar = calendarOf(
    plan,
    modules.map(({ moduleId }) => moduleId),
    language,
  );
  return modules.map((module, index) => {
    const { step, opensAt, movedBy, holiday } = calendar[index]!;
    return { ...module, step, opensAt: opensAt.toISOString(), movedBy, holiday };
  });
}

function releaseView(row: ReleaseView): ReleaseView {
  return {
    ...row,
    opensAt: new Date(row.opensAt).toISOString(),
    releasedAt: row.releasedAt && new Date(row.releasedAt).toISOString(),
  };
}

function cohortRow(row: ListRow): CohortRow {
  return {
    cohortId: row.id,
    courseId: row.course_id,
    courseTitle: row.course_title,
    name: row.name,
    startOn: row.start_on,
    endsOn: row.ends_on,
    timeZone: row.time_zone,
    capacity: row.capacity,
    seatsTaken: row.seats_taken,
    waiting: row.waiting,
    requested: row.requested,
    releasedModules: row.released_modules,
    modules: row.modules,
    nextReleaseAt: row.next_release_at?.toISOString() ?? null,
    cancelledAt: row.cancelled_at?.toISOString() ?? null,
  };
}

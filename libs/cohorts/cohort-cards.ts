import type { Admission, CohortCard, EnrolmentStatus, PersonView } from '@kohorte/contracts';
import { Clock, Database } from '@kohorte/platform';
import type { Actor, Pacing } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { joinState } from './join-state.js';
import { trainersOfCohort } from './person-json.js';

interface CardRow {
  id: string;
  course_id: string;
  course_title: string;
  name: string;
  start_on: string;
  ends_on: string;
  ends_at: Date | null;
  time_zone: string;
  pacing: Pacing;
  admission: Admission;
  capacity: number | null;
  seats_taken: number;
  waiting: number;
  enrolment_opens_at: Date | null;
  enrolment_closes_at: Date | null;
  cancelled_at: Date | null;
  trainers: PersonView[];
  enrolment_id: string | null;
  status: EnrolmentStatus | null;
  offer_ends_at: Date | null;
  place: number | null;
  invited: boolean;
}

/** A card, with the course that it belongs to. */
export interface CardOfCourse {
  courseId: string;
  courseTitle: string;
  card: CohortCard;
}

/**
 * SQL for the cohorts `c` that the person `$1` may know of, with their own enrolment `e`, as of `$2`; `$3`: is an L&D
 * admin. The sentence `sees-cohort`, said in SQL.
 */
export const seenCohorts = `
  cohort c
  left join enrolment e on e.cohort_id = c.id and e.user_id = $1
  left join invitation i on i.cohort_id = c.id and i.user_id = $1
  join lateral (select $3::boolean or c.admission <> 'invitation' or e.id is not null or i.user_id is not null
    or exists (select 1 from cohort_trainer t where t.cohort_id = c.id and t.user_id = $1) as sees) s on s.sees`;

/** SQL for whether the person takes part in `c` in some way. */
export const takesPart = `(e.status is not null and e.status <> 'withdrawn')`;

/** SQL for whether `c` can be joined or takes the person along, now or later: what the catalogue offers. */
export const isOffered = `(
  c.cancelled_at is null and (c.ends_at is null or c.ends_at > $2)
  and (${takesPart} or c.enrolment_closes_at is null or c.enrolment_closes_at > $2))`;

const columns = `
  c.id, c.course_id, v.title as course_title, c.name, c.start_on::text, c.ends_on::text, c.ends_at, c.time_zone, c.pacing,
  c.admission, c.capacity, c.seats_taken, c.waiting, c.enrolment_opens_at, c.enrolment_closes_at, c.cancelled_at,
  e.id as enrolment_id, e.status, e.offer_ends_at, i.user_id is not null as invited, ${trainersOfCohort} as trainers,
  case when e.status = 'waitlisted' and coalesce(e.offer_ends_at <= $2, true) then (
    select count(*)::int + 1 from enrolment q
    where q.cohort_id = c.id and q.status = 'waitlisted' and q.id <> e.id and coalesce(q.offer_ends_at <= $2, true)
      and (coalesce(q.offer_ends_at, '-infinity'), q.queue_number)
        < (coalesce(e.offer_ends_at, '-infinity'), e.queue_number)) end as place`;

/** Cohorts as people see them who may join. Each method is one statement. */
@Injectable()
export class CohortCards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** All cohorts of a course that are not past, and those one takes part in; the soonest first. */
  ofCourse(actor: Actor, courseId: string): Promise<CardOfCourse[]> {
    return this.ask(
      actor,
      `select ${columns} from ${seenCohorts} join course_version v on v.id = c.version_id
       where c.course_id = $4 and (${takesPart} or (c.cancelled_at is null and (c.ends_at is null or c.ends_at > $2)))
       order by c.start_on, c.id`,
      [courseId],
    );
  }

  /** What is offered of each course, the soonest first, `most` a course. */
  offeredOf(actor: Actor, courseIds: string[], most: number): Promise<CardOfCourse[]> {
    return this.ask(
      actor,
      `select n.* from unnest($4::uuid[]) as course (id) join lateral (
         select ${columns} from ${seenCohorts} join course_version v on v.id = c.version_id
         where c.course_id = course.id and ${isOffered}
         order by c.start_on, c.id limit $5) n on true
       order by n.start_on::date, n.id`,
      [courseIds, most],
    );
  }

  /**
   * For home: where the actor waits, is offered a seat, or has asked to come in; then the next cohorts, one a course
   * and `most` in all, that they could join and do not take part in.
   */
  waitingAndToJoin(actor: Actor, most: number): Promise<CardOfCourse[]> {
    return this.ask(
      actor,
      `(select ${columns} from ${seenCohorts} join course_version v on v.id = c.version_id
        where e.status in ('waitlisted', 'requested') and c.cancelled_at is null and (c.ends_at is null or c.ends_at > $2)
        order by e.offer_ends_at nulls last, c.start_on, c.id)
       union all
       (select * from (
          select distinct on (c.course_id) ${columns} from ${seenCohorts} join course_version v on v.id = c.version_id
          where $4 > 0 and ${isOffered} and not ${takesPart}
            and (c.enrolment_opens_at is null or c.enrolment_opens_at <= $2)
            and (c.admission <> 'invitation' or i.user_id is not null)
          order by c.course_id, c.start_on, c.id) n
        order by n.start_on::date, n.id limit $4)`,
      [most],
    );
  }

  private async ask(actor: Actor, text: string, values: unknown[]): Promise<CardOfCourse[]> {
    const now = this.clock.now();
    const about = [actor.userId, now, actor.roles.includes('admin')];
    const rows = await this.database.query<CardRow>(text, [...about, ...values]);
    return rows.map((row) => ({ courseId: row.course_id, courseTitle: row.course_title, card: cardOf(row, now) }));
  }
}

function cardOf(row: CardRow, now: Date): CohortCard {
  const { status, invited, offer_ends_at: offerEndsAt } = row;
  const cohort = {
    capacity: row.capacity,
    admission: row.admission,
    seatsTaken: row.seats_taken,
    waiting: row.waiting,
    enrolmentOpensAt: row.enrolment_opens_at,
    enrolmentClosesAt: row.enrolment_closes_at,
    endsAt: row.ends_at,
    cancelledAt: row.cancelled_at,
  };
  const isOfferOpen = offerEndsAt !== null && now < offerEndsAt;
  return {
    cohortId: row.id,
    name: row.name,
    startOn: row.start_on,
    endsOn: row.ends_on,
    timeZone: row.time_zone,
    pacing: row.pacing,
    admission: row.admission,
    capacity: row.capacity,
    seatsTaken: row.seats_taken,
    waiting: row.waiting,
    enrolmentOpensAt: row.enrolment_opens_at?.toISOString() ?? null,
    enrolmentClosesAt: row.enrolment_closes_at?.toISOString() ?? null,
    trainers: row.trainers,
    mine:
      row.enrolment_id && status && status !== 'withdrawn'
        ? {
            enrolmentId: row.enrolment_id,
            status,
            place: row.place,
            offerEndsAt: isOfferOpen ? offerEndsAt.toISOString() : null,
          }
        : null,
    joinState: joinState(cohort, { status, offerEndsAt, invited }, now),
  };
}

import type { Admission, AssignmentDesign, Criterion, EnrolmentStatus, Pacing } from '@kohorte/rules';

/** Runs a statement, within a decision or outside. */
export type Query = <R extends object>(text: string, values?: unknown[]) => Promise<R[]>;

/** What `selectRound` gives: an assignment of a cohort as one person stands to it. */
export interface RoundRow {
  round_id: string | null;
  seed: number | null;
  cohort_id: string;
  cohort_name: string;
  course_title: string;
  time_zone: string;
  pacing: Pacing;
  cancelled_at: Date | null;
  admission: Admission;
  trains: boolean;
  enrolment_id: string | null;
  status: EnrolmentStatus | null;
  item_id: string;
  title: string;
  body: string | null;
  body_format: 'markdown' | 'html';
  minutes: number;
  due_after_days: number;
  design: AssignmentDesign;
  step: number | null;
  opens_at: Date | null;
  due_moved_to: Date | null;
  reviews_moved_to: Date | null;
  extended_to: Date | null;
  team_id: string | null;
  rubric_id: string | null;
  rubric_number: number | null;
  criteria: Criterion[] | null;
  published_at: Date | null;
}

/**
 * Assignments of cohorts as the person $1 stands to them, for a condition on `c`, `i` or `rr`. Where learners go by
 * their own start, the release is the own one; who has none sees the assignment as not open.
 */
export const selectRound = `
  select rr.id as round_id, rr.seed, c.id as cohort_id, c.name as cohort_name, v.title as course_title, c.time_zone,
    c.pacing, c.cancelled_at, c.admission,
    exists (select from cohort_trainer t where t.cohort_id = c.id and t.user_id = $1) as trains,
    e.id as enrolment_id, e.status, i.id as item_id, i.title, i.body, i.body_format, i.minutes,
    coalesce(i.due_after_days, 0) as due_after_days, i.assignment as design,
    coalesce(own.step, shared.step) as step, coalesce(own.opens_at, shared.opens_at) as opens_at,
    rr.due_moved_to, rr.reviews_moved_to, mine.team_id,
    (select max(x.due_at) from extension x where x.round_id = rr.id and (x.enrolment_id = e.id
       or x.enrolment_id in (select o.enrolment_id from team_member o where o.team_id = mine.team_id))) as extended_to,
    rubric.id as rubric_id, rubric.number as rubric_number, rubric.criteria, rr.published_at
  from cohort c
  join course_version v on v.id = c.version_id
  join module m on m.version_id = c.version_id
  join item i on i.module_id = m.id and i.assignment is not null
  left join enrolment e on e.cohort_id = c.id and e.user_id = $1
  left join release own on c.pacing = 'relative'
    and own.cohort_id = c.id and own.module_id = m.id and own.enrolment_id = e.id
  left join release shared on shared.cohort_id = c.id and shared.module_id = m.id and shared.enrolment_id is null
  left join review_round rr on rr.cohort_id = c.id and rr.item_id = i.id
  left join team_member mine on mine.round_id = rr.id and mine.enrolment_id = e.id
  left join lateral (
    select b.id, b.number, b.criteria from rubric b where b.round_id = rr.id order by b.number desc limit 1) rubric on true`;

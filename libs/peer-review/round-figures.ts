import { isInPool, stateAt } from './pools.js';
import type { Round } from './round.js';

/** SQL for whether somebody who has not left the cohort has worked on the submission `s`. */
export const isSomebodys = `exists (
  select from submission_author of_s join enrolment by_e on by_e.id = of_s.enrolment_id
  where of_s.submission_id = s.id and by_e.status in ('active', 'completed'))`;

/** What `figures` is asked with: the round, now, and whether work is reviewed yet. */
export function figuresOf({ roundId, now, reviewingFrom, isOwnPace }: Round): [string | null, Date, boolean] {
  // Who goes by their own start is reviewed as soon as they have handed in.
  return [roundId, now, isOwnPace || now > reviewingFrom];
}

/**
 * What `everybody` is asked with: what `figures` is, then the cohort, reviews to give, and whether reviews are over.
 * Where each goes by their own start, there is no common end.
 */
export function everybodyOf(round: Round): unknown[] {
  const isOver = !round.isOwnPace && round.now > round.phases.reviewsUntil;
  return [...figuresOf(round), round.cohortId, round.design.reviews.give, isOver];
}

/**
 * Common table expressions, of $1 to $3: `per_work` and `per_reviewer` count reviews, `pool` is what is reviewed, which
 * is also what somebody has left behind who has left the cohort, if reviews of it were given.
 */
export const figures = `
  per_work as (
    select v.submission_id,
      (count(*) filter (where v.done_at is not null and v.set_aside_at is null))::int as received,
      (count(*) filter (where ${stateAt('$2')} = 'held'))::int as held,
      bool_or(v.kind = 'trainer' and v.done_at is not null) as by_trainer
    from review v where v.round_id = $1::uuid and v.submission_id is not null group by v.submission_id),
  per_reviewer as (
    select v.enrolment_id, (count(*) filter (where v.done_at is not null))::int as given,
      (count(*) filter (where ${stateAt('$2')} = 'held'))::int as held
    from review v where v.round_id = $1 and v.kind = 'peer' and v.enrolment_id is not null group by v.enrolment_id),
  pool as (
    select s.id, s.handed_in_at, coalesce(w.received, 0) as received, coalesce(w.held, 0) as held,
      coalesce(w.by_trainer, false) as by_trainer, one.is_somebodys
    from submission s left join per_work w on w.submission_id = s.id
      cross join lateral (select ${isSomebodys} as is_somebodys) one
    where s.round_id = $1 and $3::boolean and ${isInPool}
      and (one.is_somebodys or w.received > 0))`;

/**
 * One more, after `figures`, of $4 to $6: `everybody` in the round with what they have done and shall give, also those
 * who have left but handed in.
 */
export const everybody = `
  everybody as (
    select e.id as enrolment_id, e.user_id, s.id as submission_id, s.handed_in_at, coalesce(s.late, false) as late,
      case when e.status = 'withdrawn' then 'left' when s.id is null then 'none' when s.excluded_at is not null then
        'excluded' when s.handed_in_at is null then 'draft' when s.late then 'late' else 'handed-in' end as state,
      coalesce(g.given, 0) as given, coalesce(g.held, 0) as held, coalesce(w.received, 0) as received,
      case when e.status = 'withdrawn' then 0
        when $6::boolean then least($5::int, (select count(*) from pool)::int - (p.id is not null)::int)
        else $5 end as owed,
      p.id is not null as is_in_pool
    from enrolment e
      left join submission_author a on a.round_id = $1 and a.enrolment_id = e.id
      left join submission s on s.id = a.submission_id
      left join pool p on p.id = s.id
      left join per_work w on w.submission_id = s.id
      left join per_reviewer g on g.enrolment_id = e.id
    where e.cohort_id = $4 and (e.status in ('active', 'completed') or (e.status = 'withdrawn' and s.handed_in_at is not null)))`;

/** SQL for what a row of `everybody` lacks, where $7 is the number of reviews to get. Who has handed in nothing gets nothing to review yet, and owes nothing. */
export const lacks = {
  owe: `($3 and state in ('handed-in', 'late') and given < owed)`,
  short: `(is_in_pool and state <> 'left' and received < $7::int)`,
  late: `(late and state <> 'left')`,
  missing: `(state in ('none', 'draft'))`,
};

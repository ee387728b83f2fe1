import { barredIn, isInPool, isSomebodys, stateAt } from './pools.js';
import type { Round } from './round.js';

/** What `figures` is asked with: the round, now, and whether work is reviewed yet. */
export function figuresOf({ roundId, now, reviewingFrom, isOwnPace }: Round): [string | null, Date, boolean] {
  // Who goes by their own start is reviewed as soon as they have handed in.
  return [roundId, now, isOwnPace || now > reviewingFrom];
}

/**
 * What `everybody` is asked with: what `figures` is, then the cohort, reviews to give, and when reviews ended, if they
 * have. Where each goes by their own start, there is no common end.
 */
export function everybodyOf(round: Round): unknown[] {
  const isOver = !round.isOwnPace && round.now > round.phases.reviewsUntil;
  return [...figuresOf(round), round.cohortId, round.design.reviews.give, isOver ? round.phases.reviewsUntil : null];
}

/**
 * Common table expressions, of $1 to $3: `per_work` and `per_reviewer` count reviews, `pool` is what is reviewed, which
 * is also what somebody has left behind who has left the cohort, if reviews of it were given: what `isPooled` says.
 */
export const figures = `
  per_work as materialized (
    select v.submission_id,
      (count(*) filter (where v.done_at is not null and v.set_aside_at is null))::int as received,
      (count(*) filter (where ${stateAt('$2')} = 'held'))::int as held,
      bool_or(v.kind = 'trainer' and v.done_at is not null) as by_trainer, bool_or(v.done_at is not null) as is_reviewed
    from review v where v.round_id = $1::uuid and v.submission_id is not null group by v.submission_id),
  per_reviewer as materialized (
    select v.enrolment_id, (count(*) filter (where v.done_at is not null))::int as given,
      (count(*) filter (where ${stateAt('$2')} = 'held'))::int as held
    from review v where v.round_id = $1 and v.kind = 'peer' and v.enrolment_id is not null group by v.enrolment_id),
  pool as materialized (
    select s.id, s.handed_in_at, coalesce(w.received, 0) as received, coalesce(w.held, 0) as held,
      coalesce(w.by_trainer, false) as by_trainer, one.is_somebodys
    from submission s left join per_work w on w.submission_id = s.id
      cross join lateral (select ${isSomebodys} as is_somebodys) one
    where s.round_id = $1 and $3::boolean and ${isInPool} and (one.is_somebodys or w.is_reviewed))`;

/**
 * One more, after `figures`, of $4 to $6: `everybody` in the round with what they have done and shall give, also those
 * who have left but handed in. Once reviews are over, `owed` is what `othersOnceOver` comes to; `owed_now` is what
 * it comes to before it is kept with the grade of their reviewing, and asked for only where $6 is given.
 */
export const everybody = `
  barred as materialized (select * from ${barredIn('$1::uuid', 'null::uuid')} b where $6::timestamptz is not null),
  everybody as (
    select e.id as enrolment_id, e.user_id, s.id as submission_id, s.handed_in_at, coalesce(s.late, false) as late,
      case when e.status = 'withdrawn' then 'left' when s.id is null then 'none' when s.excluded_at is not null then
        'excluded' when s.handed_in_at is null then 'draft' when s.late then 'late' else 'handed-in' end as state,
      coalesce(g.given, 0) as given, coalesce(g.held, 0) as held, coalesce(w.received, 0) as received,
      case when e.status = 'withdrawn' then 0
        when $6::timestamptz is not null or c.pacing = 'relative' then coalesce(rg.owed, now.owed, $5::int)
        else $5::int end as owed,
      case when e.status = 'withdrawn' then 0 else now.owed end as owed_now,
      p.id is not null as is_in_pool
    from enrolment e
      join cohort c on c.id = e.cohort_id
      left join reviewing_grade rg on rg.round_id = $1 and rg.enrolment_id = e.id
      left join barred on barred.user_id = e.user_id
      left join submission_author a on a.round_id = $1 and a.enrolment_id = e.id
      left join submission s on s.id = a.submission_id
      left join pool p on p.id = s.id
      left join per_work w on w.submission_id = s.id
      left join per_reviewer g on g.enrolment_id = e.id
      cross join lateral (select case when $6 is null then null when s.handed_in_at > $6 then 0
        else greatest(0, least($5, (select count(*) from pool)::int - coalesce(barred.works, 0))) end as owed) now
    where e.cohort_id = $4 and (e.status in ('active', 'completed') or (e.status = 'withdrawn' and s.handed_in_at is not null)))`;

/** SQL for what a row of `everybody` lacks, where $7 is the number of reviews to get. Who has handed in nothing gets nothing to review yet, and owes nothing. */
export const lacks = {
  owe: `($3 and state in ('handed-in', 'late') and given < owed)`,
  short: `(is_in_pool and state <> 'left' and received < $7::int)`,
  late: `(late and state <> 'left')`,
  missing: `(state in ('none', 'draft'))`,
};

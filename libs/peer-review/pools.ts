import type { ReviewPool } from '@kohorte/rules';
import type { Round } from './round.js';
import type { Query } from './round-row.js';

/** SQL: a submission `s` that is reviewed: handed in, and not taken out. Whether it still has authors is asked besides. */
export const isInPool = `s.handed_in_at is not null and s.excluded_at is null`;

/** SQL: the state of a review `v` at an instant, by the clock: a lease that has run out is lapsed, noted or not. */
export const stateAt = (now: string): string => `case
  when v.done_at is not null then 'done'
  when v.lapsed_at is not null or v.lease_until < ${now} then 'lapsed'
  else 'held' end`;

/**
 * SQL: a review `v` that is not given and that its reviewer may still take up where there is nothing new for them: also one
 * that they gave back or let go of when they left for a while. Who is not impartial stays so.
 */
export const mayBeTakenUp = `(v.kind = 'peer' and v.done_at is null and v.lapsed_why is distinct from 'conflict')`;

/** SQL: reviews `v` that a work has or is getting; those of trainers once they are done. */
export const serves = (now: string): string => `(v.set_aside_at is null
  and (v.kind = 'peer' or v.kind = 'trainer' and v.done_at is not null) and ${stateAt(now)} <> 'lapsed')`;

/** SQL: somebody who has not left the cohort has worked on the submission `s`. */
export const isSomebodys = `exists (
  select from submission_author of_s join enrolment by_e on by_e.id = of_s.enrolment_id
  where of_s.submission_id = s.id and by_e.status in ('active', 'completed'))`;

/** SQL: a submission `s` that is in the pool: what nobody is left with stays only if somebody has reviewed it already. */
export const isPooled = `(${isInPool} and (${isSomebodys}
  or exists (select from review done where done.submission_id = s.id and done.done_at is not null)))`;

/**
 * SQL: of a round, the authors who have not left, with their units. Asked of the enrolments themselves, so that a
 * leaver is gone at once, and whoever comes back is back.
 */
const authors = (round: string): string => `
  author as materialized (
    select a.submission_id, a.user_id, u.org_unit_id
    from submission_author a
    join enrolment e on e.id = a.enrolment_id and e.status in ('active', 'completed')
    join app_user u on u.id = a.user_id
    where a.round_id = ${round})`;

/**
 * SQL: of a round, who must not meet, each pair once; where `person` is one, only their own pairs, else those of all. A
 * person's manager is who heads their unit, or the next one up where they head it themselves or nobody does. Who has said
 * of a review that they are not impartial is kept apart from its authors, without that being among what they declared: it
 * would tell whose work it was.
 */
const apart = (round: string, person: string): string => `
  person as (
    select distinct user_id, org_unit_id from author
    union select u.id, u.org_unit_id from app_user u where u.id = ${person}),
  heads as (
    select o.id, array_agg(h.manager_id order by nlevel(h.path) desc) as managers
    from org_unit o join org_unit h on h.path @> o.path and h.manager_id is not null
    where o.id in (select org_unit_id from person) group by o.id),
  partial as materialized (
    select v.reviewer_id, v.submission_id from review v where v.round_id = ${round} and v.lapsed_why = 'conflict'),
  apart as (
    select c.reviewer_id as one, c.author_id as other from review_conflict c
    where c.round_id = ${round} and (${person} is null or ${person} in (c.reviewer_id, c.author_id))
    union
    select v.reviewer_id, a.user_id from partial v join author a on a.submission_id = v.submission_id
    where ${person} is null or ${person} in (v.reviewer_id, a.user_id)
    union
    select p.user_id, manager.id
    from person p join heads h on h.id = p.org_unit_id
    cross join lateral (
      select m.id from unnest(h.managers) with ordinality m (id, place) where m.id <> p.user_id order by place limit 1
    ) manager
    where (${person} is null or (p.user_id = ${person} or ${person} = any (h.managers)) and ${person} in (p.user_id, manager.id))
      and manager.id in (select user_id from person))`;

/**
 * SQL: how many works of the pool of a round each person must not review (`user_id`, `works`): their own, and those of whom
 * they must not meet. Who is not in it may review them all. Everything that says how many reviews somebody owes goes by
 * this and by `isPooled`.
 */
export const barredIn = (round: string, person: string): string => `(
  with ${authors(round)}, ${apart(round, person)}, barred as (
    select a.user_id, a.submission_id from author a where ${person} is null or a.user_id = ${person}
    union select x.one, a.submission_id from apart x join author a on a.user_id = x.other
    union select x.other, a.submission_id from apart x join author a on a.user_id = x.one)
  select b.user_id, count(*)::int as works from barred b join submission s on s.id = b.submission_id and ${isInPool}
  where ${person} is null or b.user_id = ${person} group by b.user_id)`;

/** How the person who asks for a review stands, as it is at the moment of the decision. */
export interface Standing {
  handedIn: boolean;
  examplesDone: number;
  /** Their reviews that are not done, the begun ones first, given back ones last: held, or lapsed and still to be finished. */
  open: { reviewId: string; state: 'held' | 'lapsed' }[];
  /** Everybody got their reviews already, where they get them at once. */
  allocated: boolean;
}

interface PoolRow {
  submissions: [submissionId: string, authorIds: string[]][];
  allocated: [reviewerId: string, submissionId: string, state: 'done' | 'held' | 'lapsed' | 'set-aside'][];
  conflicts: [string, string][];
  standing: Standing;
}

/**
 * Everything that allocating reviews in a round is decided by, in one statement, however large the round is. A work whose
 * authors have all left stays only if somebody has reviewed it already.
 * @param reviewerId only the conflicts of this person, with how they stand; `null`: those of all
 */
export async function poolOf(
  query: Query,
  round: Round,
  reviewerId: string | null,
): Promise<{ pool: ReviewPool; standing: Standing }> {
  const { reviews } = round.design;
  const [row] = await query<PoolRow>(
    `with ${authors('$1')}, pooled as (
       select s.id, coalesce(array_agg(a.user_id) filter (where a.user_id is not null), '{}') as authors
       from submission s left join author a on a.submission_id = s.id
       where s.round_id = $1 and ${isPooled}
       group by s.id),
     ${apart('$1', '$2::uuid')}
     select coalesce((select json_agg(json_build_array(id, authors)) from pooled), '[]') as submissions,
       coalesce((
         select json_agg(json_build_array(coalesce(v.reviewer_id::text, ''), v.submission_id, case
           when v.set_aside_at is not null and v.done_at is not null then 'set-aside'
           when $4 and v.way = 'batch' and v.revision = 0 and v.done_at is null then 'lapsed'
           else ${stateAt('$3')} end))
         from review v
         where v.round_id = $1 and (v.kind = 'peer' or v.kind = 'trainer' and v.done_at is not null)), '[]') as allocated,
       coalesce((select json_agg(json_build_array(one, other)) from apart), '[]') as conflicts,
       json_build_object(
         'handedIn', exists (select from submission_author a join submission s on s.id = a.submission_id
           where a.round_id = $1 and a.user_id = $2 and s.handed_in_at is not null),
         'examplesDone', (select count(*) from review v
           where v.round_id = $1 and v.reviewer_id = $2 and v.kind = 'example' and v.done_at is not null),
         'open', coalesce((
           select json_agg(json_build_object('reviewId', v.id, 'state', ${stateAt('$3')})
             order by v.lapsed_why is not distinct from 'given-back', (v.revision > 0) desc, v.number)
           from review v join submission s on s.id = v.submission_id and ${isInPool}
           where v.round_id = $1 and v.reviewer_id = $2 and ${mayBeTakenUp}), '[]'),
         'allocated', (select r.allocated_at is not null from review_round r where r.id = $1)) as standing`,
    [round.roundId, reviewerId, round.now, isNearEnd(round)],
  );
  const { submissions, allocated, conflicts, standing } = row!;
  const pool = {
    seed: round.row.seed!,
    need: reviews.need,
    give: reviews.give,
    submissions: submissions.map(([submissionId, authorIds]) => ({ submissionId, authorIds })),
    allocated: allocated.map(([reviewer, submissionId, state]) => ({ reviewerId: reviewer, submissionId, state })),
    conflicts: conflicts.flatMap(([one, other]) => [
      { reviewerId: one, authorId: other },
      { reviewerId: other, authorId: one },
    ]),
  };
  return { pool, standing };
}

/**
 * What there is for the person $2 in the round $1 at the instant $3, without reading the pool: `another`, a work that they
 * may review and have not had; `short`, one of these that has fewer reviews than
 * its authors have earned (need $4). Each is looked for only where it is asked for ($5), as the pool may be large.
 */
export const thereIs = `
  with ${authors('$1')}, ${apart('$1', '$2::uuid')}, may as (
    select s.id, exists (select from review v where v.submission_id = s.id and v.reviewer_id = $2) as had
    from submission s
    where s.round_id = $1 and ${isPooled}
      and not exists (select from author a where a.submission_id = s.id and (a.user_id = $2
        or a.user_id in (select case one when $2 then other else one end from apart)))),
  served as (
    select v.submission_id, count(*) as times from review v where v.round_id = $1 and ${serves('$3')} group by 1),
  given as (
    select v.reviewer_id, count(*) as times from review v
    where v.round_id = $1 and v.kind = 'peer' and v.done_at is not null and v.set_aside_at is null group by 1)
  select case when $5 = 'another' then exists (select from may where not had) end as another,
    case when $5 = 'short' then exists (
      select from may left join served on served.submission_id = may.id
      where not may.had and coalesce(served.times, 0) < least($4::int, 1 + coalesce((
        select max(given.times) from author a join given on given.reviewer_id = a.user_id
        where a.submission_id = may.id), 0))) end as short`;

/**
 * The last third of the time for reviews. What somebody was given at once and has not touched by then no longer keeps
 * others from taking it on.
 */
export function isNearEnd(round: Round): boolean {
  const [from, until] = [round.reviewingFrom.getTime(), round.phases.reviewsUntil.getTime()];
  return !round.isOwnPace && round.now.getTime() >= until - (until - from) / 3;
}

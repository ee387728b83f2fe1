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

/**
 * SQL: of the round $1, the authors who have not left, with their units. Asked of the enrolments themselves, so that a
 * leaver is gone at once, and whoever comes back is back.
 */
const authors = `
  author as materialized (
    select a.submission_id, a.user_id, u.org_unit_id
    from submission_author a
    join enrolment e on e.id = a.enrolment_id and e.status in ('active', 'completed')
    join app_user u on u.id = a.user_id
    where a.round_id = $1)`;

/**
 * SQL: of the round $1, who must not meet, each pair once; where $2 is a person, only their own pairs. A person's manager
 * is who heads their unit, or the next one up where they head it themselves or nobody does. Who has said of a review that
 * they are not impartial is kept apart from its authors, without that being among what they declared: it would tell whose
 * work it was.
 */
const apart = `
  person as (
    select distinct user_id, org_unit_id from author
    union select u.id, u.org_unit_id from app_user u where u.id = $2),
  heads as (
    select o.id, array_agg(h.manager_id order by nlevel(h.path) desc) as managers
    from org_unit o join org_unit h on h.path @> o.path and h.manager_id is not null
    where o.id in (select org_unit_id from person) group by o.id),
  apart as (
    select c.reviewer_id as one, c.author_id as other from review_conflict c
    where c.round_id = $1 and ($2::uuid is null or $2 in (c.reviewer_id, c.author_id))
    union
    select v.reviewer_id, a.user_id from review v join author a on a.submission_id = v.submission_id
    where v.round_id = $1 and v.lapsed_why = 'conflict' and ($2::uuid is null or $2 in (v.reviewer_id, a.user_id))
    union
    select p.user_id, manager.id
    from person p join heads h on h.id = p.org_unit_id
    cross join lateral (
      select m.id from unnest(h.managers) with ordinality m (id, place) where m.id <> p.user_id order by place limit 1
    ) manager
    where ($2::uuid is null or (p.user_id = $2 or $2 = any (h.managers)) and $2 in (p.user_id, manager.id))
      and manager.id in (select user_id from person))`;

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
    `with ${authors}, pooled as (
       select s.id, coalesce(array_agg(a.user_id) filter (where a.user_id is not null), '{}') as authors
       from submission s left join author a on a.submission_id = s.id
       where s.round_id = $1 and ${isInPool}
       group by s.id
       having count(a.user_id) > 0
         or exists (select from review v where v.submission_id = s.id and v.done_at is not null)),
     ${apart}
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
 * What there is for the person $2 in the round $1 at the instant $3, without reading the pool: `others`, works that they
 * may review or have reviewed; `another`, one that they have not had; `short`, one of these that has fewer reviews than
 * its authors have earned (need $4). Each is looked for only where it is asked for ($5), as the pool may be large.
 */
export const thereIs = `
  with ${authors}, ${apart}, may as (
    select s.id, exists (select from review v where v.submission_id = s.id and v.reviewer_id = $2) as had
    from submission s
    where s.round_id = $1 and ${isInPool}
      and not exists (select from submission_author a where a.submission_id = s.id and (a.user_id = $2
        or a.user_id in (select case one when $2 then other else one end from apart)))
      and (exists (select from author a where a.submission_id = s.id)
        or exists (select from review v where v.submission_id = s.id and v.done_at is not null))),
  served as (
    select v.submission_id, count(*) as times from review v where v.round_id = $1 and ${serves('$3')} group by 1),
  given as (
    select v.reviewer_id, count(*) as times from review v
    where v.round_id = $1 and v.kind = 'peer' and v.done_at is not null and v.set_aside_at is null group by 1)
  select case when $5 = 'others' then (select count(*)::int from may) end as others,
    case when $5 = 'another' then exists (select from may where not had) end as another,
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

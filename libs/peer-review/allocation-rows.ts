import type { AllocationReason } from '@kohorte/rules';
import type { Unit } from '@kohorte/platform';
import { isInPool } from './pools.js';
import type { Round } from './round.js';

/** One review that the rule has given to somebody. */
interface Next {
  submissionId: string;
  reason: AllocationReason;
  userId: string;
  way: 'next' | 'top-up';
  leaseUntil: Date;
}

/**
 * Lays the row of a review that somebody was given; its id, or `null` where the work has just been taken back or out:
 * `for share` waits for whoever is about to do that. Ids of reviews are chance: their authors see them, and one that grew
 * with time would tell them when, and so by whom.
 */
export async function insertNext(unit: Unit, round: Round, next: Next): Promise<string | null> {
  const [made] = await unit.query<{ id: string }>(
    `insert into review (id, round_id, submission_id, rubric_id, reviewer_id, enrolment_id, kind, number, way, seed,
       reason, extra, allocated_at, lease_until, changed_at)
     select gen_random_uuid(), s.round_id, s.id, s.rubric_id, $2, $3, 'peer', 1 + coalesce((select max(v.number) from review v
         where v.round_id = s.round_id and v.reviewer_id = $2 and v.kind = 'peer'), 0), $4, $5, $6, $7, $8, $9, $8
     from submission s where s.id = $1 and ${isInPool} for share of s
     on conflict do nothing returning id`,
    [
      next.submissionId,
      next.userId,
      round.enrolmentId,
      next.way,
      round.row.seed,
      JSON.stringify(next.reason),
      next.reason.extra,
      unit.now,
      next.leaseUntil,
    ],
  );
  return made?.id ?? null;
}

/** So many chunks at most, whatever there is to lay: the number of statements does not grow with the round. */
const mostChunks = 4;
const leastInChunk = 50_000;

/**
 * Lays the rows of many reviews that were given at once; each is kept until reviews are over. In the order of the works,
 * so that their index grows page by page.
 */
export async function insertMany(
  unit: Unit,
  round: Round,
  dealt: readonly { reviewerId: string; submissionId: string }[],
): Promise<void> {
  const size = Math.max(leastInChunk, Math.ceil(dealt.length / mostChunks));
  const numbers = numbered(dealt);
  for (let from = 0; from < dealt.length; from += size) {
    const chunk = dealt.slice(from, from + size);
    await unit.query(
      `insert into review (id, round_id, submission_id, rubric_id, reviewer_id, enrolment_id, kind, number, way, seed,
         allocated_at, lease_until, changed_at)
       select gen_random_uuid(), $1, s.id, s.rubric_id, d.reviewer_id, a.enrolment_id, 'peer', d.number, 'batch', $5, $6, $7, $6
       from unnest($2::uuid[], $3::uuid[], $4::int[]) as d (submission_id, reviewer_id, number)
       join submission s on s.id = d.submission_id
       join submission_author a on a.round_id = $1 and a.user_id = d.reviewer_id
       order by s.id
       on conflict do nothing`,
      [
        round.roundId,
        chunk.map(({ submissionId }) => submissionId),
        chunk.map(({ reviewerId }) => reviewerId),
        numbers.slice(from, from + size),
        round.row.seed,
        unit.now,
        round.phases.reviewsUntil,
      ],
    );
  }
}

/**
 * What was given out at once is kept until reviews are over, and so follows when that is moved; what has only run out by
 * that is held again, if the new end lies ahead.
 */
export async function followEnd(unit: Unit, roundId: string, reviewsUntil: Date): Promise<void> {
  await unit.query(
    `update review set lease_until = $2,
       lapsed_at = case when $2::timestamptz >= $3::timestamptz and lapsed_why = 'lease' then null else lapsed_at end,
       lapsed_why = case when $2::timestamptz >= $3::timestamptz and lapsed_why = 'lease' then null else lapsed_why end
     where round_id = $1 and way = 'batch' and done_at is null and (lapsed_why is null or lapsed_why = 'lease')`,
    [roundId, reviewsUntil, unit.now],
  );
}

/** Counts each reviewer's reviews from 1. */
function numbered(dealt: readonly { reviewerId: string }[]): number[] {
  const counts = new Map<string, number>();
  return dealt.map(({ reviewerId }) => {
    const number = (counts.get(reviewerId) ?? 0) + 1;
    counts.set(reviewerId, number);
    return number;
  });
}

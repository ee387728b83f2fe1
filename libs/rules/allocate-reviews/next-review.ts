import { type AllocationReason, drawn, Pool, type PooledSubmission, type ReviewPool } from './pool.js';

/**
 * The submission that a reviewer gets next; `null` where there is none for them.
 *
 * First what has no review at all, then what its authors have earned, then whatever is short; of these the least served,
 * where possible not one whose author reviews the reviewer; of equals the seed draws. Beyond what they owe, reviewers
 * get only what is short of what it has earned.
 */
export function nextReview(
  asked: ReviewPool,
  reviewerId: string,
): { submissionId: string; reason: AllocationReason } | null {
  const pool = new Pool(asked);
  const isExtra = (pool.taken.get(reviewerId) ?? 0) >= asked.give;
  let best: { submission: PooledSubmission; rank: Rank; draw: number } | null = null;
  let among = 0;
  for (const submission of asked.submissions) {
    if (!pool.mayReview(reviewerId, submission)) continue;
    const served = pool.served.get(submission.submissionId) ?? 0;
    const earned = pool.earned(submission);
    if (isExtra && served >= earned) continue;
    const urgency = served === 0 ? 0 : served < earned ? 1 : served < asked.need ? 2 : 3;
    const rank: Rank = [urgency, served, pool.isReciprocal(reviewerId, submission) ? 1 : 0];
    const draw = drawn(asked.seed, reviewerId, submission.submissionId);
    const order = best ? compareRanks(rank, best.rank) : -1;
    if (order < 0) among = 0;
    if (order <= 0) among += 1;
    if (!best || order < 0 || (order === 0 && draw < best.draw)) best = { submission, rank, draw };
  }
  if (!best) return null;
  const { submission, rank } = best;
  return {
    submissionId: submission.submissionId,
    reason: {
      served: rank[1],
      earned: pool.earned(submission),
      reciprocal: rank[2] === 1,
      among,
      extra: isExtra,
    },
  };
}

type Rank = readonly [urgency: number, served: number, reciprocal: number];

function compareRanks(a: Rank, b: Rank): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/**
 * Whom to ask for one review more, near the end: as many as reviews are missing of what authors have earned, those who
 * have done what they owe, the least burdened first; of equals the seed draws.
 *
 * @param asked the pool with nothing held by those who will not come back
 * @param now who may be asked at this moment, and how many were asked lately and may still do it
 */
export function askForMore(
  asked: ReviewPool,
  { mayBeAsked = () => true, pending = 0 }: { mayBeAsked?: (reviewerId: string) => boolean; pending?: number } = {},
): { reviewerId: string; extra: number }[] {
  const pool = new Pool(asked);
  const short = asked.submissions.map((submission) => ({
    submission,
    missing: Math.max(0, pool.earned(submission) - (pool.served.get(submission.submissionId) ?? 0)),
  }));
  const missing = Math.max(0, short.reduce((sum, one) => sum + one.missing, 0) - pending);
  const people = [...new Set(asked.submissions.flatMap(({ authorIds }) => authorIds))];
  return people
    .filter((reviewerId) => (pool.given.get(reviewerId) ?? 0) >= asked.give && mayBeAsked(reviewerId))
    .filter((reviewerId) => short.some((one) => one.missing > 0 && pool.mayReview(reviewerId, one.submission)))
    .map((reviewerId) => ({ reviewerId, extra: (pool.taken.get(reviewerId) ?? 0) - asked.give }))
    .sort((a, b) => a.extra - b.extra || drawn(asked.seed, a.reviewerId) - drawn(asked.seed, b.reviewerId))
    .slice(0, missing);
}

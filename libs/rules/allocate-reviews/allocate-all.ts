import { type Allocated, drawn, Pool, type PooledSubmission, type ReviewPool } from './pool.js';

/** So far one looks for a card that does not make two people review each other. */
const lookahead = 24;

/**
 * Gives everybody their reviews at once, like cards: submissions are shuffled into a deck, as often as reviews are to be
 * given, and each reviewer in turn takes the next card that they may have. So everybody gives as many, and what each
 * submission gets differs by one at the most, wherever conflicts leave the choice; who reviews whom is spread over the
 * whole cohort. What is left over is exchanged with others. Takes time in proportion to the cards. Never throws, for
 * nobody and for one alike: they simply get what there is.
 */
export function allocateAll(asked: ReviewPool): { reviewerId: string; submissionId: string }[] {
  const pool = new Pool(asked);
  const byDraw =
    (round: number) =>
    (a: string, b: string): number =>
      drawn(asked.seed + round, a) - drawn(asked.seed + round, b) || (a < b ? -1 : 1);
  const submissions = new Map(asked.submissions.map((one) => [one.submissionId, one]));
  const ids = [...submissions.keys()].sort(byDraw(0));
  const reviewers = [...new Set(asked.submissions.flatMap(({ authorIds }) => authorIds))].sort(byDraw(1));
  const dealt: { reviewerId: string; submissionId: string }[] = [];
  const short: string[] = [];
  let held: string[] = [];
  let deck: string[] = [];
  let round = 2;
  let cards = reviewers.length * asked.give;

  const draw = (): string | null => {
    if (deck.length === 0 && cards > 0) {
      // A last deck that is not whole goes to those who have earned no less than others: chance.
      deck = ids.toSorted(byDraw(round)).slice(0, cards).reverse();
      round += 1;
    }
    if (deck.length === 0) return null;
    cards -= 1;
    return deck.pop()!;
  };
  const give = (reviewerId: string, submissionId: string): void => {
    dealt.push({ reviewerId, submissionId });
    pool.note({ reviewerId, submissionId, state: 'held' });
  };

  for (let turn = 0; turn < asked.give; turn += 1)
    for (const reviewerId of reviewers) {
      let second = -1;
      let found = -1;
      for (let at = 0; at < lookahead + held.length && found < 0; at += 1) {
        if (at === held.length) {
          const card = draw();
          if (card === null) break;
          held.push(card);
        }
        const submission = submissions.get(held[at]!)!;
        if (!pool.mayReview(reviewerId, submission)) continue;
        if (!pool.isReciprocal(reviewerId, submission)) found = at;
        else if (second < 0) second = at;
        if (at > lookahead && second >= 0) break;
      }
      const at = found >= 0 ? found : second;
      if (at < 0) short.push(reviewerId);
      else give(reviewerId, held.splice(at, 1)[0]!);
      if (held.length > 4 * lookahead) held = held.slice(-4 * lookahead);
    }
  for (const reviewerId of short) exchange(reviewerId, held, dealt, pool, submissions, asked.seed);
  return dealt;
}

/** Somebody who may have none of the cards that are left takes one from another who may. */
function exchange(
  reviewerId: string,
  held: string[],
  dealt: { reviewerId: string; submissionId: string }[],
  pool: Pool,
  submissions: ReadonlyMap<string, PooledSubmission>,
  seed: number,
): void {
  const start = dealt.length > 0 ? drawn(seed, reviewerId) % dealt.length : 0;
  for (let step = 0; step < Math.min(dealt.length, 2_000); step += 1) {
    const other = dealt[(start + step) % dealt.length]!;
    if (other.reviewerId === reviewerId || !pool.mayReview(reviewerId, submissions.get(other.submissionId)!)) continue;
    const at = held.findIndex((card) => pool.mayReview(other.reviewerId, submissions.get(card)!));
    if (at < 0) continue;
    const [card] = held.splice(at, 1) as [string];
    const taken = other.submissionId;
    other.submissionId = card;
    dealt.push({ reviewerId, submissionId: taken });
    const now: Allocated[] = [
      { reviewerId: other.reviewerId, submissionId: card, state: 'held' },
      { reviewerId, submissionId: taken, state: 'held' },
    ];
    now.forEach((one) => pool.note(one));
    return;
  }
}

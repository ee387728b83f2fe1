import { Problem, type SignedIn } from '@kohorte/platform';
import type { OwnReview } from './review-rows.js';
import type { Query } from './round-row.js';

/**
 * Nobody chooses whom they review: in a round, one lets go of as many works as one has to review, given back or not being
 * impartial, whichever it was; what one takes up again does not count. Whoever must not review one more reports it, and
 * who runs the cohort takes it from them; that does not count either.
 * @throws {Problem} `review-kept`
 */
export async function refuseChoosing(query: Query, { row, round }: OwnReview, actor: SignedIn): Promise<void> {
  if (row.kind !== 'peer' || row.lapsed_why === 'given-back') return;
  const [letGo] = await query<{ times: number }>(
    `select count(*)::int as times from review v
     where v.round_id = $1 and v.reviewer_id = $2 and v.kind = 'peer' and v.done_at is null
       and v.lapsed_why in ('given-back', 'conflict') and not exists (
         select from review_flag f where f.review_id = v.id and f.decision = 'set-aside')`,
    [row.round_id, actor.userId],
  );
  const most = Math.max(1, round.design.reviews.give);
  if (letGo!.times >= most) throw new Problem('review-kept', { params: { most } });
}

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { found, type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { AssignmentViews } from './assignment-views.js';
import { checkResponseTime } from './response-time.js';
import { Rounds } from './rounds.js';

/** How helpful authors found reviews, and what they answer. */
@Injectable()
export class Ratings {
  constructor(
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly assignmentViews: AssignmentViews,
  ) {}

  /**
   * Says either or both; what is left out stays, an empty answer is taken back. Of a team, the last word counts. Who is
   * not an author does not learn whether there is such a review, nor do authors of one that is not shown to them.
   * @throws {Problem} `not-found`, `grades-not-shown`, `response-over`
   */
  async rate(
    actor: SignedIn,
    reviewId: string,
    { helpful, answer }: BodyOf<'PUT /reviews/:reviewId/rating'>,
  ): Promise<ReplyOf<'PUT /reviews/:reviewId/rating'>> {
    const { cohortId, itemId } = await this.work.run(async (unit) => {
      const [review] = await unit.query<{ round_id: string; counts: boolean; shown_at: Date | null }>(
        `select r.round_id, r.done_at is not null and r.set_aside_at is null as counts, g.published_at as shown_at
         from review r
         join submission_author a on a.submission_id = r.submission_id and a.user_id = $2
         join enrolment e on e.id = a.enrolment_id and e.status in ('active', 'completed')
         left join grade g on g.submission_id = r.submission_id
         where r.id = $1 for no key update of r`,
        [reviewId, actor.userId],
      );
      const { round_id, counts, shown_at } = found(review);
      const round = await this.rounds.byId(actor, round_id, 'receives-review', { unit, more: { own: true } });
      checkResponseTime(round, shown_at, actor);
      found(counts || null);
      await unit.query(
        `update review set helpful = coalesce($2, helpful), answer = case when $3 then $4 else answer end, rated_at = $5
         where id = $1`,
        [reviewId, helpful ?? null, answer !== undefined, answer || null, unit.now],
      );
      unit.record('peer-review.review-rated', { reviewId });
      return round;
    }, actor.userId);
    return this.assignmentViews.view(actor, cohortId, itemId);
  }
}

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { found, Problem, type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Exclusions } from './exclusions.js';
import { ownReview } from './review-rows.js';
import { Reviews } from './reviews.js';
import { RoundViews } from './round-views.js';
import { Rounds } from './rounds.js';

/** Problems that reviewers report, and what is decided about them. */
@Injectable()
export class Flags {
  constructor(
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly reviews: Reviews,
    private readonly exclusions: Exclusions,
    private readonly roundViews: RoundViews,
  ) {}

  /** The review goes on as it was until somebody has decided. @throws {Problem} `not-found`, also for an example */
  async flag(
    actor: SignedIn,
    reviewId: string,
    { kind, note }: BodyOf<'POST /reviews/:reviewId/flags'>,
  ): Promise<ReplyOf<'POST /reviews/:reviewId/flags'>> {
    await this.work.run(async (unit) => {
      const { row } = await ownReview([unit.query, unit.now], this.rounds, actor, reviewId, unit);
      const flagId = unit.ids.next();
      await unit.query(
        `insert into review_flag (id, submission_id, review_id, kind, note, flagged_by, flagged_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [flagId, found(row.submission_id), reviewId, kind, note, actor.userId, unit.now],
      );
      unit.record('peer-review.flagged', { flagId });
    }, actor.userId);
    return this.reviews.view(actor, reviewId);
  }

  /**
   * Decides on a flag. With a work that is taken out, whatever else was reported about it is decided as well; a review
   * that is set aside, and not given yet, goes to somebody else.
   * @throws {Problem} `not-found`, `not-allowed`, `already-decided`
   */
  async decide(
    actor: SignedIn,
    flagId: string,
    { decision, reason }: BodyOf<'PUT /flags/:flagId/decision'>,
  ): Promise<ReplyOf<'PUT /flags/:flagId/decision'>> {
    const round = await this.work.run(async (unit) => {
      const [row] = await unit.query<{
        submission_id: string;
        review_id: string | null;
        decided_at: Date | null;
        round_id: string;
        given: boolean;
      }>(
        `select f.submission_id, f.review_id, f.decided_at, s.round_id, exists (
           select from review v where v.id = f.review_id and v.done_at is not null) as given
         from review_flag f join submission s on s.id = f.submission_id where f.id = $1 for update of f`,
        [flagId],
      );
      const { submission_id, review_id, decided_at, round_id, given } = found(row);
      const permitted = await this.rounds.byId(actor, round_id, 'runs-cohort', { unit });
      if (decided_at) throw new Problem('already-decided');
      const decided = await unit.query<{ id: string }>(
        `update review_flag set decided_at = $2, decided_by = $3, decision = $4, decided_why = $5
         where id = $1 or ($4 = 'exclude' and submission_id = $6 and decided_at is null) returning id`,
        [flagId, unit.now, actor.userId, decision, reason, submission_id],
      );
      for (const { id } of decided) unit.record('peer-review.flag-decided', { flagId: id });
      if (decision === 'exclude') await this.exclusions.excludeIn(unit, submission_id, reason);
      if (decision === 'set-aside' && review_id && given) await this.exclusions.setAsideIn(unit, review_id, reason);
      if (decision === 'set-aside' && review_id && !given)
        await unit.query(
          `update review set lapsed_at = coalesce(lapsed_at, $2), lapsed_why = 'conflict' where id = $1`,
          [review_id, unit.now],
        );
      return permitted;
    }, actor.userId);
    return this.roundViews.view(actor, round.cohortId, round.itemId);
  }
}

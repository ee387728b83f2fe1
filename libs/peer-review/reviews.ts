import type { BodyOf, FieldProblem, ReplyOf } from '@kohorte/contracts';
import { Clock, Database, fieldProblem, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { answerProblems, type Criterion, pointsOf, reviewGaps } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { refuseChoosing } from './letting-go.js';
import { isOpen, type OwnReview, ownReview, reviewView } from './review-rows.js';
import { leaseOf } from './round.js';
import { Rounds } from './rounds.js';

/** What a review says. */
type Said = Pick<BodyOf<'PUT /reviews/:reviewId'>, 'answers' | 'overall'>;

/** Reviews as they are written and given. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly work: Work,
    private readonly rounds: Rounds,
  ) {}

  /** @throws {Problem} `not-found` also for a review of somebody else */
  async view(actor: SignedIn, reviewId: string): Promise<ReplyOf<'GET /reviews/:reviewId'>> {
    const query = <R extends object>(text: string, values?: unknown[]): Promise<R[]> =>
      this.database.query(text, values);
    return reviewView(await ownReview([query, this.clock.now()], this.rounds, actor, reviewId), actor);
  }

  /**
   * Saves what is being written and keeps the review for its reviewer; one whose lease has run out is taken up again. A
   * review that is given stays given, and whole.
   * @throws {Problem} `not-found`, `cohort-cancelled`, `review-over`, `changed-meanwhile`, `invalid-input`, `review-incomplete`
   */
  async save(
    actor: SignedIn,
    reviewId: string,
    body: BodyOf<'PUT /reviews/:reviewId'>,
  ): Promise<ReplyOf<'PUT /reviews/:reviewId'>> {
    await this.work.run(async (unit) => {
      const review = await this.openOne(unit, actor, reviewId);
      const { row } = review;
      refuseUnfitting(body.answers, row.rubric, actor);
      const said = { answers: body.answers, overall: body.overall || null };
      // Sent again after a reply was lost: it is there already.
      if (isSaid(row, said)) return;
      if (row.revision !== body.revision) throw new Problem('changed-meanwhile');
      const points = row.done_at ? wholePoints(review, said, actor) : null;
      await unit.query(
        `update review set answers = $2, overall = $3, points = $4, revision = revision + 1, changed_at = $5,
           lapsed_at = null, lapsed_why = null, lease_until = greatest(lease_until, $6)
         where id = $1`,
        [reviewId, JSON.stringify(said.answers), said.overall, points, unit.now, leaseUntil(review)],
      );
    }, actor.userId);
    return this.view(actor, reviewId);
  }

  /**
   * Gives a review. Doing so again changes nothing.
   * @throws {Problem} `not-found`, `cohort-cancelled`, `review-over`, `review-incomplete` naming what is missing
   */
  async give(actor: SignedIn, reviewId: string): Promise<ReplyOf<'POST /reviews/:reviewId/completion'>> {
    await this.work.run(async (unit) => {
      const review = await this.own(unit, actor, reviewId);
      const { row, round } = review;
      if (row.done_at) return;
      refuseClosed(review);
      await unit.query(
        `update review set done_at = $2, points = $3, lapsed_at = null, lapsed_why = null where id = $1`,
        [reviewId, unit.now, wholePoints(review, row, actor)],
      );
      unit.record('peer-review.review-given', { reviewId });
      if (row.kind === 'peer' && round.enrolmentId)
        unit.record('peer-review.part-changed', { roundId: row.round_id, enrolmentId: round.enrolmentId });
    }, actor.userId);
    return this.view(actor, reviewId);
  }

  /**
   * Gives a review back to the others; what was written stays.
   * @throws {Problem} `not-found`, `review-given`, `review-kept`
   */
  async giveBack(actor: SignedIn, reviewId: string): Promise<ReplyOf<'DELETE /reviews/:reviewId'>> {
    await this.work.run(async (unit) => {
      const review = await this.own(unit, actor, reviewId);
      if (review.row.done_at) throw new Problem('review-given');
      await refuseChoosing(unit.query, review, actor);
      await unit.query(
        `update review set lapsed_at = $2, lapsed_why = 'given-back' where id = $1 and lapsed_at is null`,
        [reviewId, unit.now],
      );
    }, actor.userId);
  }

  private async openOne(unit: Unit, actor: SignedIn, reviewId: string): Promise<OwnReview> {
    const review = await this.own(unit, actor, reviewId);
    if (review.row.kind === 'example' && review.row.done_at) throw new Problem('review-given');
    refuseClosed(review);
    return review;
  }

  private own(unit: Unit, actor: SignedIn, reviewId: string): Promise<OwnReview> {
    return ownReview([unit.query, unit.now], this.rounds, actor, reviewId, unit);
  }
}

/** @throws {Problem} `cohort-cancelled`, `review-over` */
function refuseClosed(review: OwnReview): void {
  if (review.round.row.cancelled_at) throw new Problem('cohort-cancelled');
  if (!isOpen(review)) throw new Problem('review-over');
}

function isSaid(row: Said, { answers, overall }: Said): boolean {
  const parts = (said: Said['answers']) => JSON.stringify(said.map(({ criterionId, level, comment }) => [criterionId, level, comment])); // prettier-ignore
  return row.overall === overall && parts(row.answers) === parts(answers);
}

/** Examples and the reviews of trainers are nobody else's, so that they are kept without limit. */
function leaseUntil({ row, round }: OwnReview): Date | null {
  return row.kind === 'peer' ? leaseOf(round) : null;
}

/** @throws {Problem} `invalid-input` for answers that do not belong to the rubric of this work */
function refuseUnfitting(answers: Said['answers'], rubric: readonly Criterion[], actor: SignedIn): void {
  const errors = answerProblems(answers, rubric).map(({ index, code }) =>
    fieldProblem(`answers.${index}.${code === 'level-unknown' ? 'level' : 'criterionId'}`, code, actor.language),
  );
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}

/**
 * The points of a review that is whole. Of examples, only levels are asked: they are for learning to grade; of trainers as
 * well, who say elsewhere what they think.
 * @throws {Problem} `review-incomplete`
 */
function wholePoints({ row, round }: OwnReview, said: Said, actor: SignedIn): number {
  const isPeer = row.kind === 'peer';
  const errors = reviewGaps(said, row.rubric, isPeer ? round.design.reviews.leastWords : 0)
    .filter(({ code }) => isPeer || code === 'level-missing')
    .map(({ field, code, figure }): FieldProblem => fieldProblem(field, code, actor.language, figure?.toString()));
  const points = pointsOf(said.answers, row.rubric);
  if (errors.length > 0 || points === null) throw new Problem('review-incomplete', { errors });
  return points;
}

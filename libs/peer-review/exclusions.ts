import type { ReplyOf } from '@kohorte/contracts';
import { found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Grading } from './grading.js';
import { Rounds } from './rounds.js';
import { SubmissionViews } from './submission-views.js';

/** Where a review belongs. */
interface Place {
  round_id: string;
  submission_id: string;
}

/** Work and reviews that do not count. */
@Injectable()
export class Exclusions {
  constructor(
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly grading: Grading,
    private readonly submissionViews: SubmissionViews,
  ) {}

  /** @throws {Problem} `nothing-to-grade` for a draft */
  async exclude(
    actor: SignedIn,
    submissionId: string,
    reason: string,
  ): Promise<ReplyOf<'PUT /submissions/:submissionId/exclusion'>> {
    await this.work.run(async (unit) => {
      await this.permitSubmission(unit, actor, submissionId);
      await this.excludeIn(unit, submissionId, reason);
    }, actor.userId);
    return this.submissionViews.view(actor, submissionId);
  }

  async takeInAgain(
    actor: SignedIn,
    submissionId: string,
  ): Promise<ReplyOf<'DELETE /submissions/:submissionId/exclusion'>> {
    await this.work.run(async (unit) => {
      await this.permitSubmission(unit, actor, submissionId);
      const [taken] = await unit.query<{ round_id: string }>(
        `update submission set excluded_at = null, excluded_why = null
         where id = $1 and excluded_at is not null returning round_id`,
        [submissionId],
      );
      if (!taken) return;
      unit.record('peer-review.taken-in-again', { submissionId });
      await this.noteChanged(unit, taken.round_id, submissionId);
    }, actor.userId);
    return this.submissionViews.view(actor, submissionId);
  }

  /** @throws {Problem} `review-incomplete` for one that is not given */
  async setAside(
    actor: SignedIn,
    reviewId: string,
    reason: string,
  ): Promise<ReplyOf<'PUT /reviews/:reviewId/set-aside'>> {
    const submissionId = await this.work.run(async (unit) => {
      const id = await this.permitReview(unit, actor, reviewId);
      await this.setAsideIn(unit, reviewId, reason);
      return id;
    }, actor.userId);
    return this.submissionViews.view(actor, submissionId);
  }

  async countAgain(actor: SignedIn, reviewId: string): Promise<ReplyOf<'DELETE /reviews/:reviewId/set-aside'>> {
    const submissionId = await this.work.run(async (unit) => {
      const id = await this.permitReview(unit, actor, reviewId);
      const [counts] = await unit.query<Place>(
        `update review set set_aside_at = null, set_aside_why = null
         where id = $1 and set_aside_at is not null returning round_id, submission_id`,
        [reviewId],
      );
      if (counts) {
        unit.record('peer-review.review-counted-again', { reviewId });
        await this.regrade(unit, counts.round_id, counts.submission_id);
      }
      return id;
    }, actor.userId);
    return this.submissionViews.view(actor, submissionId);
  }

  /**
   * Takes work out of its round within a decision: who holds a review of it gets another. Said of one that is out, only
   * the reason changes.
   * @throws {Problem} `nothing-to-grade` for a draft
   */
  async excludeIn(unit: Unit, submissionId: string, reason: string): Promise<void> {
    const [before] = await unit.query<{ round_id: string; handed_in_at: Date | null; excluded_at: Date | null }>(
      `select round_id, handed_in_at, excluded_at from submission where id = $1 for update`,
      [submissionId],
    );
    if (!found(before).handed_in_at) throw new Problem('nothing-to-grade');
    await unit.query(
      `update submission set excluded_at = coalesce(excluded_at, $2), excluded_why = $3, gallery_at = null where id = $1`,
      [submissionId, unit.now, reason],
    );
    if (before!.excluded_at) return;
    await unit.query(
      `update review set lapsed_at = $2, lapsed_why = 'excluded'
       where submission_id = $1 and done_at is null and lapsed_at is null`,
      [submissionId, unit.now],
    );
    unit.record('peer-review.excluded', { submissionId });
    await this.noteChanged(unit, before!.round_id, submissionId);
  }

  /**
   * Leaves a review out of the grade within a decision. Its reviewer has given it all the same.
   * @throws {Problem} `review-incomplete` for one that is not given
   */
  async setAsideIn(unit: Unit, reviewId: string, reason: string): Promise<void> {
    const [before] = await unit.query<Place & { done_at: Date | null; set_aside_at: Date | null }>(
      `select round_id, submission_id, done_at, set_aside_at from review
       where id = $1 and submission_id is not null for update`,
      [reviewId],
    );
    if (!found(before).done_at) throw new Problem('review-incomplete');
    await unit.query(`update review set set_aside_at = coalesce(set_aside_at, $2), set_aside_why = $3 where id = $1`, [
      reviewId,
      unit.now,
      reason,
    ]);
    if (before!.set_aside_at) return;
    unit.record('peer-review.review-set-aside', { reviewId });
    await this.regrade(unit, before!.round_id, before!.submission_id);
  }

  /** Whose work is out has not done their part; whose is in again may have. */
  private async noteChanged(unit: Unit, roundId: string, submissionId: string): Promise<void> {
    const authors = await unit.query<{ enrolment_id: string }>(
      `select enrolment_id from submission_author where submission_id = $1`,
      [submissionId],
    );
    for (const { enrolment_id: enrolmentId } of authors)
      unit.record('peer-review.part-changed', { roundId, enrolmentId });
    await this.regrade(unit, roundId, submissionId);
  }

  /** Grades that are there already shall be true, and who has seen theirs is told of another. */
  private async regrade(unit: Unit, roundId: string, submissionId: string): Promise<void> {
    const [grades] = await unit.query<{ all: boolean; own: boolean }>(
      `select r.graded_at is not null as all, exists (select from grade g where g.submission_id = $2)
         or exists (select from reviewing_grade rg where rg.round_id = $1) as own
       from review_round r where r.id = $1`,
      [roundId, submissionId],
    );
    if (!grades!.all && !grades!.own) return;
    // Where each goes by their own start, some are graded or have reviewed, and others have not yet.
    const only = grades!.all ? undefined : { submissionIds: [submissionId] };
    const { moved } = await this.grading.gradeRound(unit, roundId, only);
    for (const id of moved) unit.record('peer-review.grade-shown', { submissionId: id });
  }

  private async permitSubmission(unit: Unit, actor: SignedIn, submissionId: string): Promise<void> {
    const [row] = await unit.query<{ round_id: string }>(`select round_id from submission where id = $1`, [
      submissionId,
    ]);
    await this.rounds.byId(actor, found(row).round_id, 'runs-cohort', { unit });
  }

  /** The submission that it is a review of; an example is nobody’s. */
  private async permitReview(unit: Unit, actor: SignedIn, reviewId: string): Promise<string> {
    const [row] = await unit.query<Place>(
      `select round_id, submission_id from review where id = $1 and submission_id is not null`,
      [reviewId],
    );
    await this.rounds.byId(actor, found(row).round_id, 'runs-cohort', { unit });
    return row!.submission_id;
  }
}

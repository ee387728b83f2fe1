import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { decideGrade, lockSubmission, takeDecisionBack } from './decided-grades.js';
import { Rounds } from './rounds.js';
import { SubmissionViews } from './submission-views.js';

/** Grades that trainers set. */
@Injectable()
export class Decisions {
  constructor(
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly submissionViews: SubmissionViews,
  ) {}

  /**
   * Sets a grade, whether or not the reviews come to one. Its authors are told if grades are shown already.
   * @throws {Problem} `not-found`, `not-allowed`, `nothing-to-grade` for a draft
   */
  async decide(
    actor: SignedIn,
    submissionId: string,
    { points, reason }: BodyOf<'PUT /submissions/:submissionId/grade'>,
  ): Promise<ReplyOf<'PUT /submissions/:submissionId/grade'>> {
    await this.work.run(async (unit) => {
      const { roundId, handedInAt } = await this.permitted(unit, actor, submissionId);
      if (!handedInAt) throw new Problem('nothing-to-grade');
      await decideGrade(unit, { submissionId, roundId, points, reason, by: actor.userId });
      unit.record('peer-review.grade-decided', { submissionId });
    }, actor.userId);
    return this.submissionViews.view(actor, submissionId);
  }

  /** Goes back to what the reviews come to; nothing where they come to nothing. Where nothing was decided, nothing happens. */
  async takeBack(actor: SignedIn, submissionId: string): Promise<ReplyOf<'DELETE /submissions/:submissionId/grade'>> {
    await this.work.run(async (unit) => {
      await this.permitted(unit, actor, submissionId);
      if (!(await takeDecisionBack(unit, submissionId))) return;
      await unit.query(`delete from grade where submission_id = $1 and method = 'trainer'`, [submissionId]);
      unit.record('peer-review.grade-decided', { submissionId });
    }, actor.userId);
    return this.submissionViews.view(actor, submissionId);
  }

  private async permitted(unit: Unit, actor: SignedIn, submissionId: string) {
    const submission = found(await lockSubmission(unit, submissionId));
    await this.rounds.byId(actor, submission.roundId, 'runs-cohort', { unit });
    return submission;
  }
}

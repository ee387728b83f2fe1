import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { AssignmentViews } from './assignment-views.js';
import { decideGrade, lockSubmission } from './decided-grades.js';
import { checkResponseTime } from './response-time.js';
import { RoundViews } from './round-views.js';
import type { Round } from './round.js';
import { Rounds } from './rounds.js';

interface OwnGrade {
  submission_id: string;
  points: number | null;
  published_at: Date | null;
  has_appeal: boolean;
}

/** Authors ask to look at a grade again; trainers decide. */
@Injectable()
export class Appeals {
  constructor(
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly assignmentViews: AssignmentViews,
    private readonly roundViews: RoundViews,
  ) {}

  /**
   * Once for each submission, whoever of its authors makes it.
   * @throws {Problem} `nothing-handed-in`, `grades-not-shown`, `nothing-to-grade` without a grade, `already-appealed`,
   *   `response-over`
   */
  async make(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    reason: BodyOf<'POST /cohorts/:cohortId/assignments/:itemId/appeal'>['reason'],
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/appeal'>> {
    await this.work.run(async (unit) => {
      const round = await this.rounds.of(actor, cohortId, itemId, 'learns-in-cohort', unit);
      const own = await this.ownGrade(unit, round);
      if (!own) throw new Problem('nothing-handed-in');
      if (own.has_appeal) throw new Problem('already-appealed');
      checkResponseTime(round, own.published_at, actor);
      if (own.points === null) throw new Problem('nothing-to-grade');
      const appealId = unit.ids.next();
      const made = await unit.query(
        `insert into appeal (id, submission_id, made_by, reason, points_before, made_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (submission_id) do nothing returning id`,
        [appealId, own.submission_id, actor.userId, reason, own.points, unit.now],
      );
      if (made.length === 0) throw new Problem('already-appealed');
      unit.record('peer-review.appealed', { appealId });
    }, actor.userId);
    return this.assignmentViews.view(actor, cohortId, itemId);
  }

  /**
   * Answers an appeal, and sets the grade where it is to be another.
   * @throws {Problem} `not-found`, `not-allowed`, `already-decided`
   */
  async decide(
    actor: SignedIn,
    appealId: string,
    { points, answer }: BodyOf<'PUT /appeals/:appealId/decision'>,
  ): Promise<ReplyOf<'PUT /appeals/:appealId/decision'>> {
    const { cohortId, itemId } = await this.work.run(async (unit) => {
      const [appeal] = await unit.query<{ submission_id: string }>(`select submission_id from appeal where id = $1`, [appealId]); // prettier-ignore
      const { submission_id: submissionId } = found(appeal);
      // As for any decision about a submission, so that two do not cross.
      const { roundId } = found(await lockSubmission(unit, submissionId));
      const round = await this.rounds.byId(actor, roundId, 'runs-cohort', { unit });
      const decided = await unit.query(
        `update appeal set decided_at = $2, decided_by = $3, points_after = $4, answer = $5
         where id = $1 and decided_at is null returning id`,
        [appealId, unit.now, actor.userId, points ?? null, answer],
      );
      if (decided.length === 0) throw new Problem('already-decided');
      if (points !== null && points !== undefined)
        await decideGrade(unit, { submissionId, roundId, points, reason: answer, by: actor.userId });
      unit.record('peer-review.appeal-decided', { appealId });
      return round;
    }, actor.userId);
    return this.roundViews.view(actor, cohortId, itemId);
  }

  private async ownGrade(unit: Unit, { roundId, enrolmentId }: Round): Promise<OwnGrade | undefined> {
    const [own] = await unit.query<OwnGrade>(
      `select s.id as submission_id, case when s.excluded_at is null then coalesce(d.points, g.points) end as points,
         g.published_at, exists (select from appeal p where p.submission_id = s.id) as has_appeal
       from submission_author a join submission s on s.id = a.submission_id
       left join grade g on g.submission_id = s.id
       left join grade_decision d on d.submission_id = s.id and d.taken_back_at is null
       where a.round_id = $1 and a.enrolment_id = $2 and s.handed_in_at is not null`,
      [roundId, enrolmentId],
    );
    return own;
  }
}

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { fieldProblem, Problem, type SignedIn, Work } from '@kohorte/platform';
import { type Criterion, designProblems } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { RoundViews } from './round-views.js';
import { Rounds } from './rounds.js';

/** The versions of a round’s rubric. */
@Injectable()
export class Rubrics {
  constructor(
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly roundViews: RoundViews,
  ) {}

  /**
   * A new version, for what is handed in from now on; reviews go by the one that their submission was handed in for. A
   * criterion that is meant to be the same keeps its id. The same rubric again is no new version.
   * @throws {Problem} `invalid-input`
   */
  async change(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    rubric: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/rubric'>['rubric'],
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/rubric'>> {
    const criteria = rubric.map(criterionOf);
    await this.work.run(async (unit) => {
      const round = await this.rounds.of(actor, cohortId, itemId, 'runs-cohort', unit);
      const problems = designProblems({ ...round.design, rubric: criteria, examples: [] })
        .filter(({ field }) => field.startsWith('rubric.'))
        .map(({ field, code, figure }) => fieldProblem(field, code, actor.language, String(figure ?? '')));
      if (problems.length > 0) throw new Problem('invalid-input', { errors: problems });
      const { roundId } = await this.rounds.begin(unit, round);
      await unit.query(`select from review_round where id = $1 for no key update`, [roundId]);
      const [newest] = await unit.query<{ number: number; criteria: Criterion[] }>(
        `select number, criteria from rubric where round_id = $1 order by number desc limit 1`,
        [roundId],
      );
      if (JSON.stringify(newest!.criteria.map(criterionOf)) === JSON.stringify(criteria)) return;
      await unit.query(
        `insert into rubric (id, round_id, number, criteria, created_at, created_by) values ($1, $2, $3, $4::jsonb, $5, $6)`,
        [unit.ids.next(), roundId, newest!.number + 1, JSON.stringify(criteria), unit.now, actor.userId],
      );
      unit.record('peer-review.rubric-changed', { roundId });
    }, actor.userId);
    return this.roundViews.view(actor, cohortId, itemId);
  }
}

/** A criterion with its parts in one order, so that two can be compared as text. */
function criterionOf({ criterionId, title, prompt, weight, commentRequired, levels }: Criterion): Criterion {
  return {
    criterionId,
    title,
    prompt: prompt || null,
    weight,
    commentRequired,
    levels: levels.map(({ points, title: name, description }) => ({
      points,
      title: name,
      description: description || null,
    })),
  };
}

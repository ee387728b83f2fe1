import type { ReplyOf, ReviewerMirror } from '@kohorte/contracts';
import { Database, Problem, type SignedIn } from '@kohorte/platform';
import { pointsOf, tenth } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import type { Round } from './round.js';
import { levelPoints } from './level-points.js';
import { Rounds } from './rounds.js';

/** With fewer reviews there is no telling whether somebody is severe. */
const fewestReviews = 2;
/** With fewer ratings, the one author would be betrayed to the one reviewer. */
const fewestRatings = 2;

interface MirrorRow {
  given: number;
  bias: number | null;
  noise: number | null;
  usual_noise: number | null;
  criteria: ReviewerMirror['criteria'];
  examples: { exampleId: string; own: number }[];
  trainer: ReviewerMirror['trainer'];
  helpful: ReviewerMirror['helpful'];
  answers: string[];
}

/** How somebody reviews, against the others and the trainer. */
@Injectable()
export class Mirrors {
  constructor(
    private readonly rounds: Rounds,
    private readonly database: Database,
  ) {}

  /**
   * Two statements. Nobody is named, and nothing is in the order of time.
   * @throws {Problem} `grades-not-shown`
   */
  async of(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId/mirror'>> {
    const round = await this.rounds.of(actor, cohortId, itemId, 'learns-in-cohort');
    if (!round.isPublished) throw new Problem('grades-not-shown');
    const [row] = await this.database.query<MirrorRow>(mirrorStatement, [
      round.roundId,
      actor.userId,
      round.enrolmentId,
      JSON.stringify(round.rubric),
    ]);
    const { given, bias, noise, usual_noise, criteria, examples, trainer, helpful, answers } = row!;
    const isKnown = given >= fewestReviews;
    return {
      given,
      bias: isKnown ? bias : null,
      noise: isKnown ? noise : null,
      usualNoise: usual_noise === null ? null : tenth(usual_noise),
      criteria: criteria.map((one) => ({ ...one, own: tenth(one.own), others: tenth(one.others) })),
      examples: compared(examples, round),
      trainer: trainer && { ...trainer, own: tenth(trainer.own), right: tenth(trainer.right) },
      helpful: helpful && helpful.count >= fewestRatings ? { ...helpful, mean: tenth(helpful.mean) } : null,
      answers,
    };
  }
}

/** Examples in the order of the assignment, own points against those of its author. */
function compared(own: MirrorRow['examples'], { design }: Round): ReviewerMirror['examples'] {
  const given = new Map(own.map((one) => [one.exampleId, one.own]));
  return design.examples.flatMap(({ exampleId, title, answers }) => {
    const right = pointsOf(answers, design.rubric);
    const points = given.get(exampleId);
    return right === null || points === undefined
      ? []
      : [{ exampleId, title, own: tenth(points), right: tenth(right) }];
  });
}

/**
 * Of the round $1, how the person $2 (enrolment $3) has reviewed. Levels are compared in points of 100, each by the rubric
 * that the review was made with; the criteria are those of the rubric $4.
 */
const mirrorStatement = `
  with mine as materialized (
    select r.* from review r
    where r.round_id = $1 and r.reviewer_id = $2 and r.done_at is not null and r.set_aside_at is null and r.kind <> 'trainer'),
  other as materialized (
    select o.* from review o
    where o.submission_id in (select submission_id from mine) and o.reviewer_id is distinct from $2
      and o.done_at is not null and o.set_aside_at is null),
  level as (${levelPoints}),
  answer as (
    select r.submission_id, r.is_mine, l.criterion_id, l.points
    from (
      select submission_id, rubric_id, answers, true as is_mine from mine where kind = 'peer'
      union all select submission_id, rubric_id, answers, false from other where kind = 'peer') r
      cross join lateral jsonb_array_elements(r.answers) a
      join level l on l.rubric_id = r.rubric_id and l.criterion_id = a.value ->> 'criterionId'
        and l.level = (a.value ->> 'level')::bigint),
  pair as (
    select own.criterion_id, own.points as own, theirs.points as others
    from answer own
    join (select submission_id, criterion_id, avg(points) as points from answer where not is_mine group by 1, 2) theirs
      using (submission_id, criterion_id)
    where own.is_mine),
  by_criterion as (
    select criterion_id, avg(own) as own, avg(others) as others, count(*)::int as count from pair group by 1)
  select (select count(*)::int from mine where kind = 'peer') as given, rg.bias, rg.noise,
    (select percentile_cont(0.5) within group (order by q.noise) from reviewing_grade q
      where q.round_id = $1 and q.noise is not null) as usual_noise,
    coalesce((
      select json_agg(json_build_object('criterionId', b.criterion_id, 'title', c.value ->> 'title', 'own', b.own,
        'others', b.others, 'count', b.count) order by c.ordinality)
      from jsonb_array_elements($4::jsonb) with ordinality c
      join by_criterion b on b.criterion_id = c.value ->> 'criterionId'), '[]') as criteria,
    coalesce((
      select json_agg(json_build_object('exampleId', m.example_id, 'own', m.points)) from mine m
      where m.kind = 'example'), '[]') as examples,
    (select json_build_object('own', avg(m.points), 'right', avg(t.points), 'count', count(*))
      from mine m
      join (select submission_id, avg(points) as points from other where kind = 'trainer' group by 1) t using (submission_id)
      having count(*) > 0) as trainer,
    (select json_build_object('mean', avg(m.helpful), 'count', count(*)) from mine m where m.helpful is not null
      having count(*) > 0) as helpful,
    coalesce((select json_agg(m.answer order by md5(m.id::text)) from mine m where m.answer is not null), '[]') as answers
  from (values (1)) one (n)
  left join reviewing_grade rg on rg.round_id = $1 and rg.enrolment_id = $3`;

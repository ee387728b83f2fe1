import type { Unit } from '@kohorte/platform';
import type { GradingMethod, WholeGrade } from '@kohorte/rules';
import { levelPoints } from './level-points.js';

/** How somebody has reviewed, as it is kept. */
export interface ReviewingRow {
  enrolmentId: string;
  points: number;
  agreement: number;
  helpfulness: number | null;
  bias: number | null;
  noise: number | null;
  given: number;
  owed: number;
}

/**
 * Keeps grades, in one statement however many: what is the same stays untouched, and when it was first shown stays in any
 * case. The means by criterion are taken from the answers themselves, each by its own version of the rubric.
 * @param publishedAt of a round that is shown already: what is new in it is shown as well
 */
export async function saveGrades(
  unit: Unit,
  roundId: string,
  grades: readonly WholeGrade[],
  { method, publishedAt }: { method: GradingMethod; publishedAt: Date | null },
): Promise<void> {
  if (grades.length === 0) return;
  await unit.query(
    `with graded as materialized (
       select * from unnest($2::uuid[], $3::real[], $4::real[], $5::real[], $6::real[], $7::int[], $8::jsonb[], $9::boolean[])
         as g (submission_id, points, low, high, mean, reviews, shares, doubtful)),
     level as materialized (${levelPoints}),
     answer as materialized (
       select r.submission_id, r.rubric_id, a.value ->> 'criterionId' as criterion_id, (a.value ->> 'level')::bigint as level
       from review r join graded g on g.submission_id = r.submission_id
         cross join lateral jsonb_array_elements(r.answers) a
       where r.round_id = $1 and r.done_at is not null and r.set_aside_at is null),
     reached as materialized (
       select a.submission_id, a.criterion_id, round(avg(l.points)::numeric, 1) as points
       from answer a join level l using (rubric_id, criterion_id, level)
       group by a.submission_id, a.criterion_id),
     by_criterion as (
       select s.id as submission_id, jsonb_agg(jsonb_build_object('criterionId', c.value ->> 'criterionId', 'points', q.points)
         order by c.ordinality) as criteria
       from graded g join submission s on s.id = g.submission_id join rubric b on b.id = s.rubric_id
         cross join lateral jsonb_array_elements(b.criteria) with ordinality c
         left join reached q on q.submission_id = s.id and q.criterion_id = c.value ->> 'criterionId'
       group by s.id)
     insert into grade (submission_id, round_id, method, points, low, high, mean, reviews, criteria, shares, doubtful,
       computed_at, published_at)
     select g.submission_id, $1, $10, g.points, g.low, g.high, g.mean, g.reviews, coalesce(c.criteria, '[]'), g.shares,
       g.doubtful, $11, $12
     from graded g left join by_criterion c on c.submission_id = g.submission_id
     on conflict (submission_id) do update set method = excluded.method, points = excluded.points, low = excluded.low,
       high = excluded.high, mean = excluded.mean, reviews = excluded.reviews, criteria = excluded.criteria,
       shares = excluded.shares, doubtful = excluded.doubtful, computed_at = excluded.computed_at,
       published_at = coalesce(grade.published_at, excluded.published_at)
     where (grade.method, grade.points, grade.low, grade.high, grade.mean, grade.reviews, grade.criteria, grade.shares,
         grade.doubtful) is distinct from (excluded.method, excluded.points, excluded.low, excluded.high, excluded.mean,
         excluded.reviews, excluded.criteria, excluded.shares, excluded.doubtful)
       or grade.published_at is null and excluded.published_at is not null`,
    [
      roundId,
      grades.map(({ submissionId }) => submissionId),
      grades.map(({ points }) => points),
      grades.map(({ low }) => low),
      grades.map(({ high }) => high),
      grades.map(({ mean }) => mean),
      grades.map(({ reviews }) => reviews),
      grades.map(({ shares }) => JSON.stringify(shares)),
      grades.map(({ doubts }) => doubts.length > 0),
      method,
      unit.now,
      publishedAt,
    ],
  );
}

/**
 * Takes away grades whose reviews no longer count. Where a trainer has decided, the decision stands alone; work that is
 * out of the round keeps what it had, for the case that it is taken in again.
 */
export async function clearGrades(unit: Unit, roundId: string, submissionIds: readonly string[]): Promise<void> {
  if (submissionIds.length === 0) return;
  await unit.query(
    `with stale as (
       select s.id, d.points from submission s
       left join grade_decision d on d.submission_id = s.id and d.taken_back_at is null
       where s.round_id = $1 and s.id = any ($2) and s.excluded_at is null),
     gone as (delete from grade g using stale where g.submission_id = stale.id and stale.points is null)
     update grade g set method = 'trainer', points = stale.points, low = stale.points, high = stale.points, mean = null,
       reviews = 0, criteria = '[]', shares = '[]', doubtful = false, computed_at = $3
     from stale where g.submission_id = stale.id and stale.points is not null
       and (g.method, g.points) is distinct from ('trainer', stale.points)`,
    [roundId, submissionIds, unit.now],
  );
}

/**
 * Keeps how people have reviewed, in one statement however many; what is the same stays untouched. Gives whose part may be
 * done now, as they owe less than before.
 */
export async function saveReviewing(unit: Unit, roundId: string, rows: readonly ReviewingRow[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const saved = await unit.query<{ enrolment_id: string; owes_less: boolean | null }>(
    `insert into reviewing_grade (round_id, enrolment_id, points, agreement, helpfulness, bias, noise, given, owed, computed_at)
     select $1, g.*, $10
     from unnest($2::uuid[], $3::real[], $4::real[], $5::real[], $6::real[], $7::real[], $8::int[], $9::int[]) g
     on conflict (round_id, enrolment_id) do update set points = excluded.points, agreement = excluded.agreement,
       helpfulness = excluded.helpfulness, bias = excluded.bias, noise = excluded.noise, given = excluded.given,
       owed = excluded.owed, computed_at = excluded.computed_at
     where (reviewing_grade.points, reviewing_grade.agreement, reviewing_grade.helpfulness, reviewing_grade.bias,
         reviewing_grade.noise, reviewing_grade.given, reviewing_grade.owed) is distinct from (excluded.points,
         excluded.agreement, excluded.helpfulness, excluded.bias, excluded.noise, excluded.given, excluded.owed)
     returning new.enrolment_id, new.owed < old.owed as owes_less`,
    [
      roundId,
      rows.map(({ enrolmentId }) => enrolmentId),
      rows.map(({ points }) => points),
      rows.map(({ agreement }) => agreement),
      rows.map(({ helpfulness }) => helpfulness),
      rows.map(({ bias }) => bias),
      rows.map(({ noise }) => noise),
      rows.map(({ given }) => given),
      rows.map(({ owed }) => owed),
      unit.now,
    ],
  );
  return saved.flatMap(({ enrolment_id, owes_less }) => (owes_less ? [enrolment_id] : []));
}

import type { GradeView } from '@kohorte/contracts';
import { type AssignmentDesign, tenth, totalPoints } from '@kohorte/rules';

/** What `gradeView` needs of a submission's grade, a trainer's decision about it, and its author's reviewing. */
export interface GradeRow {
  method: GradeView['method'] | null;
  points: number | null;
  low: number;
  high: number;
  mean: number | null;
  reviews: number;
  criteria: GradeView['criteria'];
  doubtful: boolean;
  decision: { points: number; reason: string; at: string } | null;
  reviewing: NonNullable<GradeView['reviewing']> | null;
}

/** The columns of `GradeRow`, for `gradeJoins`; the reviewing is that of the enrolment `enrolment`, or nobody's. */
export const gradeColumns = (enrolment: string | null): string => `
  g.method, g.points, g.low, g.high, g.mean, g.reviews, g.criteria, g.doubtful,
  case when d.id is not null then
    json_build_object('points', d.points, 'reason', d.reason, 'at', d.decided_at) end as decision,
  ${
    enrolment === null
      ? 'null'
      : `(select json_build_object('points', rg.points, 'agreement', rg.agreement, 'helpfulness', rg.helpfulness,
           'given', rg.given, 'owed', rg.owed)
         from reviewing_grade rg where rg.round_id = s.round_id and rg.enrolment_id = ${enrolment}
           and (rg.given > 0 or rg.owed > 0))`
  } as reviewing`;

/** What `gradeColumns` are of, joined to the submission `s`. */
export const gradeJoins = `
  left join grade g on g.submission_id = s.id
  left join grade_decision d on d.submission_id = s.id and d.taken_back_at is null`;

/**
 * A grade with how it came about; `null` where there is none. What a trainer has decided is the grade, and sure; what the
 * reviews came to stays to be seen in the mean and the criteria.
 */
export function gradeView(row: GradeRow, { grading }: Pick<AssignmentDesign, 'grading'>): GradeView | null {
  const { decision, reviewing } = row;
  if (row.method === null || row.points === null) return null;
  const points = decision?.points ?? row.points;
  return {
    points,
    low: decision?.points ?? row.low,
    high: decision?.points ?? row.high,
    method: decision ? 'trainer' : row.method,
    criteria: row.criteria,
    mean: row.mean,
    reviews: row.reviews,
    doubtful: row.doubtful && !decision,
    decision: decision && { ...decision, at: new Date(decision.at).toISOString() },
    reviewing,
    total: tenth(totalPoints(points, reviewing?.points ?? null, grading.reviewingShare)),
  };
}

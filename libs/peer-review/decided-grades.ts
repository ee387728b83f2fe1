import type { Unit } from '@kohorte/platform';
import { isShown } from './author-phases.js';

/** A submission that waits until others who decide about it have done so. */
export async function lockSubmission(
  unit: Unit,
  submissionId: string,
): Promise<{ roundId: string; handedInAt: Date | null } | null> {
  const [row] = await unit.query<{ round_id: string; handed_in_at: Date | null }>(
    `select round_id, handed_in_at from submission where id = $1 for no key update`,
    [submissionId],
  );
  return row ? { roundId: row.round_id, handedInAt: row.handed_in_at } : null;
}

/** What a trainer decides about a submission that is locked. */
export interface Decision {
  submissionId: string;
  roundId: string;
  points: number;
  /** The authors read it. */
  reason: string;
  by: string;
}

/**
 * Makes a decision the grade, in the place of one before it. Where no review has come to a grade, it stands alone; if
 * grades are shown already, so is this.
 */
export async function decideGrade(unit: Unit, decision: Decision): Promise<void> {
  const { submissionId, roundId, points, reason, by } = decision;
  await takeDecisionBack(unit, submissionId);
  await unit.query(
    `insert into grade_decision (id, submission_id, points, reason, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6)`,
    [unit.ids.next(), submissionId, points, reason, by, unit.now],
  );
  const shownAt = (await isShown(unit.query, submissionId, unit.now)) ? unit.now : null;
  await unit.query(
    `insert into grade (submission_id, round_id, method, points, low, high, reviews, criteria, shares, doubtful,
       computed_at, published_at)
     values ($1, $2, 'trainer', $3, $3, $3, 0, '[]', '[]', false, $4, $5)
     on conflict (submission_id) do update set
       points = case when grade.method = 'trainer' then excluded.points else grade.points end,
       low = case when grade.method = 'trainer' then excluded.low else grade.low end,
       high = case when grade.method = 'trainer' then excluded.high else grade.high end,
       published_at = coalesce(grade.published_at, excluded.published_at)`,
    [submissionId, roundId, points, unit.now, shownAt],
  );
}

/** Gives whether there was one. */
export async function takeDecisionBack(unit: Unit, submissionId: string): Promise<boolean> {
  const rows = await unit.query(
    `update grade_decision set taken_back_at = $2 where submission_id = $1 and taken_back_at is null returning id`,
    [submissionId, unit.now],
  );
  return rows.length > 0;
}

/** One review as far as a grade is concerned: points of 100, weighted over the criteria of its rubric. */
export interface ScoredReview {
  submissionId: string;
  reviewerId: string;
  points: number;
}

/** What a reviewer gave for an example, and what the trainer had given for it; points of 100. */
export interface Calibration {
  reviewerId: string;
  given: number;
  right: number;
}

/** One criterion of a rubric as a review answers it. */
export interface CriterionScore {
  /** The level's points, from 0 to `most`. */
  points: number;
  most: number;
  /** How much the criterion weighs against the others; not negative. */
  weight: number;
}

/**
 * Points of 100 for one review: the weighted mean of what each criterion reached of its most. Criteria that weigh or
 * give nothing count nowhere; 0 where none counts.
 */
export function weightedPoints(criteria: readonly CriterionScore[]): number {
  const counting = criteria.filter(({ most, weight }) => most > 0 && weight > 0);
  const weights = counting.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return 0;
  const reached = counting.reduce((sum, { points, most, weight }) => sum + weight * bounded(points / most, 0, 1), 0);
  return (100 * reached) / weights;
}

export function bounded(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

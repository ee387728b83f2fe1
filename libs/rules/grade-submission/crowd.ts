import type { Calibration, ScoredReview } from './reviews.js';
import { bounded } from './reviews.js';

/** How the reviewers of one assignment grade, as far as their reviews tell. Deviations in points of 100. */
export interface Crowd {
  /** The mean of all work. */
  mean: number;
  /** How far work lies apart. */
  quality: number;
  /** How far reviewers lie apart in being severe or mild. */
  severity: number;
  /** How far one review lies from what its reviewer would give on average. */
  noise: number;
  /** Per reviewer: their own noise, where there is more to say than the crowd's. */
  noiseOf: ReadonlyMap<string, number>;
}

/** What is thought of a crowd before anything is known, and how many observations that thought is worth. */
const usual = { mean: 72, quality: 12, severity: 7, noise: 10 };
const worth = 24;
/** The same for one reviewer's noise. */
const worthOfOne = 6;

/**
 * Learns how a crowd grades: variance components by the method of moments for crossed random effects (Searle, Casella,
 * McCulloch, Variance Components, 1992, chapter 5), drawn towards what is usual, as few reviews say little. Pairs of
 * reviews of one submission differ by severity and noise, pairs by one reviewer by quality and noise, all others by all
 * three. Each reviewer's own noise comes from their residuals and their calibrations, drawn towards the crowd's.
 */
export function knowCrowd(reviews: readonly ScoredReview[], calibrations: readonly Calibration[]): Crowd {
  const count = reviews.length;
  const sum = reviews.reduce((total, { points }) => total + points, 0);
  const mean = (sum + worth * usual.mean) / (count + worth);
  const total = halfSquaredDifference(reviews.map(({ points }) => points));
  const bySubmission = pooled(reviews, ({ submissionId }) => submissionId);
  const byReviewer = pooled(reviews, ({ reviewerId }) => reviewerId);
  const drawn = (found: number, pairs: number, prior: number): number => {
    const share = pairs / (pairs + worth);
    return Math.sqrt(Math.max(share * found + (1 - share) * prior ** 2, 1));
  };
  const pairs = Math.min(bySubmission.pairs, byReviewer.pairs);
  const noise = drawn(Math.max(bySubmission.value + byReviewer.value - total, 4), pairs, usual.noise);
  const quality = drawn(Math.max(total - bySubmission.value, 4), bySubmission.pairs, usual.quality);
  const severity = drawn(Math.max(total - byReviewer.value, 0.25), pairs, usual.severity);
  return { mean, quality, severity, noise, noiseOf: noises(reviews, calibrations, { mean, severity, noise }) };
}

function noises(
  reviews: readonly ScoredReview[],
  calibrations: readonly Calibration[],
  crowd: Pick<Crowd, 'mean' | 'severity' | 'noise'>,
): Map<string, number> {
  const others = new Map<string, { sum: number; count: number }>();
  for (const { submissionId, points } of reviews) {
    const known = others.get(submissionId) ?? { sum: 0, count: 0 };
    others.set(submissionId, { sum: known.sum + points, count: known.count + 1 });
  }
  // By how much each review lies off the others of its submission, without what its reviewer is always off by.
  const off = new Map<string, { by: number; expected: number }[]>();
  const note = (reviewerId: string, by: number, expected: number): void => {
    off.set(reviewerId, [...(off.get(reviewerId) ?? []), { by, expected }]);
  };
  const variance = crowd.noise ** 2;
  for (const { reviewerId, submissionId, points } of reviews) {
    const { sum, count } = others.get(submissionId)!;
    if (count < 2) continue;
    const by = points - (sum - points) / (count - 1);
    note(reviewerId, by, variance + (variance + crowd.severity ** 2) / (count - 1));
  }
  for (const { reviewerId, given, right } of calibrations) note(reviewerId, given - right, variance);
  const found = new Map<string, number>();
  for (const [reviewerId, list] of off) {
    const typical = list.reduce((total, { by }) => total + by, 0) / list.length;
    const shrunk = typical * (list.length / (list.length + 2));
    const ratio = list.reduce((total, { by, expected }) => total + (by - shrunk) ** 2 / expected, 0);
    const own = (worthOfOne + ratio) / (worthOfOne + Math.max(list.length - 1, 0));
    found.set(reviewerId, crowd.noise * Math.sqrt(bounded(own, 0.4, 6)));
  }
  return found;
}

/** Half the mean squared difference within groups, over all pairs. */
function pooled(reviews: readonly ScoredReview[], key: (review: ScoredReview) => string) {
  const groups = new Map<string, number[]>();
  for (const review of reviews) {
    const list = groups.get(key(review));
    if (list) list.push(review.points);
    else groups.set(key(review), [review.points]);
  }
  let value = 0;
  let pairs = 0;
  for (const list of groups.values()) {
    const own = (list.length * (list.length - 1)) / 2;
    value += own * halfSquaredDifference(list);
    pairs += own;
  }
  return { value: pairs > 0 ? value / pairs : 0, pairs };
}

/** The sample variance: half the mean squared difference of all pairs. */
function halfSquaredDifference(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

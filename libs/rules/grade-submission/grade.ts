import type { Crowd } from './crowd.js';
import { bounded, type Calibration, type ScoredReview } from './reviews.js';

/** A submission's grade, points of 100. */
export interface Grade {
  submissionId: string;
  points: number;
  /** Between these it lies nine times in ten. */
  low: number;
  high: number;
  reviews: number;
  /** How much each review counted, from 0 to 1, and by how much it was corrected for its reviewer's severity. */
  shares: { reviewerId: string; share: number; corrected: number }[];
}

/** A reviewer as the grades see them. */
export interface ReviewerMirror {
  reviewerId: string;
  /** Points above (mild) or below (severe) the others, drawn towards 0 while little is known. */
  bias: number;
  /** How far a single review of theirs may lie off. */
  noise: number;
  reviews: number;
}

/** Beyond so many deviations a review pulls no harder (Huber, 1964). */
const bound = 1.6;
/** Nine times in ten. */
const ninety = 1.645;
/** The crowd's figures are estimates themselves; found by simulation (bench, `review.accuracy`). */
const caution = 1.04;
const rounds = 40;
/** Less than this, in points, is no change any more. */
const still = 1e-6;

/**
 * Grades submissions from all reviews at once: each review is the quality of the work, plus its reviewer's bias, plus
 * noise; quality and bias are drawn towards the crowd's mean and 0 (best linear unbiased prediction for crossed random
 * effects, with Huber's loss, so that one review can pull only so far). Calibrations tell about bias and noise.
 *
 * Given the crowd, a grade never falls when a review of it rises: the loss is convex and its Hessian, with the sign of
 * the biases turned, a diagonally dominant M-matrix.
 *
 * The order of reviews does not matter. Submissions without a review have no grade.
 */
export function gradeSubmissions(
  reviews: readonly ScoredReview[],
  calibrations: readonly Calibration[],
  crowd: Crowd,
): { grades: Grade[]; reviewers: ReviewerMirror[] } {
  const submissionIds = [...new Set(reviews.map(({ submissionId }) => submissionId))].sort();
  const reviewerIds = [...new Set([...reviews, ...calibrations].map(({ reviewerId }) => reviewerId))].sort();
  const submissionAt = new Map(submissionIds.map((id, index) => [id, index]));
  const reviewerAt = new Map(reviewerIds.map((id, index) => [id, index]));
  const edges = reviews
    .map((review) => ({
      submission: submissionAt.get(review.submissionId)!,
      reviewer: reviewerAt.get(review.reviewerId)!,
      points: bounded(review.points, 0, 100) - crowd.mean,
      variance: (crowd.noiseOf.get(review.reviewerId) ?? crowd.noise) ** 2,
      weight: 1,
    }))
    .sort((a, b) => a.submission - b.submission || a.reviewer - b.reviewer || a.points - b.points);
  const of = {
    submissions: submissionIds.map((): typeof edges => []),
    reviewers: reviewerIds.map((): typeof edges => []),
  };
  for (const edge of edges) {
    of.submissions[edge.submission]!.push(edge);
    of.reviewers[edge.reviewer]!.push(edge);
  }
  const known = reviewerIds.map(() => ({ weight: 0, sum: 0 }));
  for (const { reviewerId, given, right } of calibrations) {
    const weight = 1 / (crowd.noiseOf.get(reviewerId) ?? crowd.noise) ** 2;
    const one = known[reviewerAt.get(reviewerId)!]!;
    one.weight += weight;
    one.sum += weight * (bounded(given, 0, 100) - bounded(right, 0, 100));
  }

  const quality = new Float64Array(submissionIds.length);
  const bias = new Float64Array(reviewerIds.length);
  const qualityPrior = 1 / crowd.quality ** 2;
  const biasPrior = 1 / crowd.severity ** 2;
  let moved = Infinity;
  for (let round = 0; round < rounds && moved > still; round += 1) {
    moved = 0;
    for (const edge of edges) {
      const off = Math.abs(edge.points - quality[edge.submission]! - bias[edge.reviewer]!) / Math.sqrt(edge.variance);
      edge.weight = off <= bound ? 1 : bound / off;
    }
    of.submissions.forEach((list, index) => {
      const sum = list.reduce((total, edge) => total + (edge.weight * (edge.points - bias[edge.reviewer]!)) / edge.variance, 0); // prettier-ignore
      const found = sum / (qualityPrior + list.reduce((total, edge) => total + edge.weight / edge.variance, 0));
      moved = Math.max(moved, Math.abs(found - quality[index]!));
      quality[index] = found;
    });
    of.reviewers.forEach((list, index) => {
      const { weight, sum } = known[index]!;
      const own = list.reduce((total, edge) => total + (edge.weight * (edge.points - quality[edge.submission]!)) / edge.variance, 0); // prettier-ignore
      const found = (sum + own) / (biasPrior + weight + list.reduce((total, edge) => total + edge.weight / edge.variance, 0)); // prettier-ignore
      moved = Math.max(moved, Math.abs(found - bias[index]!));
      bias[index] = found;
    });
  }

  const spread = spreads(of, known, { qualityPrior, biasPrior, count: submissionIds.length });
  const grades = submissionIds.map((submissionId, index): Grade => {
    const list = of.submissions[index]!;
    const points = bounded(crowd.mean + quality[index]!, 0, 100);
    const reach = ninety * caution * Math.sqrt(spread[index]!);
    const weights = list.reduce((total, edge) => total + edge.weight / edge.variance, 0);
    return {
      submissionId,
      points,
      low: bounded(points - reach, 0, 100),
      high: bounded(points + reach, 0, 100),
      reviews: list.length,
      shares: list.map((edge) => ({
        reviewerId: reviewerIds[edge.reviewer]!,
        share: edge.weight / edge.variance / weights,
        corrected: -bias[edge.reviewer]!,
      })),
    };
  });
  const reviewers = reviewerIds.map((reviewerId, index) => ({
    reviewerId,
    bias: bias[index]!,
    noise: crowd.noiseOf.get(reviewerId) ?? crowd.noise,
    reviews: of.reviewers[index]!.length,
  }));
  return { grades, reviewers };
}

interface Edge {
  submission: number;
  reviewer: number;
  variance: number;
  weight: number;
}

/**
 * The variance that is left of each submission's quality, with what is not known about its reviewers' biases: belief
 * propagation between submissions and reviewers (Weiss and Freeman, 2001), a few rounds of which are enough.
 */
function spreads(
  of: { submissions: Edge[][]; reviewers: Edge[][] },
  known: { weight: number }[],
  { qualityPrior, biasPrior, count }: { qualityPrior: number; biasPrior: number; count: number },
): Float64Array {
  const ofQuality = new Float64Array(count).fill(1 / qualityPrior);
  const ofBias = new Float64Array(of.reviewers.length).fill(1 / biasPrior);
  for (let round = 0; round < 8; round += 1) {
    of.reviewers.forEach((list, index) => {
      const precision = biasPrior + known[index]!.weight + list.reduce((sum, edge) => sum + edge.weight / (edge.variance + ofQuality[edge.submission]!), 0); // prettier-ignore
      ofBias[index] = 1 / precision;
    });
    of.submissions.forEach((list, index) => {
      let precision = qualityPrior;
      for (const edge of list) {
        // What this submission itself tells about the reviewer must not be counted twice.
        const without = 1 / ofBias[edge.reviewer]! - edge.weight / (edge.variance + ofQuality[index]!);
        precision += edge.weight / (edge.variance + 1 / Math.max(without, biasPrior));
      }
      ofQuality[index] = 1 / precision;
    });
  }
  return ofQuality;
}

/** The plain mean of the reviews, for assignments that want it. */
export function meanPoints(points: readonly number[]): number {
  return points.reduce((sum, value) => sum + value, 0) / points.length;
}

/** The median; of an even number the mean of the middle two. */
export function medianPoints(points: readonly number[]): number {
  const sorted = points.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

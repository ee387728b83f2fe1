import { knowCrowd } from './crowd.js';
import { type Doubt, doubtsAbout } from './doubt.js';
import { gradeSubmissions, meanPoints } from './grade.js';
import { plainGrade } from './plain.js';
import { bounded, type Calibration, type ScoredReview } from './reviews.js';

/** A review that counts. */
export interface CountedReview extends ScoredReview {
  reviewId: string;
  byTrainer: boolean;
}

/** What the reviews of one submission come to, with how; points of 100, to a tenth. */
export interface WholeGrade {
  submissionId: string;
  points: number;
  low: number;
  high: number;
  /** The plain mean of its reviews. */
  mean: number;
  reviews: number;
  /** How much each counted, in percent, and by how much it was corrected. */
  shares: { reviewId: string; share: number; corrected: number }[];
  doubts: Doubt[];
}

/** How a reviewer reviews: above 0 mild, below severe; and how far a single review may lie off. */
export interface KnownReviewer {
  bias: number;
  noise: number;
}

/** A trainer is taken to be three times as sure as the usual reviewer. */
const trainerReach = (1.645 * 10) / 3;

/**
 * Grades everything in a round by the method that its assignment chose.
 *
 * Where trainers have reviewed a submission themselves, the mean of theirs is its grade, whatever the method, and nothing
 * about it is doubtful; what peers gave for it tells about the peers, like an example. How reviewers review is worked out
 * with any method: the mirror shows it.
 *
 * Does not depend on the order of reviews, and gives the same for the same.
 */
export function gradeAll(given: {
  method: 'calibrated' | 'mean' | 'median';
  /** Reviews that each submission shall get. */
  need: number;
  reviews: readonly CountedReview[];
  /** By the examples. */
  calibrations: readonly Calibration[];
}): { grades: WholeGrade[]; reviewers: Map<string, KnownReviewer> } {
  const bySubmission = new Map<string, CountedReview[]>();
  for (const review of given.reviews) {
    const list = bySubmission.get(review.submissionId);
    if (list) list.push(review);
    else bySubmission.set(review.submissionId, [review]);
  }
  const byTrainers = new Map<string, number>();
  for (const [submissionId, list] of bySubmission) {
    const theirs = list.filter(({ byTrainer }) => byTrainer);
    if (theirs.length > 0) byTrainers.set(submissionId, meanPoints(theirs.map(({ points }) => points)));
  }
  const peers = given.reviews.filter(({ byTrainer }) => !byTrainer);
  const open = peers.filter(({ submissionId }) => !byTrainers.has(submissionId));
  const calibrations = [...given.calibrations];
  for (const { submissionId, reviewerId, points } of peers) {
    const right = byTrainers.get(submissionId);
    if (right !== undefined) calibrations.push({ reviewerId, given: points, right });
  }
  const estimate = gradeSubmissions(open, calibrations, knowCrowd(open, calibrations));
  const calibrated = new Map(estimate.grades.map((grade) => [grade.submissionId, grade]));
  const reviewers = new Map(estimate.reviewers.map(({ reviewerId, bias, noise }) => [reviewerId, { bias, noise }]));

  const grades = [...bySubmission.keys()].sort().map((submissionId): WholeGrade => {
    const list = bySubmission.get(submissionId)!.toSorted((a, b) => (a.reviewId < b.reviewId ? -1 : 1));
    const points = list.map((review) => review.points);
    const right = byTrainers.get(submissionId);
    if (right !== undefined)
      return {
        submissionId,
        ...tenths({ points: right, low: right - trainerReach, high: right + trainerReach, mean: meanPoints(points) }),
        reviews: list.length,
        shares: sharesOf(list, ({ byTrainer }) => (byTrainer ? 1 : 0)),
        doubts: [],
      };
    const { need } = given;
    if (given.method !== 'calibrated')
      return {
        submissionId,
        ...tenths({ ...plainGrade(points, given.method), mean: meanPoints(points) }),
        reviews: list.length,
        shares: sharesOf(list, given.method === 'mean' ? () => 1 : inTheMiddle(list)),
        doubts: doubtsAbout({ reviews: points, need, interval: null }),
      };
    const { low, high, shares, ...grade } = calibrated.get(submissionId)!;
    const shareOf = new Map(shares.map((share) => [share.reviewerId, share]));
    return {
      submissionId,
      ...tenths({ points: grade.points, low, high, mean: meanPoints(points) }),
      reviews: list.length,
      shares: list.map(({ reviewId, reviewerId }) => {
        const { share, corrected } = shareOf.get(reviewerId)!;
        return { reviewId, share: tenth(100 * share), corrected: tenth(corrected) };
      }),
      doubts: doubtsAbout({ reviews: points, need, interval: { low, high } }),
    };
  });
  return { grades, reviewers };
}

/** The median counts the middle one, or the middle two. */
function inTheMiddle(reviews: readonly CountedReview[]): (review: CountedReview) => number {
  const sorted = reviews.toSorted((a, b) => a.points - b.points);
  const middle = new Set([sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]);
  return (review) => (middle.has(review) ? 1 : 0);
}

function sharesOf(reviews: readonly CountedReview[], weightOf: (review: CountedReview) => number) {
  const weights = reviews.reduce((sum, review) => sum + weightOf(review), 0);
  return reviews.map((review) => ({
    reviewId: review.reviewId,
    share: tenth((100 * weightOf(review)) / weights),
    corrected: 0,
  }));
}

function tenths<K extends string>(points: Record<K, number>): Record<K, number> {
  const entries = Object.entries<number>(points).map(([name, value]) => [name, tenth(bounded(value, 0, 100))]);
  return Object.fromEntries(entries) as Record<K, number>;
}

/** Points as they are kept and shown: to a tenth. */
export function tenth(points: number): number {
  const rounded = Math.round(points * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}

/** Why a trainer should look at a grade before it is shown. */
export type Doubt = 'few-reviews' | 'wide' | 'apart';

/** With fewer reviews than this a grade rests on one person's word, however much was asked for. */
const fewest = 2;
/** Two reviews by usual reviewers just reach so far to each side (`knowCrowd`: noise 10, severity 7, quality 12). */
const widest = 12;
/** Two usual reviewers lie so far apart once in twelve times: 1.74 deviations of their difference. */
const farthest = 30;

/**
 * What is doubtful about a grade: too few reviews, an interval wider than two reviews usually give, or reviews that
 * contradict each other. A calibrated interval tells about the crowd, so that a noisy one is doubted more often; that of
 * a plain mean or median hangs on little else than the number of reviews, and is not asked.
 */
export function doubtsAbout(grade: {
  reviews: readonly number[];
  need: number;
  /** Nine times in ten between these; `null` where it says nothing of its own. */
  interval: { low: number; high: number } | null;
}): Doubt[] {
  const { reviews, need, interval } = grade;
  if (reviews.length === 0) return [];
  const doubts: Doubt[] = [];
  if (reviews.length < Math.min(need, fewest)) doubts.push('few-reviews');
  if (interval && (interval.high - interval.low) / 2 > widest) doubts.push('wide');
  if (Math.max(...reviews) - Math.min(...reviews) > farthest) doubts.push('apart');
  return doubts;
}

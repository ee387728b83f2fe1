import { meanPoints, medianPoints } from './grade.js';
import { bounded } from './reviews.js';

/** How far one review lies off in the usual case, severity and noise together (`knowCrowd`), and what that is worth. */
const usualDeviation = Math.hypot(7, 10);
const worth = 4;
/** Nine times in ten. */
const ninety = 1.645;
/** The median of a few is less sure than their mean: the square root of π/2, as for many. */
const ofMedian = Math.sqrt(Math.PI / 2);

/**
 * The plain mean or median with an interval that it lies in nine times in ten: the standard error of the reviews, whose
 * variance is drawn towards the usual one, as two or three alike say little about how sure they are. With one review it
 * is as wide as one review usually deserves.
 */
export function plainGrade(
  points: readonly number[],
  method: 'mean' | 'median',
): { points: number; low: number; high: number } {
  const count = points.length;
  const mean = meanPoints(points);
  const squares = points.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const variance = (squares + worth * usualDeviation ** 2) / (count - 1 + worth);
  const reach = ninety * Math.sqrt(variance / count) * (method === 'median' && count > 2 ? ofMedian : 1);
  const grade = bounded(method === 'mean' ? mean : medianPoints(points), 0, 100);
  return { points: grade, low: bounded(grade - reach, 0, 100), high: bounded(grade + reach, 0, 100) };
}

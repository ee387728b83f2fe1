import { bounded } from './reviews.js';

/** Off by so many points on average is what one reaches without looking at the work: it agrees in nothing. */
const noAgreement = 40;
/** How the two weigh where authors have said how helpful the reviews were. */
const weights = { agreement: 0.7, helpfulness: 0.3 };

/**
 * How near somebody's reviews are to the grades that came of all, from 0 to 100: 100 less 2½ for each point that they lie
 * off on average, once what they are always off by (being severe or mild) is taken out. A usual reviewer, with a noise of
 * 10, comes to about 80. 100 where nothing can be compared.
 */
export function agreementOf(reviews: readonly { points: number; grade: number }[], bias: number): number {
  if (reviews.length === 0) return 100;
  const off = reviews.reduce((sum, { points, grade }) => sum + Math.abs(bounded(points - bias, 0, 100) - grade), 0);
  return bounded(100 * (1 - off / reviews.length / noAgreement), 0, 100);
}

/** The mean of what authors said, 1 (not at all) to 4 (very), from 0 to 100; `null` where nobody has said anything. */
export function helpfulnessOf(ratings: readonly number[]): number | null {
  if (ratings.length === 0) return null;
  return bounded(((ratings.reduce((sum, one) => sum + one, 0) / ratings.length - 1) / 3) * 100, 0, 100);
}

/**
 * The grade for reviewing, from 0 to 100: how good the reviews are (seven parts agreement, three parts helpfulness; or
 * agreement alone), times the share of those owed that were given. Who owes nothing has given everything.
 */
export function reviewingPoints(work: {
  agreement: number;
  helpfulness: number | null;
  given: number;
  owed: number;
}): number {
  const { agreement, helpfulness, given, owed } = work;
  const whole = owed > 0 ? Math.min(given / owed, 1) : 1;
  const good = helpfulness === null ? agreement : weights.agreement * agreement + weights.helpfulness * helpfulness;
  return bounded(whole * good, 0, 100);
}

/** What the whole assignment comes to; reviewing counts nowhere where nothing was owed nor given (`null`). */
export function totalPoints(submission: number, reviewing: number | null, sharePercent: number): number {
  if (reviewing === null) return submission;
  const share = bounded(sharePercent, 0, 100) / 100;
  return (1 - share) * submission + share * reviewing;
}

import type { Model } from './model.js';

/** How many steps are usually worth their while: what makes a cohort a matter of seconds, a company one of a minute. */
export function effortFor({ meetings }: Model): number {
  return Math.min(200_000 + meetings.length * 100_000, 24_000_000);
}

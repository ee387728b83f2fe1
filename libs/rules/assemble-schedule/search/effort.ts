import type { Model } from './model.js';

/** How many steps are usually worth their while: what makes a cohort a matter of seconds, a company one of a minute. */
export function effortFor({ meetings }: Model): number {
  return Math.min(200_000 + meetings.length * 60_000, 12_000_000);
}

import type { Model } from './model.js';

/** How many steps are usually worth their while: what makes a cohort a matter of seconds, a company one of a minute. */
export function effortFor({ meetings }: Model): number {
  return Math.min(200_000 + meetings.length * 50_000, 30_000_000);
}

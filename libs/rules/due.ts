import { Temporal } from 'temporal-polyfill';
import { dateOf, instantAt } from './wall-clock.js';

/** What was worked out before: a cohort's due dates are the same for all its learners, and calendars are dear. */
const known = new Map<string, number>();
const mostKnown = 20_000;

/**
 * When an item is due: at 23:59 on the clocks of the cohort's zone, so many days after the day on which its module
 * opens. With 0 days, at the end of that very day.
 */
export function dueAt(opensAt: Date, afterDays: number, timeZone: string): Date {
  const asked = `${opensAt.getTime()} ${afterDays} ${timeZone}`;
  const before = known.get(asked);
  if (before !== undefined) return new Date(before);
  const dueOn = Temporal.PlainDate.from(dateOf(opensAt, timeZone)).add({ days: afterDays });
  const due = instantAt(dueOn.toString(), '23:59', timeZone);
  if (known.size >= mostKnown) known.clear();
  known.set(asked, due.getTime());
  return due;
}

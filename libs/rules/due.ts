import { Temporal } from 'temporal-polyfill';
import { dateOf, instantAt } from './wall-clock.js';

/**
 * When an item is due: at 23:59 on the clocks of the cohort's zone, so many days after the day on which its module
 * opens. With 0 days, at the end of that very day.
 */
export function dueAt(opensAt: Date, afterDays: number, timeZone: string): Date {
  const dueOn = Temporal.PlainDate.from(dateOf(opensAt, timeZone)).add({ days: afterDays });
  return instantAt(dueOn.toString(), '23:59', timeZone);
}

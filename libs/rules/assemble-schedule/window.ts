import { daysLater } from '../wall-clock.js';
import type { Interval, SessionDemand } from './asked.js';

/**
 * When a session may be held, from the releases of its cohort.
 * @param opensAt of its module; `nextOpensAt` of the module after it, `null` after the last: then a week is meant
 */
export function sessionWindow(
  demand: Pick<SessionDemand, 'window' | 'windowDays'>,
  opensAt: Date,
  nextOpensAt: Date | null,
  timeZone: string,
): Interval {
  const from = opensAt.getTime();
  if (demand.window === 'before-release')
    return { from: daysLater(opensAt, -demand.windowDays, timeZone).getTime(), to: from };
  if (demand.window === 'within-days') return { from, to: daysLater(opensAt, demand.windowDays, timeZone).getTime() };
  const week = daysLater(opensAt, 7, timeZone);
  return { from, to: (nextOpensAt && nextOpensAt > opensAt ? nextOpensAt : week).getTime() };
}

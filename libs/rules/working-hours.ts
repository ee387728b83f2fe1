import type { Hours } from './assemble-schedule/index.js';

/** When people work who have said nothing else: Monday to Friday, nine to five. */
export const usualHours: readonly Hours[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));

/** What is wrong with hours: which of them, which end of it, and why. */
export interface HoursProblem {
  index: number;
  field: 'from' | 'to';
  code: 'ends-before-it-starts' | 'overlaps';
}

/** What is wrong with the hours of a week; nothing where each ends after it begins and none meets another. */
export function hoursProblems(hours: readonly Hours[]): HoursProblem[] {
  return hours.flatMap((own, index): HoursProblem[] => {
    if (own.to <= own.from) return [{ index, field: 'to', code: 'ends-before-it-starts' }];
    const meets = (other: Hours): boolean =>
      other.weekday === own.weekday && other.from < own.to && own.from < other.to && other.to > other.from;
    return hours.slice(0, index).some(meets) ? [{ index, field: 'from', code: 'overlaps' }] : [];
  });
}

/** Hours by weekday and beginning. */
export function inOrder(hours: readonly Hours[]): Hours[] {
  return hours
    .map(({ weekday, from, to }) => ({ weekday, from, to }))
    .sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1));
}

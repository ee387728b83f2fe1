import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from './wall-clock.js';

/** How releases are placed: by the calendar, from each learner's own start, or all together. */
export type Pacing = 'weekly' | 'relative' | 'all-at-once';

/** What happens to a weekly release that falls on a public holiday. */
export type OnHoliday = 'keep' | 'next-working-day' | 'skip-week';

/** Days without releases, both ends included, as `2026-12-21`. */
export interface Break {
  from: string;
  to: string;
}

/** A public holiday; the date as `2026-12-25`. */
export interface Holiday {
  date: string;
  name: string;
}

/** When the modules of a cohort shall open. `planProblems` says whether a plan is possible. */
export interface ReleasePlan {
  pacing: Pacing;
  /** Calendar date from which releases may be placed. */
  startOn: string;
  /** IANA name of the zone in which `time` is kept. */
  timeZone: string;
  /** ISO: Monday is 1, Sunday 7. Weekly pacing only. */
  weekday: number;
  /** Wall-clock time, `09:00`. */
  time: string;
  /** How many modules open together, 1 to 50. */
  modulesPerStep: number;
  /** How many weeks lie between two steps, 1 to 52. */
  weeksPerStep: number;
  onHoliday: OnHoliday;
  breaks: readonly Break[];
}

/** Why a plan is impossible: the field as a path such as `breaks.0.to`. */
export interface PlanProblem {
  field: string;
  code:
    | 'unknown-choice'
    | 'not-a-date'
    | 'zone-unknown'
    | 'not-a-time'
    | 'out-of-range'
    | 'ends-before-it-starts'
    | 'too-long';
}

/** A break longer than this is a typing error rather than a break. */
const longestBreakInDays = 366;
const pacings: readonly unknown[] = ['weekly', 'relative', 'all-at-once'] satisfies Pacing[];
const holidayChoices: readonly unknown[] = ['keep', 'next-working-day', 'skip-week'] satisfies OnHoliday[];

/** What makes a plan impossible, field by field; empty for a plan that `releaseCalendar` takes. */
export function planProblems(plan: ReleasePlan): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const ask = (isFine: boolean, field: string, code: PlanProblem['code']): boolean => {
    if (!isFine) problems.push({ field, code });
    return isFine;
  };
  const askDate = (date: string, field: string): boolean =>
    ask(isDate(date), field, 'not-a-date') && ask(isPlausible(date), field, 'out-of-range');

  ask(pacings.includes(plan.pacing), 'pacing', 'unknown-choice');
  askDate(plan.startOn, 'startOn');
  ask(isTimeZone(plan.timeZone), 'timeZone', 'zone-unknown');
  ask(isWithin(plan.weekday, 1, 7), 'weekday', 'out-of-range');
  ask(/^([01]\d|2[0-3]):[0-5]\d$/.test(plan.time), 'time', 'not-a-time');
  ask(isWithin(plan.modulesPerStep, 1, 50), 'modulesPerStep', 'out-of-range');
  ask(isWithin(plan.weeksPerStep, 1, 52), 'weeksPerStep', 'out-of-range');
  ask(holidayChoices.includes(plan.onHoliday), 'onHoliday', 'unknown-choice');
  plan.breaks.forEach(({ from, to }, index) => {
    const areDates = [askDate(from, `breaks.${index}.from`), askDate(to, `breaks.${index}.to`)].every(Boolean);
    if (!areDates || !ask(from <= to, `breaks.${index}.to`, 'ends-before-it-starts')) return;
    const days = Temporal.PlainDate.from(from).until(to).days + 1;
    ask(days <= longestBreakInDays, `breaks.${index}.to`, 'too-long');
  });
  return problems;
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** Catches years with a digit too few or too many; also keeps every date comparable as text. */
const isPlausible = (date: string): boolean => date >= '2000-01-01' && date <= '2199-12-31';

function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  try {
    Temporal.PlainDate.from(date);
    return true;
  } catch {
    return false;
  }
}

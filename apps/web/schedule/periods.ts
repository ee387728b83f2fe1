import type { CalendarView } from './views.js';
import type { Times } from '../times.js';

const dayMs = 86_400_000;

/** Calendar dates as noon in UTC, far from every change of day and of clocks. */
const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);
const iso = (at: Date): string => at.toISOString().slice(0, 10);
const plusDays = (date: string, days: number): string => iso(new Date(noon(date).getTime() + days * dayMs));
const mondayOf = (date: string): string => plusDays(date, -((noon(date).getUTCDay() + 6) % 7));

function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return iso(new Date(Date.UTC(year, month - 1 + months, 1, 12)));
}

/** What a view shows around a day: first and last day, and the day to go back and forth to. */
export interface Period {
  first: string;
  /** The day after the last one. */
  end: string;
  back: string;
  forth: string;
}

/** How many days the list looks ahead at once. */
const listDays = 42;

export function periodOf(view: CalendarView, on: string): Period {
  if (view === 'month') {
    const first = plusMonths(on, 0);
    return { first, end: plusMonths(on, 1), back: plusMonths(on, -1), forth: plusMonths(on, 1) };
  }
  if (view === 'week') {
    const first = mondayOf(on);
    return { first, end: plusDays(first, 7), back: plusDays(first, -7), forth: plusDays(first, 7) };
  }
  return { first: on, end: plusDays(on, listDays), back: plusDays(on, -listDays), forth: plusDays(on, listDays) };
}

/** The instants to ask for: the weeks a month overlaps, and a day more on both sides for other zones. */
export function instantsAround({ first, end }: Period): { from: string; to: string } {
  return { from: noon(plusDays(first, -8)).toISOString(), to: noon(plusDays(end, 8)).toISOString() };
}

/** `März 2026`, or `9.–15. März 2026`. */
export function nameOf(view: CalendarView, { first, end }: Period, language: string, times: Times): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const options: Intl.DateTimeFormatOptions =
    view === 'month'
      ? { month: 'long', year: 'numeric', timeZone: 'UTC' }
      : { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  const format = new Intl.DateTimeFormat(locale, options);
  if (view === 'month') return format.format(noon(first));
  if (view === 'list') return `${times.date(first)} – ${times.date(plusDays(end, -1))}`;
  return format.formatRange(noon(first), noon(plusDays(end, -1)));
}

import type { HoursInput } from '@kohorte/contracts';

const week = [1, 2, 3, 4, 5, 6, 7];

/** The name of a weekday, Monday being 1. */
export function weekdayName(weekday: number, language: string, length: 'short' | 'long' = 'long'): string {
  // The first of January 2024 was a Monday.
  const name = new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  );
  return name.replace('.', '');
}

/** `Mo–Do 08:00–16:00, Fr 08:00–12:00`; empty where there are none. */
export function hoursInWords(hours: readonly HoursInput[], language: string): string {
  const timesOf = (weekday: number): string =>
    hours
      .filter((one) => one.weekday === weekday)
      .map(({ from, to }) => `${from}–${to}`)
      .join(' + ');
  const runs: { from: number; to: number; times: string }[] = [];
  for (const weekday of week) {
    const times = timesOf(weekday);
    const last = runs.at(-1);
    if (last?.to === weekday - 1 && last.times === times) last.to = weekday;
    else if (times) runs.push({ from: weekday, to: weekday, times });
  }
  return runs
    .map(({ from, to, times }) => {
      const days = [...new Set([from, to])].map((weekday) => weekdayName(weekday, language, 'short'));
      return `${days.join(to - from === 1 ? ', ' : '–')} ${times}`;
    })
    .join('; ');
}

/** Hours for one more time on a weekday: as on the days before it, or after what is there already. */
export function oneMore(hours: readonly HoursInput[], weekday: number): HoursInput[] {
  const last = hours.findLast((one) => one.weekday === weekday);
  if (last) {
    const hour = Number(last.to.slice(0, 2));
    const at = (h: number): string => (h >= 24 ? '24:00' : `${String(h).padStart(2, '0')}:${last.to.slice(3)}`);
    return hour >= 23 ? [] : [{ weekday, from: at(hour + 1), to: at(hour + 2) }];
  }
  const before = week.filter((day) => day < weekday && hours.some((one) => one.weekday === day)).at(-1);
  const like = hours.filter((one) => one.weekday === before).map(({ from, to }) => ({ weekday, from, to }));
  return like.length > 0 ? like : [{ weekday, from: '09:00', to: '17:00' }];
}

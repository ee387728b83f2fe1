import { Temporal } from 'temporal-polyfill';

/** When somebody gets their digest, on their own clocks. */
export interface DigestTimes {
  timeZone: string;
  digest: 'daily' | 'weekly' | 'none';
  /** 0 to 23. */
  hour: number;
  /** Of a weekly digest; Monday is 1. */
  weekday: number;
  /** On these a daily digest comes. */
  workingDays: readonly number[];
}

/**
 * The calendar day for which a digest is due by now; `null`: none, or not yet. What was missed while nobody looked until
 * the day was over comes with the next.
 */
export function digestDay(now: Date, { timeZone, digest, hour, weekday, workingDays }: DigestTimes): string | null {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const isItsDay = digest === 'weekly' ? local.dayOfWeek === weekday : workingDays.includes(local.dayOfWeek);
  return digest !== 'none' && isItsDay && local.hour >= hour ? local.toPlainDate().toString() : null;
}

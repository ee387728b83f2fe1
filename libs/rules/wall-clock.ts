import { Temporal } from 'temporal-polyfill';

/** The instant at which the clocks of a zone show a date and a time. */
export function instantAt(date: string, time: string, timeZone: string): Date {
  const plainTime = Temporal.PlainTime.from(time);
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
}

/** The calendar date of an instant in a zone. */
export function dateOf(instant: Date, timeZone: string): string {
  return inZone(instant, timeZone).toPlainDate().toString();
}

/** The instant so many calendar days later (or earlier, if negative) at the same wall-clock time of the zone. */
export function daysLater(instant: Date, days: number, timeZone: string): Date {
  return new Date(inZone(instant, timeZone).add({ days }).epochMilliseconds);
}

/** Whether it is the name of a zone; a bare offset such as `+02:00` is none, as it knows no change of hours. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

const inZone = (instant: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);

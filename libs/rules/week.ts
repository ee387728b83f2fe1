import { Temporal } from 'temporal-polyfill';

/** The week that an instant lies in: from Monday 00:00 on the clocks of the zone up to the next, which is not in it. */
export function weekOf(instant: Date, timeZone: string): { from: Date; to: Date } {
  const today = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const startOf = (day: Temporal.PlainDate): Date => new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  return { from: startOf(monday), to: startOf(monday.add({ days: 7 })) };
}

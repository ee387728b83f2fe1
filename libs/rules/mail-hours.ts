import { Temporal } from 'temporal-polyfill';

/** When somebody may be written to, on their own clocks. */
export interface MailHours {
  timeZone: string;
  /** Quiet from one wall-clock time to another, over midnight where the first is the later; both `null`: never quiet. */
  quietFrom: string | null;
  quietUntil: string | null;
  /** Monday is 1. None at all would never come: then every day is one. */
  workingDays: readonly number[];
}

/** The first instant, from `now` on, that is on a working day and not in quiet hours. */
export function nextMailInstant(now: Date, hours: MailHours): Date {
  if (mayMailAt(now, hours)) return now;
  const local = inZone(now, hours);
  for (let days = 0; days <= 8; days += 1) {
    const date = local.toPlainDate().add({ days });
    if (!isWorkingDay(date.dayOfWeek, hours)) continue;
    for (const opening of openingsOf(hours)) {
      // Where clocks jump over it, it is as much later as they jump.
      const at = new Date(date.toZonedDateTime({ timeZone: hours.timeZone, plainTime: opening }).epochMilliseconds);
      if (at > now && mayMailAt(at, hours)) return at;
    }
  }
  // Only hours that clocks jump over altogether come here: a little late is better than never.
  return now;
}

/** Whether an instant is on a working day and not in quiet hours. */
export function mayMailAt(instant: Date, hours: MailHours): boolean {
  const local = inZone(instant, hours);
  return isWorkingDay(local.dayOfWeek, hours) && !isQuiet(local.toPlainTime(), hours);
}

/** When a day may begin to be open: at midnight, and when quiet hours are over. */
function openingsOf({ quietUntil }: MailHours): Temporal.PlainTime[] {
  const midnight = new Temporal.PlainTime();
  return quietUntil === null ? [midnight] : [midnight, Temporal.PlainTime.from(quietUntil)];
}

function isQuiet(time: Temporal.PlainTime, { quietFrom, quietUntil }: MailHours): boolean {
  if (quietFrom === null || quietUntil === null) return false;
  const [from, until] = [Temporal.PlainTime.from(quietFrom), Temporal.PlainTime.from(quietUntil)];
  const isAfter = Temporal.PlainTime.compare(time, from) >= 0;
  const isBefore = Temporal.PlainTime.compare(time, until) < 0;
  return Temporal.PlainTime.compare(from, until) <= 0 ? isAfter && isBefore : isAfter || isBefore;
}

const isWorkingDay = (day: number, { workingDays }: MailHours): boolean =>
  workingDays.length === 0 || workingDays.includes(day);

const inZone = (instant: Date, { timeZone }: MailHours): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);

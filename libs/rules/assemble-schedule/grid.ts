import { Temporal } from 'temporal-polyfill';
import { instantAt, isTimeZone } from '../wall-clock.js';
import type { Hours, Instant, Interval } from './asked.js';

/** Sessions start at the half-hours that these milliseconds make, counted from midnight. */
export const slotLength = 30 * 60_000;

const slotsOfWeek = (7 * 24 * 3_600_000) / slotLength;

/**
 * Time as a row of half-hours, from the first midnight to the last, without a gap: a day on which the clocks change
 * has 46 or 50 of them. Two instants that are in the row on the same half-hour are also on the same slot.
 */
export class Grid {
  readonly slots: number;
  readonly days: number;
  readonly weeks: number;
  readonly weekSlots = slotsOfWeek;
  readonly dayOf: Int32Array;
  readonly weekOf: Int32Array;
  readonly weekSlotOf: Int32Array;
  /** The date of each day. */
  readonly dates: readonly string[];
  private readonly begins: Instant;
  private readonly dayStarts: readonly number[];
  private readonly hourMasks = new Map<string, Uint8Array>();

  /**
   * @param from the first day holds it, @param to the last one holds what is before it; at most about three years
   * @throws RangeError where the zone is unknown, or the time spans nothing or too much
   */
  constructor(
    readonly timeZone: string,
    from: Instant,
    to: Instant,
  ) {
    if (!isTimeZone(timeZone)) throw new RangeError(`unknown zone ${timeZone}`);
    if (!(to > from) || to - from > mostDays * 24 * 3_600_000)
      throw new RangeError('a schedule spans up to 1,100 days');
    const first = plainDate(from, timeZone);
    const last = plainDate(to - 1, timeZone);
    const dates: string[] = [];
    const starts: Instant[] = [];
    for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      dates.push(day.toString());
      starts.push(day.toZonedDateTime(timeZone).epochMilliseconds);
    }
    const ends = last.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
    this.begins = starts[0]!;
    this.dates = dates;
    this.days = dates.length;
    this.slots = Math.ceil((ends - this.begins) / slotLength);
    this.dayStarts = starts.map((start) => Math.ceil((start - this.begins) / slotLength));
    this.dayOf = new Int32Array(this.slots);
    this.weekSlotOf = new Int32Array(this.slots);
    this.weekOf = new Int32Array(this.days);
    const weekdayOfFirst = first.dayOfWeek;
    for (let day = 0; day < this.days; day += 1) {
      const weekday = (weekdayOfFirst - 1 + day) % 7;
      this.weekOf[day] = Math.floor((weekdayOfFirst - 1 + day) / 7);
      const begin = this.dayStarts[day]!;
      const end = this.dayStarts[day + 1] ?? this.slots;
      const usual = end - begin === slotsOfWeek / 7;
      for (let slot = begin; slot < end; slot += 1) {
        this.dayOf[slot] = day;
        const ofDay = usual ? slot - begin : this.wallSlot(slot);
        this.weekSlotOf[slot] = weekday * (slotsOfWeek / 7) + ofDay;
      }
    }
    this.weeks = this.weekOf[this.days - 1]! + 1;
  }

  instantOf(slot: number): Instant {
    return this.begins + slot * slotLength;
  }

  /** The slot that an instant lies in; also below 0 or past the end, for what lies outside. */
  slotAt(instant: Instant): number {
    return Math.floor((instant - this.begins) / slotLength);
  }

  /** The first slot that begins at the instant or after it. */
  slotFrom(instant: Instant): number {
    return Math.ceil((instant - this.begins) / slotLength);
  }

  /** The end of the day that a slot lies in, as the slot after its last. */
  endOfDay(slot: number): number {
    return this.dayStarts[this.dayOf[slot]! + 1] ?? this.slots;
  }

  /** Per slot 1 where it lies wholly within the hours on the clocks of a zone. Shared: do not write into it. */
  within(hours: readonly Hours[], timeZone: string): Uint8Array {
    const key = `${timeZone} ${hours.map((h) => `${h.weekday}${h.from}${h.to}`).join()}`;
    const known = this.hourMasks.get(key);
    if (known) return known;
    const mask = new Uint8Array(this.slots);
    const first = plainDate(this.begins, timeZone);
    const last = plainDate(this.instantOf(this.slots) - 1, timeZone);
    for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      for (const { weekday, from, to } of hours) {
        if (weekday !== day.dayOfWeek || from >= to) continue;
        const date = day.toString();
        const end = to === '24:00' ? instantAt(day.add({ days: 1 }).toString(), '00:00', timeZone) : instantAt(date, to, timeZone); // prettier-ignore
        this.fill(mask, { from: instantAt(date, from, timeZone).getTime(), to: end.getTime() }, 1, 'inside');
      }
    }
    this.hourMasks.set(key, mask);
    return mask;
  }

  /** Per slot 1 on dates of the list, on the clocks of the zone. */
  onDates(dates: readonly string[], timeZone: string): Uint8Array {
    const mask = new Uint8Array(this.slots);
    for (const date of dates) {
      const day = Temporal.PlainDate.from(date);
      const from = day.toZonedDateTime(timeZone).epochMilliseconds;
      const to = day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
      this.fill(mask, { from, to }, 1, 'touched');
    }
    return mask;
  }

  /** Writes into every slot that lies inside an interval, or that it touches. */
  fill(mask: Uint8Array, { from, to }: Interval, value: 0 | 1, which: 'inside' | 'touched'): void {
    const first = which === 'inside' ? this.slotFrom(from) : this.slotAt(from);
    const end = which === 'inside' ? this.slotAt(to) : this.slotFrom(to);
    if (end > first) mask.fill(value, Math.max(first, 0), Math.max(Math.min(end, this.slots), 0));
  }

  private wallSlot(slot: number): number {
    const at = Temporal.Instant.fromEpochMilliseconds(this.instantOf(slot)).toZonedDateTimeISO(this.timeZone);
    return at.hour * 2 + (at.minute >= 30 ? 1 : 0);
  }
}

const mostDays = 1_100;

function plainDate(instant: Instant, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

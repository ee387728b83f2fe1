import type { Asked, AskedCohort, Learner, Room, Site } from './asked.js';
import type { Grid } from './grid.js';

/** When people can come and rooms are open, as one byte a slot. */
export class FreeTime {
  private readonly patterns = new Map<string, Uint8Array>();
  private readonly own = new Map<string, Uint8Array>();

  constructor(
    private readonly grid: Grid,
    private readonly holidays: Asked['holidays'],
  ) {}

  /** Working hours without public holidays and without what keeps them busy. Shared: do not write into it. */
  of(person: Learner): Uint8Array {
    const known = this.own.get(person.userId);
    if (known) return known;
    const pattern = this.workingHours(person);
    const mask = person.busy.length > 0 ? pattern.slice() : pattern;
    for (const interval of person.busy) this.grid.fill(mask, interval, 0, 'touched');
    this.own.set(person.userId, mask);
    return mask;
  }

  /** When all of them can come. */
  ofAll(people: readonly Learner[]): Uint8Array {
    const mask = new Uint8Array(this.grid.slots).fill(1);
    for (const own of new Set(people.map((person) => this.of(person))))
      for (let slot = 0; slot < mask.length; slot += 1) mask[slot]! &= own[slot]!;
    return mask;
  }

  /** When one of them at least is at work, busy or not. */
  atWork(people: readonly Learner[]): Uint8Array {
    const mask = new Uint8Array(this.grid.slots);
    for (const own of new Set(people.map((person) => this.grid.within(person.hours, person.timeZone))))
      for (let slot = 0; slot < mask.length; slot += 1) mask[slot]! |= own[slot]!;
    return mask;
  }

  ofRoom(room: Room, site: Site): Uint8Array {
    const mask = this.grid.within(room.hours, site.timeZone).slice();
    for (const interval of room.blocked) this.grid.fill(mask, interval, 0, 'touched');
    return mask;
  }

  /** 1 in the breaks of a cohort. */
  inBreak(cohort: AskedCohort): Uint8Array {
    const mask = new Uint8Array(this.grid.slots);
    const dates = this.grid.dates.filter((date) => cohort.breaks.some(({ from, to }) => from <= date && date <= to));
    if (dates.length === 0) return mask;
    return this.grid.onDates(dates, cohort.timeZone);
  }

  /** 1 on the public holidays of a region. */
  onHoliday(region: string | null, timeZone: string): Uint8Array {
    const dates = (region && this.holidays[region]) || [];
    const [first, last] = [this.grid.dates[0]!, this.grid.dates.at(-1)!];
    return this.grid.onDates(
      dates.filter((date) => first <= date && date <= last),
      timeZone,
    );
  }

  private workingHours({ hours, timeZone, region }: Learner): Uint8Array {
    const key = JSON.stringify([hours, timeZone, region]);
    const known = this.patterns.get(key);
    if (known) return known;
    const mask = this.grid.within(hours, timeZone).slice();
    const off = this.onHoliday(region, timeZone);
    for (let slot = 0; slot < mask.length; slot += 1) if (off[slot]) mask[slot] = 0;
    this.patterns.set(key, mask);
    return mask;
  }
}

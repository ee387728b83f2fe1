import { instantAt } from '@kohorte/rules';

const dayMs = 86_400_000;

/** Calendar dates as noon in UTC, far from every change of day and of clocks. */
const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);

export const plusDays = (date: string, days: number): string => iso(noon(date) + days * dayMs);
export const mondayOf = (date: string): string => plusDays(date, -((new Date(noon(date)).getUTCDay() + 6) % 7));

/** Where an instant stands on the clocks of a zone. */
export interface Wall {
  date: string;
  /** Since midnight. */
  minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Made once: with hundreds of sessions on the screen, making them is what would take long.
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

export function wallOf(instant: string, timeZone: string): Wall {
  const parts = formatOf(timeZone).formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    date: `${of('year')}-${of('month')}-${of('day')}`,
    minutes: Number(of('hour')) * 60 + Number(of('minute')),
  };
}

export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export function instantOfWall({ date, minutes }: Wall, timeZone: string): string {
  return instantAt(date, clock(minutes), timeZone).toISOString();
}

/** The same wall-clock time so many days and minutes away; it stays within its day. */
export function shifted(instant: string, by: { days?: number; minutes?: number }, timeZone: string): string {
  const { date, minutes } = wallOf(instant, timeZone);
  const then = Math.min(Math.max(minutes + (by.minutes ?? 0), 0), 23 * 60 + 30);
  return instantOfWall({ date: plusDays(date, by.days ?? 0), minutes: then }, timeZone);
}

/** Puts spans that overlap into rows beside each other: the row of each, and how many rows there are around it. */
export function packed(spans: readonly { from: number; to: number }[]): { row: number; rows: number }[] {
  const places = spans.map(() => ({ row: 0, rows: 1 }));
  const order = spans.map((_, index) => index).sort((a, b) => spans[a]!.from - spans[b]!.from || spans[b]!.to - spans[a]!.to); // prettier-ignore
  let together: number[] = [];
  let ends: number[] = [];
  const close = (): void => {
    for (const index of together) places[index]!.rows = ends.length;
    together = [];
    ends = [];
  };
  for (const index of order) {
    const { from, to } = spans[index]!;
    if (ends.every((end) => end <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const row = free < 0 ? ends.length : free;
    ends[row] = to;
    places[index]!.row = row;
    together.push(index);
  }
  close();
  return places;
}

import { instantAt, isTimeZone } from '@kohorte/rules';
import ICAL from 'ical.js';

// Calendars of all the world's programs are read: what they add of their own is passed over.
ICAL.design.strict = false;

/** When somebody is busy, in milliseconds since 1970. */
export interface BusySpan {
  from: number;
  to: number;
}

export interface Looked {
  from: number;
  to: number;
  /** On whose clocks days without a time begin, and times without a zone are told. */
  timeZone: string;
}

/** So many times of one repeating event are looked at, and of all together; nobody's calendar has more. */
const mostOfOne = 20_000;
const mostOfAll = 100_000;
/** So many busy times are kept, the first ones. */
const mostKept = 5_000;

/**
 * When a calendar says that its owner is busy: its free/busy times, and its events that take time and are not
 * cancelled, the repeating ones each time. Times that meet become one.
 * @throws where the text is no calendar
 */
export function busyTimes(text: string, looked: Looked): BusySpan[] {
  const found: BusySpan[] = [];
  let left = mostOfAll;
  for (const calendar of calendarsIn(text)) {
    const clock = new CalendarClock(calendar, looked.timeZone);
    found.push(...freeBusy(calendar, clock));
    for (const event of eventsIn(calendar)) {
      const { spans, seen } = occurrences(event, clock, looked, Math.min(mostOfOne, left));
      found.push(...spans);
      left -= seen;
      if (left <= 0) break;
    }
  }
  return merged(found, looked).slice(0, mostKept);
}

function calendarsIn(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text) as unknown[];
  const all = (typeof parsed[0] === 'string' ? [parsed] : parsed) as [string, unknown[], unknown[]][];
  const calendars = all.filter(([name]) => name === 'vcalendar');
  if (calendars.length === 0) throw new Error('no calendar');
  return calendars.map((one) => new ICAL.Component(one as never));
}

/** Tells the instants of a calendar's times, by its own zones, the world's, or the owner's. */
class CalendarClock {
  constructor(
    private readonly calendar: ICAL.Component,
    private readonly ownersZone: string,
  ) {}

  instant(time: ICAL.Time, tzid: string | null): number {
    const pad = (figure: number, length = 2): string => String(figure).padStart(length, '0');
    const isKnown = tzid !== null && this.calendar.getTimeZoneByID(tzid) !== null;
    if (!time.isDate && (time.zone === ICAL.Timezone.utcTimezone || isKnown)) return time.toUnixTime() * 1_000;
    const date = `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}`;
    const clock = time.isDate ? '00:00' : `${pad(time.hour)}:${pad(time.minute)}:${pad(Math.min(time.second, 59))}`;
    return instantAt(date, clock, tzid !== null && isTimeZone(tzid) ? tzid : this.ownersZone).getTime();
  }
}

function freeBusy(calendar: ICAL.Component, clock: CalendarClock): BusySpan[] {
  return calendar
    .getAllSubcomponents('vfreebusy')
    .flatMap((component) => component.getAllProperties('freebusy'))
    .filter((property) => String(property.getParameter('fbtype') ?? 'BUSY').toUpperCase() !== 'FREE')
    .flatMap((property) => property.getValues() as unknown[])
    .filter((value) => value instanceof ICAL.Period)
    .map((period) => ({ from: clock.instant(period.start, null), to: clock.instant(period.getEnd(), null) }));
}

/** Events that take time; each with the times that were moved or cancelled of it. */
function eventsIn(calendar: ICAL.Component): ICAL.Event[] {
  const all = calendar.getAllSubcomponents('vevent').filter((event) => event.getFirstProperty('dtstart') !== null);
  const isException = (event: ICAL.Component): boolean => event.getFirstProperty('recurrence-id') !== null;
  const exceptions = new Map<string, ICAL.Component[]>();
  for (const event of all.filter(isException)) {
    const uid = String(event.getFirstPropertyValue('uid'));
    exceptions.set(uid, [...(exceptions.get(uid) ?? []), event]);
  }
  const events = all
    .filter((event) => !isException(event))
    .map((component) => {
      const uid = String(component.getFirstPropertyValue('uid'));
      const own = exceptions.get(uid) ?? [];
      exceptions.delete(uid);
      return new ICAL.Event(component, { strictExceptions: false, exceptions: own });
    });
  // Some programs give the moved times alone.
  return [...events, ...[...exceptions.values()].flat().map((component) => new ICAL.Event(component))];
}

function takesTime(event: ICAL.Component): boolean {
  const value = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    value('status') !== 'CANCELLED' &&
    value('transp') !== 'TRANSPARENT' &&
    value('x-microsoft-cdo-busystatus') !== 'FREE'
  );
}

function occurrences(
  event: ICAL.Event,
  clock: CalendarClock,
  looked: Looked,
  most: number,
): { spans: BusySpan[]; seen: number } {
  if (!event.isRecurring()) return { spans: takesTime(event.component) ? spanOf(event, event, clock) : [], seen: 1 };
  const spans: BusySpan[] = [];
  const times = event.iterator();
  let seen = 0;
  for (let time = times.next(); time && seen < most; time = times.next()) {
    seen += 1;
    const { item, startDate, endDate } = event.getOccurrenceDetails(time);
    const [span] = takesTime(item.component) ? spanOf(item, { startDate, endDate }, clock) : [];
    if (span && span.from >= looked.to && item === event) break;
    if (span && span.to > looked.from) spans.push(span);
  }
  return { spans, seen };
}

function spanOf(
  { component }: ICAL.Event,
  { startDate, endDate }: { startDate: ICAL.Time; endDate: ICAL.Time },
  clock: CalendarClock,
): BusySpan[] {
  const tzid = (name: string): string | null => {
    const zone = component.getFirstProperty(name)?.getParameter('tzid');
    return zone === undefined ? null : String(zone);
  };
  const from = clock.instant(startDate, tzid('dtstart'));
  const to = clock.instant(endDate, tzid('dtend') ?? tzid('dtstart'));
  return to > from ? [{ from, to }] : [];
}

/** Within what is looked at, in order, without overlap. */
function merged(spans: readonly BusySpan[], looked: Looked): BusySpan[] {
  const clipped = spans
    .map(({ from, to }) => ({ from: Math.max(from, looked.from), to: Math.min(to, looked.to) }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  const apart: BusySpan[] = [];
  for (const span of clipped) {
    const last = apart.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else apart.push(span);
  }
  return apart;
}

import type { Language } from '@kohorte/contracts';
import ical, { ICalEventTransparency, type ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { inCalendar, vtimezone } from './calendar-zone.js';
import type { Planned } from './timetable.js';

const words = {
  de: {
    name: 'Kohorte',
    about: 'Was wann öffnet und was wann fällig ist',
    release: 'Neu',
    due: 'Fällig',
    online: 'Online',
    week: 'Woche',
    minutes: (n: number) => (n === 1 ? '1 Minute' : `${n} Minuten`),
  },
  en: {
    name: 'Kohorte',
    about: 'What opens when, and what is due when',
    release: 'New',
    due: 'Due',
    online: 'Online',
    week: 'Week',
    minutes: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
  },
} satisfies Record<Language, unknown>;

/** How long an opening takes up in the calendar, to be seen at all; it keeps nobody busy. */
const openingLasts = { minutes: 30 };
/** How often programs shall look, in seconds. */
const refreshEvery = 3_600;

/** A timetable as iCalendar (RFC 5545). The same timetable gives the same text, whenever it is asked for. */
export function asICalendar(planned: readonly Planned[], language: Language, publicUrl: string): string {
  const says = words[language];
  const calendar = ical({
    name: says.name,
    description: says.about,
    prodId: { company: 'Kohorte', product: 'Timetable', language: language.toUpperCase() },
    ttl: refreshEvery,
    timezone: { name: null, generator: vtimezone },
  });
  for (const thing of planned) calendar.createEvent(eventOf(thing, language, publicUrl));
  return calendar.toString();
}

function eventOf(thing: Planned, language: Language, publicUrl: string): ICalEventData {
  const says = words[language];
  const { at: start, tzid } = inCalendar(thing.at, thing.timeZone);
  const changed = Temporal.Instant.fromEpochMilliseconds(thing.changedAt.getTime());
  const cohort = `${publicUrl}/cohorts/${thing.cohortId}`;
  const url = thing.itemId ? `${cohort}/items/${thing.itemId}` : `${cohort}?week=${thing.step}`;
  const facts = [`${says.week} ${thing.step}`, ...(thing.minutes > 0 ? [says.minutes(thing.minutes)] : [])];
  return {
    id: `${thing.entryId}@kohorte`,
    sequence: thing.sequence,
    // Without a METHOD it means the same as LAST-MODIFIED (RFC 5545, 3.8.7.2).
    stamp: changed,
    lastModified: changed,
    start,
    // What is due is an instant: an hour after 23:59 would show on the next day.
    end: endOf(thing, start),
    location: thing.kind === 'session' ? (thing.place ?? says.online) : null,
    timezone: tzid,
    summary: thing.kind === 'session' ? thing.title : `${says[thing.kind]}: ${thing.title}`,
    description: `${thing.courseTitle} · ${thing.cohortName}\n${facts.join(' · ')}\n${url}`,
    url,
    // A session keeps people busy; the rest they do when it suits them.
    transparency: thing.kind === 'session' ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
  };
}

function endOf(thing: Planned, start: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  if (thing.kind === 'release') return start.add(openingLasts);
  return (
    thing.endsAt && Temporal.Instant.fromEpochMilliseconds(thing.endsAt.getTime()).toZonedDateTimeISO(start.timeZoneId)
  );
}

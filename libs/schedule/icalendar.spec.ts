import { describe, expect, test } from '@jest/globals';
import { instantAt } from '@kohorte/rules';
import ICAL from 'ical.js';
import { asICalendar } from './icalendar.js';
import type { Planned } from './timetable.js';

const release = (at: Date, timeZone = 'Europe/Berlin', more: Partial<Planned> = {}): Planned => ({
  entryId: `release-${at.toISOString()}`,
  kind: 'release',
  at,
  endsAt: null,
  place: null,
  title: 'Fragen, zuhören; antworten',
  cohortId: 'c1',
  cohortName: 'Frühjahr',
  courseTitle: 'Feedback',
  timeZone,
  step: 3,
  moduleId: 'm1',
  itemId: null,
  minutes: 75,
  enrolmentId: 'e1',
  changedAt: new Date('2026-01-05T10:00:00Z'),
  sequence: 2,
  ...more,
});

/** Reads it as another program does: with nothing but the file, and no idea of time zones of its own. */
function read(text: string): ICAL.Event[] {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), String(zone.getFirstPropertyValue('tzid')));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

const instantOf = (event: ICAL.Event): string => event.startDate.toJSDate().toISOString();
const clockOf = (event: ICAL.Event): string => event.startDate.toString();

describe('the timetable as iCalendar', () => {
  test('keeps every Monday at nine over both changes of hours, of two years', () => {
    const mondays = ['2026-03-23', '2026-03-30', '2026-10-19', '2026-10-26', '2027-03-22', '2027-03-29', '2027-11-01'];
    const events = read(
      asICalendar(
        mondays.map((date) => release(instantAt(date, '09:00', 'Europe/Berlin'))),
        'de',
        'https://k.test',
      ),
    );
    expect(events.map(clockOf)).toEqual(mondays.map((date) => `${date}T09:00:00`));
    expect(events.map((event) => event.startDate.zone.tzid)).toEqual(mondays.map(() => 'Europe/Berlin'));
    expect(events.map(instantOf)).toEqual([
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
      '2026-10-19T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
      '2027-03-22T08:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
      '2027-11-01T08:00:00.000Z',
    ]);
  });

  test('means the same instant in every zone there is, whatever tables of hours this machine has', () => {
    const dates = ['2026-07-15', '2027-02-20'];
    const wrong = Intl.supportedValuesOf('timeZone').filter((timeZone) => {
      const instants = dates.map((date) => instantAt(date, '09:00', timeZone));
      const text = asICalendar(
        instants.map((at) => release(at, timeZone)),
        'de',
        'https://k.test',
      );
      return read(text).map(instantOf).join() !== instants.map((at) => at.toISOString()).join();
    });
    expect(wrong).toEqual([]);
  });

  test('names a zone of several names as its VTIMEZONE does', () => {
    const text = asICalendar([release(new Date('2026-05-04T03:30:00Z'), 'Asia/Calcutta')], 'en', 'https://k.test');
    expect(text).toContain('TZID:Asia/Kolkata\r\n');
    expect(text).toContain('DTSTART;TZID=Asia/Kolkata:20260504T090000\r\n');
  });

  test('writes UTC where the zone is UTC', () => {
    const text = asICalendar([release(new Date('2026-05-04T09:00:00Z'), 'UTC')], 'en', 'https://k.test');
    expect(text).toContain('DTSTART:20260504T090000Z\r\n');
    expect(text).not.toContain('VTIMEZONE');
  });

  test('says what, where and which version of it', () => {
    const [event] = read(asICalendar([release(new Date('2026-05-04T07:00:00Z'))], 'de', 'https://k.test'));
    expect(event!.uid).toBe('release-2026-05-04T07:00:00.000Z@kohorte');
    expect(event!.sequence).toBe(2);
    expect(event!.summary).toBe('Neu: Fragen, zuhören; antworten');
    expect(event!.description).toBe('Feedback · Frühjahr\nWoche 3 · 75 Minuten\nhttps://k.test/cohorts/c1?week=3');
    expect(event!.duration.toSeconds()).toBe(1_800);
    expect(event!.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(String(event!.component.getFirstPropertyValue('last-modified'))).toBe('2026-01-05T10:00:00Z');
    expect(String(event!.component.getFirstPropertyValue('dtstamp'))).toBe('2026-01-05T10:00:00Z');
  });

  test('puts what is due at its very minute, with the way to the item', () => {
    const due = release(instantAt('2026-03-29', '23:59', 'Europe/Berlin'), 'Europe/Berlin', {
      kind: 'due',
      entryId: 'due-i1-e1',
      itemId: 'i1',
      title: 'A talk',
      minutes: 1,
    });
    const [event] = read(asICalendar([due], 'en', 'https://k.test'));
    expect([clockOf(event!), instantOf(event!)]).toEqual(['2026-03-29T23:59:00', '2026-03-29T21:59:00.000Z']);
    expect(event!.endDate.toString()).toBe('2026-03-29T23:59:00');
    expect(event!.summary).toBe('Due: A talk');
    expect(event!.description).toContain('Week 3 · 1 minute\nhttps://k.test/cohorts/c1/items/i1');
  });

  test('holds a session for as long as it lasts, at its place, under the UID of its invitation', () => {
    const session = release(instantAt('2026-10-26', '14:00', 'Europe/Berlin'), 'Europe/Berlin', {
      kind: 'session',
      entryId: 'session-s1',
      endsAt: instantAt('2026-10-26', '15:30', 'Europe/Berlin'),
      place: 'Elster, Leipzig',
      itemId: 'i1',
    });
    const [event] = read(asICalendar([session], 'de', 'https://k.test'));
    expect([event!.uid, event!.location, clockOf(event!)]).toEqual(['session-s1@kohorte', 'Elster, Leipzig', '2026-10-26T14:00:00']); // prettier-ignore
    expect(event!.duration.toSeconds()).toBe(90 * 60);
    expect(event!.component.getFirstPropertyValue('transp')).toBe('OPAQUE');
  });

  test('is the same text whenever it is asked for, each line at most 75 bytes', () => {
    const planned = [release(new Date('2026-05-04T07:00:00Z'), 'Europe/Berlin', { title: 'Überlänge '.repeat(20) })];
    const text = asICalendar(planned, 'de', 'https://k.test');
    expect(asICalendar(planned, 'de', 'https://k.test')).toBe(text);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).toContain('PRODID:-//Kohorte//Timetable//DE\r\n');
    expect(text).toContain('X-WR-CALNAME:Kohorte\r\n');
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n');
  });

  test('is a calendar also when there is nothing in it', () => {
    expect(read(asICalendar([], 'de', 'https://k.test'))).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { busyTimes } from './busy-times.js';

const looked = {
  from: Date.parse('2026-03-02T00:00:00Z'),
  to: Date.parse('2027-03-03T00:00:00Z'),
  timeZone: 'Europe/Berlin',
};

const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  'UID:one',
  'DTSTAMP:20260101T000000Z',
  ...lines,
  'END:VEVENT',
];

const read = (text: string): string[] =>
  busyTimes(text, looked).map(({ from, to }) =>
    [from, to].map((instant) => new Date(instant).toISOString().slice(0, 16)).join(' '),
  );

const berlin = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('what a calendar calls busy', () => {
  test('is nothing in an empty one', () => expect(read(calendar())).toEqual([]));

  test.each<[string, string[], string[]]>([
    ['an event in UTC', ['DTSTART:20260310T090000Z', 'DTEND:20260310T100000Z'], ['2026-03-10T09:00 2026-03-10T10:00']],
    [
      'one by the name of a zone that the calendar does not describe',
      ['DTSTART;TZID=Europe/London:20260310T090000', 'DURATION:PT30M'],
      ['2026-03-10T09:00 2026-03-10T09:30'],
    ],
    [
      'one without a zone, on the owner’s clocks',
      ['DTSTART:20260701T090000', 'DTEND:20260701T100000'],
      ['2026-07-01T07:00 2026-07-01T08:00'],
    ],
    [
      'whole days, from midnight to midnight',
      ['DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20260330'],
      ['2026-03-27T23:00 2026-03-29T22:00'],
    ],
    ['a day without an end', ['DTSTART;VALUE=DATE:20260310'], ['2026-03-09T23:00 2026-03-10T23:00']],
    ['nothing that takes no time', ['DTSTART:20260310T090000Z'], []],
    ['nothing that is shown as free', ['DTSTART;VALUE=DATE:20260310', 'TRANSP:TRANSPARENT'], []],
    [
      'nothing that is shown as free by Outlook',
      ['DTSTART;VALUE=DATE:20260310', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
      [],
    ],
    ['nothing that is cancelled', ['DTSTART;VALUE=DATE:20260310', 'STATUS:CANCELLED'], []],
    ['nothing that is over', ['DTSTART;VALUE=DATE:20260210'], []],
    ['nothing that is more than a year away', ['DTSTART;VALUE=DATE:20280210'], []],
    [
      'of what has begun, what is left',
      ['DTSTART:20260301T090000Z', 'DTEND:20260302T100000Z'],
      ['2026-03-02T00:00 2026-03-02T10:00'],
    ],
    ['nothing that ends before it begins', ['DTSTART:20260310T090000Z', 'DTEND:20260310T080000Z'], []],
  ])('is %s', (_, lines, spans) => expect(read(calendar(...event(...lines)))).toEqual(spans));

  test('is each time of what repeats, on its clocks, but for what is moved, cancelled or left out', () => {
    const weekly = event(
      'DTSTART;TZID=W. Europe Standard Time:20260323T090000',
      'DTEND;TZID=W. Europe Standard Time:20260323T100000',
      'RRULE:FREQ=WEEKLY;COUNT=5',
      'EXDATE;TZID=W. Europe Standard Time:20260406T090000',
    );
    const moved = event(
      'RECURRENCE-ID;TZID=W. Europe Standard Time:20260413T090000',
      'DTSTART;TZID=W. Europe Standard Time:20260414T150000',
      'DTEND;TZID=W. Europe Standard Time:20260414T160000',
    );
    const cancelled = event(
      'RECURRENCE-ID;TZID=W. Europe Standard Time:20260420T090000',
      'DTSTART;TZID=W. Europe Standard Time:20260420T090000',
      'DTEND;TZID=W. Europe Standard Time:20260420T100000',
      'STATUS:CANCELLED',
    );
    expect(read(calendar(...berlin, ...weekly, ...moved, ...cancelled))).toEqual([
      '2026-03-23T08:00 2026-03-23T09:00',
      '2026-03-30T07:00 2026-03-30T08:00',
      '2026-04-14T13:00 2026-04-14T14:00',
    ]);
  });

  test('is what repeats for ever, for a year', () => {
    const daily = event('DTSTART:19950101T120000Z', 'DTEND:19950101T123000Z', 'RRULE:FREQ=DAILY');
    const spans = read(calendar(...daily));
    expect([spans.length, spans[0], spans.at(-1)]).toEqual([
      366,
      '2026-03-02T12:00 2026-03-02T12:30',
      '2027-03-02T12:00 2027-03-02T12:30',
    ]);
  });

  test('is as much as can be looked at of what repeats every second', () => {
    const began = performance.now();
    const ticking = event('DTSTART:19700101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY');
    expect(read(calendar(...ticking, ...ticking, ...ticking))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('is what its free/busy times say', () => {
    const lines = [
      'BEGIN:VFREEBUSY',
      'FREEBUSY:20260310T090000Z/20260310T100000Z,20260311T090000Z/PT2H',
      'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260312T090000Z/PT1H',
      'FREEBUSY;FBTYPE=FREE:20260313T090000Z/PT1H',
      'END:VFREEBUSY',
    ];
    expect(read(calendar(...lines))).toEqual([
      '2026-03-10T09:00 2026-03-10T10:00',
      '2026-03-11T09:00 2026-03-11T11:00',
      '2026-03-12T09:00 2026-03-12T10:00',
    ]);
  });

  test('is one time where times meet, in several calendars, too', () => {
    const some = calendar(...event('DTSTART:20260310T090000Z', 'DTEND:20260310T110000Z'));
    const more = calendar(...event('DTSTART:20260310T100000Z', 'DTEND:20260310T120000Z'));
    const next = calendar(...event('DTSTART:20260310T120000Z', 'DTEND:20260310T130000Z'));
    expect(read(`${next}${some}${more}`)).toEqual(['2026-03-10T09:00 2026-03-10T13:00']);
  });

  test.each(['', 'Hello', '<html></html>', 'BEGIN:VCARD\r\nEND:VCARD\r\n', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'])(
    'cannot be said of %j',
    (text) => expect(() => busyTimes(text, looked)).toThrow(),
  );
});

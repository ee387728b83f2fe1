import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, daysLater, instantAt, isTimeZone } from './wall-clock.js';

describe('wall-clock time', () => {
  it('becomes an instant by the clocks of its zone', () => {
    expect(instantAt('2026-07-01', '09:00', 'Europe/Berlin').toISOString()).toBe('2026-07-01T07:00:00.000Z');
    expect(instantAt('2026-12-01', '09:00', 'Europe/Berlin').toISOString()).toBe('2026-12-01T08:00:00.000Z');
    expect(instantAt('2026-12-01', '09:00', 'Asia/Kolkata').toISOString()).toBe('2026-12-01T03:30:00.000Z');
  });

  it('stays as it is some days later', () => {
    const saturday = new Date('2026-10-24T07:00:00.123Z');
    expect(daysLater(saturday, 2, 'Europe/Berlin').toISOString()).toBe('2026-10-26T08:00:00.123Z');
    expect(daysLater(saturday, -1, 'Europe/Berlin').toISOString()).toBe('2026-10-23T07:00:00.123Z');
  });

  it('tells the date in its zone', () => {
    const instant = new Date('2026-12-31T23:30:00Z');
    expect(dateOf(instant, 'UTC')).toBe('2026-12-31');
    expect(dateOf(instant, 'Europe/Berlin')).toBe('2027-01-01');
  });

  it('comes back as the date it was made of', () => {
    const day = fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') });
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Kiritimati');
    fc.assert(
      fc.property(day, zone, (date, timeZone) => {
        const text = date.toISOString().slice(0, 10);
        expect(dateOf(instantAt(text, '09:00', timeZone), timeZone)).toBe(text);
      }),
    );
  });
});

it('knows the name of a zone from anything else', () => {
  expect(['Europe/Berlin', 'UTC', 'Etc/GMT+5'].filter(isTimeZone)).toHaveLength(3);
  expect(['+02:00', 'Z', '', 'Mars/Base', 'Europe/Berlin\n', '2026-01-01T00:00Z[UTC]'].filter(isTimeZone)).toEqual([]);
});

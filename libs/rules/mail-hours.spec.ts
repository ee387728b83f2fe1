import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type MailHours, mayMailAt, nextMailInstant } from './mail-hours.js';

const berlin: MailHours = {
  timeZone: 'Europe/Berlin',
  quietFrom: '20:00',
  quietUntil: '07:00',
  workingDays: [1, 2, 3, 4, 5],
};
const next = (now: string, hours: Partial<MailHours> = {}): string =>
  nextMailInstant(new Date(now), { ...berlin, ...hours }).toISOString();

describe('the next instant for a mail', () => {
  it('is now on a working day outside quiet hours', () => {
    expect(next('2026-03-02T09:12:13Z')).toBe('2026-03-02T09:12:13.000Z');
  });

  it('is the end of quiet hours, before and after midnight', () => {
    expect(next('2026-03-02T19:00:00Z')).toBe('2026-03-03T06:00:00.000Z');
    expect(next('2026-03-03T05:59:59Z')).toBe('2026-03-03T06:00:00.000Z');
  });

  it('is the morning of the next working day', () => {
    expect(next('2026-03-06T19:00:00Z')).toBe('2026-03-09T06:00:00.000Z');
    expect(next('2026-03-07T12:00:00Z', { quietFrom: null, quietUntil: null })).toBe('2026-03-08T23:00:00.000Z');
  });

  it('goes by the clocks of the day it comes to', () => {
    // The night in which clocks are put forward, and the one in which they are put back.
    const days = [1, 2, 3, 4, 5, 6, 7];
    expect(next('2026-03-28T20:00:00Z', { workingDays: days })).toBe('2026-03-29T05:00:00.000Z');
    expect(next('2026-10-24T20:00:00Z', { workingDays: days })).toBe('2026-10-25T06:00:00.000Z');
  });

  it('is after a time that clocks jump over', () => {
    const hours = { workingDays: [7], quietFrom: '00:00', quietUntil: '02:30' };
    expect(next('2026-03-28T22:00:00Z', hours)).toBe('2026-03-29T01:30:00.000Z');
  });

  it('finds a pause at noon', () => {
    const hours = { quietFrom: '12:00', quietUntil: '14:00' };
    expect(next('2026-03-02T11:30:00Z', hours)).toBe('2026-03-02T13:00:00.000Z');
  });
});

const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'));
const hoursOf = fc
  .record({
    timeZone: fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ),
    quiet: fc.option(fc.tuple(time, time)),
    workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  })
  .map(({ quiet, ...rest }): MailHours => {
    const [from, until] = (quiet ?? []).map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
    return { ...rest, quietFrom: from ?? null, quietUntil: until ?? null };
  });
const instant = fc.date({ noInvalidDate: true, min: new Date('2024-01-01'), max: new Date('2030-01-01') });

it('is never before now, always allowed, the same when asked again, and never past an allowed one', () => {
  fc.assert(
    fc.property(instant, hoursOf, fc.double({ min: 0, max: 1, noNaN: true }), (now, hours, part) => {
      const at = nextMailInstant(now, hours);
      expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime());
      expect(mayMailAt(at, hours)).toBe(true);
      expect(nextMailInstant(at, hours)).toEqual(at);
      const between = new Date(now.getTime() + Math.floor((at.getTime() - now.getTime()) * part));
      if (between < at) expect(mayMailAt(between, hours)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

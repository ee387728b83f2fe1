import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestDay, type DigestTimes } from './digest-day.js';

const daily: DigestTimes = { timeZone: 'Europe/Berlin', digest: 'daily', hour: 8, weekday: 1, workingDays: [1, 2, 3, 4, 5] }; // prettier-ignore
const day = (now: string, times: Partial<DigestTimes> = {}): string | null =>
  digestDay(new Date(now), { ...daily, ...times });

it('is due from its hour on, by the clocks of the reader', () => {
  expect(day('2026-03-02T06:59:59Z')).toBeNull();
  expect(day('2026-03-02T07:00:00Z')).toBe('2026-03-02');
  expect(day('2026-03-30T06:00:00Z')).toBe('2026-03-30');
  expect(day('2026-03-02T22:59:00Z')).toBe('2026-03-02');
  expect(day('2026-03-02T07:00:00Z', { timeZone: 'America/New_York' })).toBeNull();
});

it('comes on working days, or once a week, or never', () => {
  expect(day('2026-03-07T12:00:00Z')).toBeNull();
  expect(day('2026-03-07T12:00:00Z', { digest: 'weekly', weekday: 6 })).toBe('2026-03-07');
  expect(day('2026-03-08T12:00:00Z', { digest: 'weekly', weekday: 6 })).toBeNull();
  expect(day('2026-03-02T12:00:00Z', { digest: 'none' })).toBeNull();
});

it('is one day at a time: within 24 hours at most two days are named, in a week of weekly ones at most two', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Kiritimati');
  const instant = fc.date({ noInvalidDate: true, min: new Date('2024-01-01'), max: new Date('2030-01-01') });
  fc.assert(
    fc.property(instant, zone, fc.nat(23), fc.integer({ min: 1, max: 7 }), (from, timeZone, hour, weekday) => {
      const named = (digest: 'daily' | 'weekly', hours: number): number =>
        new Set(
          Array.from({ length: hours }, (_, n) =>
            digestDay(new Date(from.getTime() + n * 3_600_000), { ...daily, timeZone, hour, weekday, digest }),
          ).filter((one) => one !== null),
        ).size;
      expect(named('daily', 24)).toBeLessThanOrEqual(2);
      expect(named('weekly', 24 * 7)).toBeLessThanOrEqual(2);
    }),
    { numRuns: 50 },
  );
});

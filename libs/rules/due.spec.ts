import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dueAt } from './due.js';

const due = (opensAt: string, days: number, timeZone = 'Europe/Berlin'): string =>
  dueAt(new Date(opensAt), days, timeZone).toISOString();

describe('when an item is due', () => {
  test('at the end of a day counted from the day its module opens', () => {
    expect(due('2026-03-09T08:00:00Z', 4)).toBe('2026-03-13T22:59:00.000Z');
    expect(due('2026-03-09T08:00:00Z', 0)).toBe('2026-03-09T22:59:00.000Z');
  });

  test('by the calendar of the cohort, not of the server', () => {
    expect(due('2026-03-09T23:30:00Z', 1, 'Europe/Berlin')).toBe('2026-03-11T22:59:00.000Z');
    expect(due('2026-03-09T23:30:00Z', 1, 'America/New_York')).toBe('2026-03-11T03:59:00.000Z');
  });

  test('at 23:59 also when the clocks change in between', () => {
    expect(due('2026-03-23T08:00:00Z', 6)).toBe('2026-03-29T21:59:00.000Z');
    expect(due('2026-10-19T07:00:00Z', 6)).toBe('2026-10-25T22:59:00.000Z');
  });

  test('shows 23:59 on the clocks of the zone, whatever the zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 365 }),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'),
        (opensAt, days, timeZone) => {
          const at = dueAt(opensAt, days, timeZone);
          const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
          expect(shown.toPlainTime().toString()).toBe('23:59:00');
        },
      ),
    );
  });
});

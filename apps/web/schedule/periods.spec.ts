import { describe, expect, test } from '@jest/globals';
import { Times } from '../written-times.js';
import { nameOf, periodOf } from './periods.js';

describe('A period of the calendar', () => {
  const times = new Times('de', 'Europe/Berlin');

  test('is a whole month, and goes back and forth over the end of a year', () => {
    expect(periodOf('month', '2026-12-31')).toEqual({
      first: '2026-12-01',
      end: '2027-01-01',
      back: '2026-11-01',
      forth: '2027-01-01',
    });
  });

  test('is a week from Monday, also on a Sunday', () => {
    expect(periodOf('week', '2026-03-29')).toMatchObject({ first: '2026-03-23', end: '2026-03-30' });
    expect(periodOf('week', '2026-03-30')).toMatchObject({ first: '2026-03-30', end: '2026-04-06' });
  });

  test('has a name', () => {
    expect(nameOf('month', periodOf('month', '2026-03-15'), 'de', times)).toBe('März 2026');
    expect(nameOf('week', periodOf('week', '2026-03-15'), 'de', times)).toBe('9.–15. März 2026');
  });
});

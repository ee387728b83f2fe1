import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Times } from './written-times.js';

/** Dates are held together by spaces that do not break; a test reads better with plain ones. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('Times', () => {
  const german = new Times('de', 'Europe/Berlin');
  const english = new Times('en', 'Europe/London');

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-03-06T08:00:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('are written as people in that language write them', () => {
    expect(plain(german.dayAndTime('2026-03-09T08:00:00Z'))).toBe('Mo 9. März, 09:00');
    expect(plain(english.dayAndTime('2026-03-09T08:00:00Z'))).toBe('Mon 9 Mar, 08:00');
  });

  test('name the year where it is another one', () => {
    expect(plain(german.day('2027-01-04T08:00:00Z'))).toBe('Mo 4. Januar 2027');
  });

  test('keep nine o’clock across the change of clocks', () => {
    expect(german.time('2026-03-23T08:00:00Z')).toBe('09:00');
    expect(german.time('2026-03-30T07:00:00Z')).toBe('09:00');
  });

  test('count days by the calendar, not by hours', () => {
    expect(german.fromNow('2026-03-09T08:00:00Z')).toBe('in 3 Tagen');
    expect(german.fromNow('2026-03-06T23:30:00Z')).toBe('morgen');
    expect(german.fromNow('2026-03-06T08:20:00Z')).toBe('in 20 Minuten');
    expect(german.fromNow('2026-03-05T07:00:00Z')).toBe('gestern');
    expect(english.fromNow('2026-03-06T13:00:00Z')).toBe('in 5 hours');
  });

  test('show another clock only where it shows something else', () => {
    expect(german.elsewhere('2026-03-09T08:00:00Z', 'Europe/Vienna')).toBeNull();
    expect(german.elsewhere('2026-03-09T08:00:00Z', 'Europe/London')).toEqual({ clock: '08:00', place: 'London' });
    const far = german.elsewhere('2026-03-09T08:00:00Z', 'America/New_York');
    expect(far).toEqual({ clock: '04:00', place: 'New York' });
    expect(plain(german.elsewhere('2026-03-09T03:00:00Z', 'America/New_York')?.clock ?? '')).toBe('So 8. März, 23:00');
  });

  test('say minutes as hours where there are many', () => {
    expect(plain(german.minutes(48))).toBe('48 Min.');
    expect(plain(german.minutes(75))).toBe('1 Std. 15 Min.');
    expect(plain(english.minutes(120))).toBe('2 hr');
  });

  test('do not move a calendar date, wherever the reader is', () => {
    expect(plain(new Times('en', 'Pacific/Auckland').date('2026-03-09'))).toBe('Mon 9 Mar');
    expect(plain(new Times('en', 'Pacific/Honolulu').date('2026-03-09'))).toBe('Mon 9 Mar');
  });
});

import { describe, expect, test } from '@jest/globals';
import { weekOf } from './week.js';

const week = (instant: string, timeZone = 'Europe/Berlin'): string[] => {
  const { from, to } = weekOf(new Date(instant), timeZone);
  return [from.toISOString(), to.toISOString()];
};

describe('the week of an instant', () => {
  test('begins on Monday at midnight in the reader’s zone', () => {
    expect(week('2026-03-11T12:00:00Z')).toEqual(['2026-03-08T23:00:00.000Z', '2026-03-15T23:00:00.000Z']);
    expect(week('2026-03-08T23:00:00Z')).toEqual(['2026-03-08T23:00:00.000Z', '2026-03-15T23:00:00.000Z']);
    expect(week('2026-03-08T22:59:59Z')[1]).toBe('2026-03-08T23:00:00.000Z');
  });

  test('has an hour less or more when the clocks change', () => {
    expect(week('2026-03-25T12:00:00Z')).toEqual(['2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
    expect(week('2026-10-25T12:00:00Z')).toEqual(['2026-10-18T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
  });

  test('is another one on the other side of the world', () => {
    expect(week('2026-03-15T20:00:00Z', 'Asia/Tokyo')[0]).toBe('2026-03-15T15:00:00.000Z');
    expect(week('2026-03-15T20:00:00Z', 'America/New_York')[0]).toBe('2026-03-09T04:00:00.000Z');
  });
});

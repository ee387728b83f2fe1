import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hoursProblems, inOrder, usualHours } from './working-hours.js';

const on = (weekday: number, from: string, to: string) => ({ weekday, from, to });

describe('hours of a week', () => {
  it('are right as usual, around noon, at any length, and until midnight', () => {
    expect(hoursProblems(usualHours)).toEqual([]);
    expect(hoursProblems([on(1, '09:00', '12:00'), on(1, '12:00', '17:00'), on(2, '00:00', '24:00')])).toEqual([]);
    expect(hoursProblems([])).toEqual([]);
  });

  it('end after they begin', () => {
    expect(hoursProblems([on(1, '09:00', '17:00'), on(2, '17:00', '09:00'), on(3, '09:00', '09:00')])).toEqual([
      { index: 1, field: 'to', code: 'ends-before-it-starts' },
      { index: 2, field: 'to', code: 'ends-before-it-starts' },
    ]);
  });

  it('do not overlap on a weekday', () => {
    expect(hoursProblems([on(1, '09:00', '13:00'), on(2, '12:00', '17:00'), on(1, '12:59', '17:00')])).toEqual([
      { index: 2, field: 'from', code: 'overlaps' },
    ]);
  });

  it('have the same number of problems or none in whatever order they come', () => {
    const time = fc.integer({ min: 0, max: 47 }).map((half) => {
      const hour = String(Math.floor(half / 2)).padStart(2, '0');
      return `${hour}:${half % 2 ? '30' : '00'}`;
    });
    const hours = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: time, to: time });
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 10 }), (some) => {
        const isFine = hoursProblems(some).length === 0;
        expect(hoursProblems(some.toReversed()).length === 0).toBe(isFine);
        expect(hoursProblems(inOrder(some)).length === 0).toBe(isFine);
      }),
    );
  });
});

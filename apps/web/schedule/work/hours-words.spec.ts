import { describe, expect, test } from '@jest/globals';
import { usualHours } from '@kohorte/rules';
import { hoursInWords, oneMore } from './hours-words.js';

const on = (weekdays: number[], from: string, to: string) => weekdays.map((weekday) => ({ weekday, from, to }));

describe('Hours of a week in words', () => {
  test.each([
    ['Mo–Fr 09:00–17:00', [...usualHours]],
    ['', []],
    ['Mo, Di 08:00–12:00', on([1, 2], '08:00', '12:00')],
    ['Mo 08:00–12:00; Mi 08:00–12:00', on([1, 3], '08:00', '12:00')],
    [
      'Mo–Do 08:00–12:00 + 13:00–16:00; Fr 08:00–24:00',
      [...on([1, 2, 3, 4], '08:00', '12:00'), ...on([1, 2, 3, 4], '13:00', '16:00'), ...on([5], '08:00', '24:00')],
    ],
  ])('%s', (words, hours) => expect(hoursInWords(hours, 'de')).toBe(words));
});

describe('One more time on a weekday', () => {
  test('is as on the day before that has some', () => {
    expect(oneMore([], 3)).toEqual(on([3], '09:00', '17:00'));
    expect(oneMore(on([1], '08:00', '12:00'), 3)).toEqual(on([3], '08:00', '12:00'));
  });

  test('comes after what is there, as far as the day goes', () => {
    expect(oneMore(on([3], '08:00', '12:30'), 3)).toEqual(on([3], '13:30', '14:30'));
    expect(oneMore(on([3], '08:00', '22:30'), 3)).toEqual(on([3], '23:30', '24:00'));
    expect(oneMore(on([3], '08:00', '24:00'), 3)).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mixedTeams } from './mixed-teams.js';

const inOrder = (): number => 0.999;

describe('Teams mixed at random', () => {
  test('ten people in threes make three teams, one of them of four', () => {
    const teams = mixedTeams([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3, inOrder);
    expect(teams.map((team) => team.length)).toEqual([4, 3, 3]);
  });

  test('nobody makes no team, and fewer people than a team holds make one', () => {
    expect(mixedTeams([], 3, inOrder)).toEqual([]);
    expect(mixedTeams(['Ada'], 4, inOrder)).toEqual([['Ada']]);
  });

  test('have everybody once, and are even', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (people, size, draws) => {
          const teams = mixedTeams(people, size, () => draws.next().value as number);
          expect(teams.flat()).toHaveLength(people.length);
          expect(new Set(teams.flat())).toEqual(new Set(people));
          const sizes = teams.map((team) => team.length);
          if (teams.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

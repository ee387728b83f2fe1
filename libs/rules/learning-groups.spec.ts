import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type GroupLearner, mixLearningGroups, placeLatecomers } from './learning-groups.js';

const person = (id: string, unit: string | null = null, site: string | null = null): GroupLearner => ({
  id,
  unit,
  site,
});
const sizesOf = (groups: string[][]): number[] => groups.map(({ length }) => length).sort((a, b) => a - b);

/** Pairs that sit with their own unit, and with their own site. */
function together(groups: string[][], people: readonly GroupLearner[]): { unit: number; site: number } {
  const byId = new Map(people.map((one) => [one.id, one]));
  const pairs = { unit: 0, site: 0 };
  for (const group of groups)
    for (const [index, a] of group.entries())
      for (const b of group.slice(index + 1))
        for (const key of ['unit', 'site'] as const)
          if (byId.get(a)![key] !== null && byId.get(a)![key] === byId.get(b)![key]) pairs[key] += 1;
  return pairs;
}

describe('learning groups', () => {
  it('have the size asked for, as near as can be', () => {
    const of = (count: number, size: number) =>
      sizesOf(
        mixLearningGroups(
          Array.from({ length: count }, (_, i) => person(`p${i}`)),
          { size, way: 'random', seed: 1 },
        ),
      );
    expect(of(12, 4)).toEqual([4, 4, 4]);
    expect(of(13, 4)).toEqual([4, 4, 5]);
    expect(of(9, 4)).toEqual([4, 5]);
    expect(of(3, 2)).toEqual([3]);
    expect(of(5, 8)).toEqual([5]);
    expect(of(2, 6)).toEqual([2]);
    expect(of(1, 6)).toEqual([1]);
    expect(of(0, 6)).toEqual([]);
  });

  it('hold people of all units and all sites where both can be dealt out', () => {
    const people = ['sales', 'works', 'office', 'lab'].flatMap((unit) =>
      ['Leipzig', 'Köln', 'Wien', 'Graz'].map((site) => person(`${unit} ${site}`, unit, site)),
    );
    for (let seed = 0; seed < 20; seed++) {
      const groups = mixLearningGroups(people, { size: 4, way: 'mixed', seed });
      expect(together(groups, people)).toEqual({ unit: 0, site: 0 });
    }
  });

  it('are others with another seed', () => {
    const people = Array.from({ length: 20 }, (_, i) => person(`p${i}`));
    const of = (seed: number) => mixLearningGroups(people, { size: 5, way: 'random', seed });
    expect(of(1)).not.toEqual(of(2));
  });

  it('are made for thousands in a moment', () => {
    const people = Array.from({ length: 2_000 }, (_, i) => person(`p${i}`, `u${i % 3}`, `s${i % 2}`));
    const groups = mixLearningGroups(people, { size: 6, way: 'mixed', seed: 7 });
    expect(groups.flat()).toHaveLength(2_000);
  });

  it('take those who come later where they are smallest', () => {
    const placed = placeLatecomers([5, 4, 4], ['c', 'a', 'b', 'd']);
    expect(Object.fromEntries(placed)).toEqual({ a: 1, b: 2, c: 0, d: 1 });
    expect(placeLatecomers([], ['a']).size).toBe(0);
  });
});

describe('with whatever people', () => {
  const name = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: null });
  const crowds = fc
    .array(fc.record({ unit: name, site: name }), { maxLength: 40 })
    .map((all) => all.map((one, index) => ({ ...one, id: `p${index}` })));
  const asking = fc.record({
    size: fc.integer({ min: 2, max: 20 }),
    way: fc.constantFrom('random' as const, 'mixed' as const),
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  });

  it('everybody is in one group, and sizes differ by one at the most', () => {
    fc.assert(
      fc.property(crowds, asking, (people, asked) => {
        const groups = mixLearningGroups(people, asked);
        expect(groups.flat().sort()).toEqual(people.map(({ id }) => id).sort());
        const sizes = groups.map(({ length }) => length);
        if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        if (people.length > 1) expect(Math.min(...sizes)).toBeGreaterThan(1);
      }),
    );
  });

  it('the order in which they come makes no difference', () => {
    fc.assert(
      fc.property(crowds, asking, (people, asked) => {
        expect(mixLearningGroups(people.toReversed(), asked)).toEqual(mixLearningGroups(people, asked));
      }),
    );
  });

  it('no exchange of two would leave fewer with their own', () => {
    fc.assert(
      fc.property(crowds, asking, (people, asked) => {
        const groups = mixLearningGroups(people, { ...asked, way: 'mixed' });
        const own = (all: string[][]): number => Object.values(together(all, people)).reduce((a, b) => a + b, 0);
        const before = own(groups);
        for (const [g, group] of groups.entries())
          for (const [h, other] of groups.entries())
            for (let i = 0; g < h && i < Math.min(group.length, other.length); i++) {
              const swapped = groups.map((one) => [...one]);
              swapped[g]![i] = other[i]!;
              swapped[h]![i] = group[i]!;
              expect(own(swapped)).toBeGreaterThanOrEqual(before);
            }
      }),
      { numRuns: 50 },
    );
  });

  it('where only units are told apart, each is spread as evenly as can be', () => {
    fc.assert(
      fc.property(crowds, asking, (crowd, asked) => {
        const people = crowd.map((one) => ({ ...one, site: null }));
        const groups = mixLearningGroups(people, { ...asked, way: 'mixed' });
        const unitOf = new Map(people.map(({ id, unit }) => [id, unit]));
        for (const unit of ['a', 'b', 'c', 'd', 'e']) {
          const counts = groups.map((group) => group.filter((id) => unitOf.get(id) === unit).length);
          if (counts.length > 0) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Group, overlapping, smallGroups } from './small-groups.js';

const group = (id: string, parentId: string | null, people: number, enrolled = people): Group => ({
  id,
  parentId,
  people,
  enrolled,
});
const hiddenOf = (groups: Group[], together?: typeof overlapping): string[] =>
  [...smallGroups(groups, together).hidden].sort();

describe('groups that are too small to be shown', () => {
  it('are hidden, and what lies above counts them in', () => {
    const tree = [group('top', null, 5), group('north', 'top', 6), group('south', 'top', 3)];
    expect(hiddenOf(tree)).toEqual(['south']);
  });

  it('are not told by taking the others from what lies above', () => {
    const tree = [group('top', null, 0), group('north', 'top', 6), group('south', 'top', 3), group('west', 'top', 9)];
    expect(hiddenOf(tree)).toEqual(['north', 'south']);
  });

  it('are told no more where they are people right in a unit than where they are a unit', () => {
    const tree = [group('top', null, 2), group('north', 'top', 6), group('west', 'top', 9)];
    expect(hiddenOf(tree)).toEqual(['north']);
  });

  it('hide a unit with all between it and them', () => {
    const tree = [group('top', null, 2), group('empty', 'top', 0), group('leaf', 'empty', 6)];
    expect(hiddenOf(tree)).toEqual(['empty', 'leaf']);
  });

  it('hide the total where there is nothing else', () => {
    expect(smallGroups([group('top', null, 2), group('leaf', 'top', 1)])).toEqual({
      hidden: new Set(['leaf', 'top']),
      isTotalHidden: true,
    });
  });

  it('are those in which few have a seat, however many wait', () => {
    expect(hiddenOf([group('top', null, 9, 2)])).toEqual(['top']);
    expect(hiddenOf([group('top', null, 9, 0)])).toEqual([]);
  });

  it('stay too small together where the same people may be in both', () => {
    const cohorts = [group('a', null, 3), group('b', null, 3), group('c', null, 6), group('d', null, 7)];
    expect(hiddenOf(cohorts)).toEqual(['a', 'b']);
    expect(hiddenOf(cohorts, overlapping)).toEqual(['a', 'b', 'c']);
  });
});

describe('in any tree', () => {
  const trees = fc
    .array(fc.record({ above: fc.nat(), people: fc.nat(8), waiting: fc.nat(2) }), { minLength: 1, maxLength: 25 })
    .map((drawn) =>
      drawn.map(({ above, people, waiting }, index) =>
        group(`g${index}`, index === 0 ? null : `g${above % (index + 1)}`, people + waiting, people),
      ),
    )
    // Who would stand below themselves is a topmost one.
    .map((groups) => groups.map((one) => (one.parentId === one.id ? { ...one, parentId: null } : one)));

  /** Groups by the nearest shown one above, `total` for none: the finest that can be worked out from what is shown. */
  function blocks(groups: Group[], hidden: ReadonlySet<string>): Group[][] {
    const byId = new Map(groups.map((one) => [one.id, one]));
    const home = (id: string | null): string => {
      if (id === null) return 'total';
      return hidden.has(id) ? home(byId.get(id)!.parentId) : id;
    };
    const found = new Map<string, Group[]>();
    for (const one of groups) found.set(home(one.id), [...(found.get(home(one.id)) ?? []), one]);
    return [...found].filter(([id]) => id !== 'total').map(([, block]) => block);
  }
  const sum = (block: Group[], figure: 'people' | 'enrolled'): number =>
    block.reduce((all, one) => all + one[figure], 0);

  it('nothing that can be worked out is about one to four people', () => {
    fc.assert(
      fc.property(trees, (groups) => {
        const { hidden, isTotalHidden } = smallGroups(groups);
        const shown = blocks(groups, hidden);
        const inBlocks = new Set(shown.flat());
        if (!isTotalHidden) shown.push(groups.filter((one) => !inBlocks.has(one)));
        for (const block of shown)
          for (const figure of ['people', 'enrolled'] as const) {
            const count = sum(block, figure);
            expect(count === 0 || count >= 5).toBe(true);
          }
      }),
    );
  });

  it('nothing is hidden where every group is empty or large enough', () => {
    fc.assert(
      fc.property(trees, (groups) => {
        const large = groups.map((one) =>
          one.people < 5 || one.enrolled < 5 ? { ...one, people: 0, enrolled: 0 } : one,
        );
        expect(smallGroups(large)).toEqual({ hidden: new Set(), isTotalHidden: false });
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keepGroups } from './keep-groups.js';

const there = [
  { groupId: 'g1', name: 'Rot', memberIds: ['a', 'b', 'c'] },
  { groupId: 'g2', name: 'Blau', memberIds: ['d', 'e', 'f'] },
];

describe('groups that are set anew', () => {
  it('go on as those of the same name', () => {
    expect(
      keepGroups(there, [
        { name: 'blau ', memberIds: ['a', 'b', 'c'] },
        { name: 'Rot', memberIds: ['d', 'e', 'f'] },
      ]),
    ).toEqual(['g2', 'g1']);
  });

  it('go on under another name with most of their people', () => {
    expect(
      keepGroups(there, [
        { name: 'Grün', memberIds: ['a', 'd', 'e'] },
        { name: 'Gelb', memberIds: ['b', 'c', 'f'] },
      ]),
    ).toEqual(['g2', 'g1']);
  });

  it('begin anew with people of no group', () => {
    expect(keepGroups(there, [{ name: 'Grün', memberIds: ['x', 'y'] }])).toEqual([null]);
  });

  it('never go on as the same one twice', () => {
    const group = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      memberIds: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6')),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 6 }), fc.array(group, { maxLength: 6 }), (before, asked) => {
        const kept = keepGroups(
          before.map((one, index) => ({ ...one, groupId: `g${index}` })),
          asked,
        );
        expect(kept).toHaveLength(asked.length);
        const named = kept.filter((id) => id !== null);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });
});

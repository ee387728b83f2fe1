import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { regroupDrafts } from './regroup-drafts.js';

const draft = (submissionId: string, ...authorIds: string[]) => ({ submissionId, authorIds });

describe('putting people together anew', () => {
  it('lets the only draft of a new team go on as the team’s', () => {
    const { groups } = regroupDrafts([draft('a’s', 'a')], [['a', 'b', 'c']]);
    expect(groups).toEqual([{ keeps: 'a’s', from: ['a’s'] }]);
  });

  it('brings the drafts of several together, each once', () => {
    const { groups, heirs } = regroupDrafts([draft('a’s', 'a'), draft('b’s', 'b')], [['a', 'b']]);
    expect(groups).toEqual([{ keeps: 'a’s', from: ['a’s', 'b’s'] }]);
    expect(heirs.get('b’s')).toBe(0);
  });

  it('leaves a team’s draft with most of its authors, and whoever goes takes a copy along', () => {
    const { groups } = regroupDrafts([draft('team', 'a', 'b', 'c')], [['a'], ['b', 'c', 'd']]);
    expect(groups).toEqual([
      { keeps: null, from: ['team'] },
      { keeps: 'team', from: ['team'] },
    ]);
  });

  it('gives a draft whose authors part to the first of them', () => {
    const { groups } = regroupDrafts([draft('team', 'a', 'b')], [['b'], ['a']]);
    expect(groups.map(({ keeps }) => keeps)).toEqual(['team', null]);
  });

  it('has nothing for people who have written nothing', () => {
    expect(regroupDrafts([draft('x’s', 'x')], [['a', 'b']])).toEqual({
      groups: [{ keeps: null, from: [] }],
      heirs: new Map(),
    });
  });

  it('loses nothing that anybody has worked on, and keeps each draft once at the most', () => {
    const people = Array.from({ length: 8 }, (_, index) => `p${index}`);
    const inGroups = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(inGroups, inGroups, (before, after) => {
        const of = (places: number[]) =>
          [0, 1, 2, 3].map((group) => people.filter((_, index) => places[index] === group));
        const drafts = of(before).flatMap((authorIds, index) => (authorIds.length > 0 ? [draft(`d${index}`, ...authorIds)] : [])); // prettier-ignore
        const groups = of(after);
        const regrouped = regroupDrafts(drafts, groups);
        for (const { submissionId, authorIds } of drafts)
          for (const [index, members] of groups.entries())
            expect(regrouped.groups[index]!.from.includes(submissionId)).toBe(
              authorIds.some((authorId) => members.includes(authorId)),
            );
        const kept = regrouped.groups.flatMap(({ keeps }) => keeps ?? []);
        expect(new Set(kept).size).toBe(kept.length);
        for (const { keeps, from } of regrouped.groups) if (keeps) expect(from[0]).toBe(keeps);
        for (const [submissionId, heir] of regrouped.heirs)
          expect(regrouped.groups[heir]!.from).toContain(submissionId);
      }),
    );
  });
});

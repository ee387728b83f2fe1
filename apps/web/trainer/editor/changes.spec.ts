import { describe, expect, test } from '@jest/globals';
import type { ItemDraftView, VersionView } from '@kohorte/contracts';
import { usualDemand } from '@kohorte/rules';
import { starterDesign } from './assignment/starter.js';
import { changesOf } from './changes.js';

let made = 0;

/** `Week 1: Intro, Task(10) / Week 2: Intro` as a version; the figure is an item's minutes, ids are new each time. */
function version(text: string): VersionView {
  const item = (told: string): ItemDraftView => {
    const [, title = told, minutes = '5'] = /^(.*?)(?:\((\d+)\))?$/.exec(told) ?? [];
    return {
      itemId: `item-${(made += 1)}`,
      kind: 'page',
      title,
      minutes: Number(minutes),
      required: true,
      dueAfterDays: null,
      body: null,
      bodyFormat: 'markdown',
      url: null,
      file: null,
      session: null,
      assignment: null,
    };
  };
  return {
    versionId: `version-${(made += 1)}`,
    number: 1,
    title: 'Course',
    summary: null,
    audience: null,
    language: 'en',
    publishedAt: null,
    modules: text.split(' / ').map((part) => {
      const [title = '', items = ''] = part.split(': ');
      return {
        moduleId: `module-${(made += 1)}`,
        title,
        summary: null,
        objectives: [],
        highlights: null,
        items: items.split(', ').filter(Boolean).map(item),
      };
    }),
  };
}

const changes = (before: string, after: string): string[] =>
  changesOf(version(before), version(after)).map(({ what, of, title }) => `${what} ${of} ${title}`);

describe('What a draft changes', () => {
  test('is nothing where only ids differ', () => {
    expect(changes('A: x, y / B: z', 'A: x, y / B: z')).toEqual([]);
  });

  test('is a session that asks for something else', () => {
    const [before, after] = [version('A: x'), version('A: x')];
    before.modules[0]!.items[0]!.session = usualDemand;
    expect(changesOf(before, after)).toEqual([{ what: 'changed', of: 'item', title: 'x' }]);
    after.modules[0]!.items[0]!.session = { ...usualDemand };
    expect(changesOf(before, after)).toEqual([]);
  });

  test('is an assignment that weighs a criterion otherwise', () => {
    const [before, after] = [version('A: x'), version('A: x')];
    before.modules[0]!.items[0]!.assignment = starterDesign('de');
    after.modules[0]!.items[0]!.assignment = starterDesign('de');
    expect(changesOf(before, after)).toEqual([]);
    after.modules[0]!.items[0]!.assignment.rubric[0]!.weight = 3;
    expect(changesOf(before, after)).toEqual([{ what: 'changed', of: 'item', title: 'x' }]);
  });

  test.each([
    ['A: x', 'A: x, y', ['added item y']],
    ['A: x, y', 'A: x', ['removed item y']],
    ['A: x', 'A: x(9)', ['changed item x']],
    ['A: x / B: ', 'A:  / B: x', ['moved item x']],
    ['A: x', 'A: x / B: ', ['added module B']],
    ['A: x / B: ', 'A: x', ['removed module B']],
    ['A: x, x', 'A: x', ['removed item x']],
    ['A: x, x', 'A: x, x(9)', ['changed item x']],
  ])('from "%s" to "%s"', (before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });
});

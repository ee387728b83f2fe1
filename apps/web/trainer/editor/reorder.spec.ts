import { describe, expect, test } from '@jest/globals';
import type { ItemDraftView, ModuleDraftView } from '@kohorte/contracts';
import { orderOf, placeItem, placeModule, stepItem, stepModule } from './reorder.js';

const item = (itemId: string): ItemDraftView => ({
  itemId,
  kind: 'page',
  title: itemId,
  minutes: 0,
  required: true,
  dueAfterDays: null,
  body: null,
  bodyFormat: 'markdown',
  url: null,
  file: null,
  session: null,
  assignment: null,
});

/** `a:1,2 b:3 c:` as modules with their items. */
const outline = (text: string): ModuleDraftView[] =>
  text.split(' ').map((part) => {
    const [moduleId = '', items = ''] = part.split(':');
    return {
      moduleId,
      title: moduleId,
      summary: null,
      objectives: [],
      highlights: null,
      items: items.split(',').filter(Boolean).map(item),
    };
  });

const written = (modules: readonly ModuleDraftView[]): string =>
  orderOf(modules)
    .map(({ moduleId, itemIds }) => `${moduleId}:${itemIds.join(',')}`)
    .join(' ');

const course = outline('a:1,2,3 b:4 c:');

describe('Placing', () => {
  test.each([
    ['3', 'a', '1', 'a:3,1,2 b:4 c:'],
    ['1', 'a', null, 'a:2,3,1 b:4 c:'],
    ['2', 'b', '4', 'a:1,3 b:2,4 c:'],
    ['4', 'c', null, 'a:1,2,3 b: c:4'],
    ['4', 'b', '4', 'a:1,2,3 b:4 c:'],
  ])('item %s into %s before %s', (itemId, moduleId, before, result) => {
    expect(written(placeItem(course, itemId, { moduleId, before }))).toBe(result);
  });

  test.each([
    ['c', 'a', 'c: a:1,2,3 b:4'],
    ['a', null, 'b:4 c: a:1,2,3'],
    ['b', 'b', 'a:1,2,3 b:4 c:'],
  ])('module %s before %s', (moduleId, before, result) => {
    expect(written(placeModule(course, moduleId, before))).toBe(result);
  });
});

describe('A step', () => {
  test.each<[string, 1 | -1, string]>([
    ['2', 1, 'a:1,3,2 b:4 c:'],
    ['2', -1, 'a:2,1,3 b:4 c:'],
    ['3', 1, 'a:1,2 b:3,4 c:'],
    ['4', -1, 'a:1,2,3,4 b: c:'],
    ['4', 1, 'a:1,2,3 b: c:4'],
    ['1', -1, 'a:1,2,3 b:4 c:'],
  ])('of item %s by %s', (itemId, by, result) => {
    expect(written(stepItem(course, itemId, by))).toBe(result);
  });

  test.each<[string, 1 | -1, string]>([
    ['a', 1, 'b:4 a:1,2,3 c:'],
    ['c', -1, 'a:1,2,3 c: b:4'],
    ['c', 1, 'a:1,2,3 b:4 c:'],
    ['a', -1, 'a:1,2,3 b:4 c:'],
  ])('of module %s by %s', (moduleId, by, result) => {
    expect(written(stepModule(course, moduleId, by))).toBe(result);
  });
});

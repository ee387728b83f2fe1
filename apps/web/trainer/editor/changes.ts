import type { ItemDraftView, VersionView } from '@kohorte/contracts';

/** One difference between two versions of a course. */
export interface Change {
  what: 'added' | 'removed' | 'changed' | 'moved';
  of: 'module' | 'item';
  title: string;
}

interface Placed {
  item: ItemDraftView;
  module: string;
}

/**
 * What a draft changes. A copy has new ids throughout, so that things are known by their titles, and the second of
 * the same title in a version as the second.
 */
export function changesOf(before: VersionView, after: VersionView): Change[] {
  const modules = compare(
    named(before.modules, ({ title }) => title),
    named(after.modules, ({ title }) => title),
    (one, other) => (sameModule(one) === sameModule(other) ? null : 'changed'),
  );
  const items = compare(named(placed(before), keyOf), named(placed(after), keyOf), (one, other) => {
    if (sameItem(one.item) !== sameItem(other.item)) return 'changed';
    return one.module === other.module ? null : 'moved';
  });
  return [
    ...modules.map(({ what, thing }) => ({ what, of: 'module' as const, title: thing.title })),
    ...items.map(({ what, thing }) => ({ what, of: 'item' as const, title: thing.item.title })),
  ];
}

const placed = ({ modules }: VersionView): Placed[] =>
  modules.flatMap(({ title, items }) => items.map((item) => ({ item, module: title })));
const keyOf = ({ item }: Placed): string => `${item.kind} ${item.title}`;
const sameModule = ({ summary, objectives, highlights }: VersionView['modules'][number]): string =>
  JSON.stringify([summary, objectives, highlights]);
const sameItem = ({ minutes, required, dueAfterDays, body, url, file, session, assignment }: ItemDraftView): string =>
  JSON.stringify([minutes, required, dueAfterDays, body, url, file?.fileId, session, assignment]);

function named<T>(things: readonly T[], nameOf: (thing: T) => string): Map<string, T> {
  const all = new Map<string, T>();
  for (const thing of things) {
    let name = nameOf(thing);
    while (all.has(name)) name += ' +';
    all.set(name, thing);
  }
  return all;
}

function compare<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  differ: (one: T, other: T) => 'changed' | 'moved' | null,
): { what: Change['what']; thing: T }[] {
  const changes: { what: Change['what']; thing: T }[] = [];
  for (const [name, thing] of after) {
    const was = before.get(name);
    const what = was === undefined ? 'added' : differ(was, thing);
    if (what) changes.push({ what, thing });
  }
  for (const [name, thing] of before) if (!after.has(name)) changes.push({ what: 'removed', thing });
  return changes;
}

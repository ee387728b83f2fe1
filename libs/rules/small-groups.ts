import { smallestShownGroup } from './access.js';

/** People, and those of them who have a seat. */
export interface Crowd {
  people: number;
  enrolled: number;
}

/** A group with those in it and in none below; its figures are shown with all groups below counted in. */
export interface Group extends Crowd {
  id: string;
  /** The group above; one that is not among the groups makes it a topmost one. */
  parentId: string | null;
}

/** How two crowds count as one: where nobody is in both; or else, at the least. */
export const apart = (one: Crowd, other: Crowd): Crowd => ({
  people: one.people + other.people,
  enrolled: one.enrolled + other.enrolled,
});
export const overlapping = (one: Crowd, other: Crowd): Crowd => ({
  people: Math.max(one.people, other.people),
  enrolled: Math.max(one.enrolled, other.enrolled),
});

/**
 * Which groups a manager must not see, so that no figure of fewer than five people is shown, and none can be worked out
 * by taking figures from each other.
 *
 * What is shown adds up to blocks: each shown group less the shown ones right below it, and the total less the topmost
 * ones. Whoever adds and subtracts gets at unions of blocks and at nothing finer, so that it is enough that every block
 * is empty or large enough. A group that is too small goes up into the block above; where that is still too small, the
 * smallest group below it is hidden as well.
 */
export function smallGroups(
  groups: readonly Group[],
  together = apart,
): { hidden: ReadonlySet<string>; isTotalHidden: boolean } {
  const hidden = new Set<string>();
  const known = new Set(groups.map(({ id }) => id));
  const below = new Map<string | null, Group[]>();
  for (const group of groups) {
    const above = group.parentId !== null && known.has(group.parentId) ? group.parentId : null;
    below.set(above, [...(below.get(above) ?? []), group]);
  }

  const settle = (id: string | null, own: Crowd): Block => {
    const blocks = (below.get(id) ?? []).map((group) => settle(group.id, group));
    let rest = own;
    const merge = (block: Block): void => {
      hidden.add(block.id!);
      rest = together(rest, block.rest);
    };
    blocks.filter((block) => !isShowable(block.rest)).forEach(merge);
    let shown = blocks.filter((block) => isShowable(block.rest));
    while (!isShowable(rest)) {
      const next = shown.filter(({ all }) => all.people > 0).sort((a, b) => a.all.people - b.all.people)[0];
      if (!next) break;
      merge(next);
      shown = [...shown.filter((block) => block !== next), ...next.shown];
    }
    return { id, rest, shown, all: blocks.reduce((sum, block) => together(sum, block.all), own) };
  };

  return { hidden, isTotalHidden: !isShowable(settle(null, { people: 0, enrolled: 0 }).rest) };
}

/** A group, what is left of it when those shown below are taken away, and those. */
interface Block {
  id: string | null;
  rest: Crowd;
  shown: Block[];
  all: Crowd;
}

/** Nobody, or enough people for a figure. */
function isShowable({ people, enrolled }: Crowd): boolean {
  return [people, enrolled].every((count) => count === 0 || count >= smallestShownGroup);
}

/** A group that is there. */
export interface GroupThere {
  groupId: string;
  name: string;
  memberIds: readonly string[];
}

/**
 * As which of the groups that are there each of those asked for goes on, so that what was said in it stays with them:
 * the one of the same name, or else the one most of whose people it has.
 * @returns for each group asked for, the id of the one it goes on as, or `null`
 */
export function keepGroups(
  there: readonly GroupThere[],
  asked: readonly { name: string; memberIds: readonly string[] }[],
): (string | null)[] {
  const pairs = asked.flatMap((group, index) => {
    const members = new Set(group.memberIds);
    return there.map(({ groupId, name, memberIds }, order) => ({
      index,
      groupId,
      order,
      sameName: plain(name) === plain(group.name),
      shared: memberIds.filter((id) => members.has(id)).length,
    }));
  });
  const kept: (string | null)[] = asked.map(() => null);
  const taken = new Set<string>();
  const best = pairs
    .filter(({ sameName, shared }) => sameName || shared > 0)
    .sort(
      (a, b) =>
        Number(b.sameName) - Number(a.sameName) || b.shared - a.shared || a.index - b.index || a.order - b.order,
    );
  for (const { index, groupId } of best) {
    if (kept[index] !== null || taken.has(groupId)) continue;
    kept[index] = groupId;
    taken.add(groupId);
  }
  return kept;
}

const plain = (name: string): string => name.trim().toLowerCase();

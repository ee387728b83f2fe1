/** A group as somebody new might join it. */
export interface OpenGroup {
  groupId: string;
  number: number;
  siteId: string | null;
  people: number;
  /** People that its sessions to come have room for. */
  most: number;
}

/**
 * The group that somebody new joins: at their own site if one has room there, else any that has room; the smallest of
 * these, and of equal ones the first. `null` where all are full: then it takes a new schedule.
 */
export function groupForNewcomer(siteId: string | null, groups: readonly OpenGroup[]): OpenGroup | null {
  const open = groups.filter(({ people, most }) => people < most);
  const here = open.filter((group) => group.siteId === siteId);
  return (here.length > 0 ? here : open).toSorted((a, b) => a.people - b.people || a.number - b.number)[0] ?? null;
}

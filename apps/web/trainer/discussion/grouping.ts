/** A group as it is being put together. */
export interface GroupDraft {
  key: string;
  name: string;
}

/** Who is in which group, as it is being put together; whoever stands nowhere is in none. */
export interface Grouping {
  groups: readonly GroupDraft[];
  of: ReadonlyMap<string, string>;
}

/** Puts somebody into a group, or with `null` into none. */
export function placed({ groups, of }: Grouping, enrolmentId: string, key: string | null): Grouping {
  const next = new Map(of);
  if (key === null) next.delete(enrolmentId);
  else next.set(enrolmentId, key);
  return { groups, of: next };
}

/** Takes a group away; its people are in none then. */
export function without({ groups, of }: Grouping, key: string): Grouping {
  return {
    groups: groups.filter((group) => group.key !== key),
    of: new Map([...of].filter(([, one]) => one !== key)),
  };
}

/** Who is in each group, as it is sent. */
export function asInput({ groups, of }: Grouping): { name: string; enrolmentIds: string[] }[] {
  return groups.map(({ key, name }) => ({
    name: name.trim(),
    enrolmentIds: [...of].filter(([, one]) => one === key).map(([enrolmentId]) => enrolmentId),
  }));
}

/** The first number for which no group has the usual name. */
export function freeNumber(groups: readonly GroupDraft[], nameOf: (number: number) => string): number {
  const names = new Set(groups.map(({ name }) => name));
  let number = 1;
  while (names.has(nameOf(number))) number += 1;
  return number;
}

import type { PublicationView } from '@kohorte/contracts';
import { type PlacedSession, sessionKey } from '@kohorte/rules';
import type { PublishedSession, Situation } from './asked-schedule.js';
import type { Proposal } from './proposal.js';

/** What publishing a proposal changes against what people know. */
export interface Publication {
  fresh: PlacedSession[];
  moved: { placed: PlacedSession; before: PublishedSession }[];
  /** Known to people, and now without a place. */
  cancelled: PublishedSession[];
  same: PlacedSession[];
}

/** Compares a proposal with what is published; what was left out on purpose stays as people know it. */
export function publicationOf({ placed, excluded }: Proposal, published: readonly PublishedSession[]): Publication {
  const before = new Map(published.map((one) => [sessionKey(one), one]));
  const found: Publication = { fresh: [], moved: [], cancelled: [], same: [] };
  for (const one of placed) {
    const known = before.get(sessionKey(one));
    before.delete(sessionKey(one));
    if (!known) found.fresh.push(one);
    else if (isSame(one, known)) found.same.push(one);
    else found.moved.push({ placed: one, before: known });
  }
  const isLeftOut = new Set(excluded);
  found.cancelled = [...before.values()].filter((one) => !isLeftOut.has(sessionKey(one)));
  return found;
}

function isSame(placed: PlacedSession, known: PublishedSession): boolean {
  return (
    placed.from === known.from &&
    placed.to === known.to &&
    placed.roomId === known.roomId &&
    placed.trainerIds.toSorted().join() === known.trainerIds.join()
  );
}

/** Who will be told what. */
export function publicationView(
  proposal: Proposal,
  situation: Situation,
  releases: PublicationView['releases'],
): PublicationView {
  const { fresh, moved, cancelled, same } = publicationOf(proposal, situation.published);
  const titles = new Map(situation.items.map(({ itemId, title }) => [itemId, title]));
  const rooms = new Map(situation.roomNames.map(({ roomId, name, site }) => [roomId, `${name} (${site})`]));
  type Change = PublicationView['told'][number]['changes'][number];
  const changes: { groupId: string; trainers: readonly string[]; change: Change }[] = [
    ...fresh.map((one) => change(one, 'new' as const, one.from, null)),
    ...moved.map(({ placed, before }) => change(placed, 'moved' as const, placed.from, before.from)),
    ...cancelled.map((one) => change(one, 'cancelled' as const, one.from, one.from)),
  ];
  function change(one: PlacedSession | PublishedSession, what: Change['what'], from: number, before: number | null) {
    return {
      groupId: one.groupId,
      trainers: one.trainerIds,
      change: {
        title: titles.get(one.itemId) ?? '',
        what,
        from: new Date(from).toISOString(),
        before: before === null ? null : new Date(before).toISOString(),
        room: one.roomId && (rooms.get(one.roomId) ?? null),
      },
    };
  }
  const told = proposal.groups.flatMap((group) => {
    const own = changes.filter(({ groupId }) => groupId === group.groupId);
    if (own.length === 0) return [];
    return {
      groupId: group.groupId,
      cohortId: group.cohortId,
      groupNumber: group.number,
      people: group.userIds.length,
      changes: own.map((one) => one.change).sort((a, b) => (a.from < b.from ? -1 : 1)),
    };
  });
  const people = new Set([
    ...told.flatMap(({ groupId }) => proposal.groups.find((group) => group.groupId === groupId)!.userIds),
    ...changes.flatMap(({ trainers }) => trainers),
  ]);
  return {
    sessions: {
      new: fresh.length,
      moved: moved.length,
      cancelled: cancelled.length,
      same: same.length,
      unplaced: proposal.unplaced.length,
    },
    releases,
    rooms: new Set([...fresh, ...moved.map(({ placed }) => placed)].map(({ roomId }) => roomId).filter(Boolean)).size,
    mails:
      told.reduce((sum, group) => sum + group.people * group.changes.length, 0) +
      changes.reduce((sum, { trainers }) => sum + trainers.length, 0),
    people: people.size,
    told,
  };
}

import type { AskedCohort, Group, Learner } from './asked.js';

/** Sizes that every session of a cohort can live with. */
export interface GroupSizes {
  least: number;
  best: number;
  most: number;
}

/**
 * Sizes for all sessions of a cohort at once, as groups stay together: the narrowest of the bounds. Where the largest
 * "at least" lies above the smallest "at most", the latter counts: a room too small is worse than a group too small.
 */
export function groupSizes(sessions: AskedCohort['sessions']): GroupSizes {
  const most = Math.max(1, Math.min(...sessions.map(({ groupMost }) => groupMost)));
  const least = Math.min(most, Math.max(1, ...sessions.map(({ groupLeast }) => groupLeast)));
  const bests = sessions.map(({ groupBest }) => groupBest).sort((a, b) => a - b);
  const best = Math.min(most, Math.max(least, bests[bests.length >> 1] ?? most));
  return { least, best, most };
}

/**
 * Splits a cohort into parallel groups: people of one site together, sites too small for a group of their own joined
 * to one of the same zone, or else to any; sizes within bounds, and within a place differing by one at most. Groups
 * that there are already stay together, lose those who left, and take in newcomers while they have room.
 *
 * Everybody is in exactly one group. Who is in which depends on ids, not on the order in which people are named.
 */
export function splitIntoGroups(cohort: AskedCohort, learners: ReadonlyMap<string, Learner>): Group[] {
  const { most, least, best } = groupSizes(cohort.sessions);
  const here = new Set(cohort.userIds);
  const groups = cohort.groups
    .toSorted((a, b) => a.number - b.number)
    .map((group) => ({ ...group, userIds: group.userIds.filter((id) => here.delete(id)) }))
    .filter(({ userIds }) => userIds.length > 0);
  const newcomers = [...here].sort();
  const left: string[] = [];
  for (const userId of newcomers) {
    const site = learners.get(userId)?.siteId ?? null;
    const open = groups
      .filter((group) => group.siteId === site && group.userIds.length < most)
      .sort((a, b) => a.userIds.length - b.userIds.length || a.number - b.number)[0];
    if (open) open.userIds = [...open.userIds, userId].sort();
    else left.push(userId);
  }
  let number = Math.max(0, ...groups.map((group) => group.number));
  for (const { siteId, userIds } of places(left, learners, least)) {
    const count = groupCount(userIds.length, { least, best, most });
    for (let index = 0; index < count; index += 1) {
      const from = Math.round((index * userIds.length) / count);
      const to = Math.round(((index + 1) * userIds.length) / count);
      number += 1;
      groups.push({ groupId: `${cohort.cohortId}#${number}`, number, siteId, userIds: userIds.slice(from, to) });
    }
  }
  return groups;
}

/** As many groups as bring sizes nearest to the best; none larger than allowed, none smaller where that can be. */
function groupCount(people: number, { least, best, most }: GroupSizes): number {
  const fewest = Math.ceil(people / most);
  return Math.max(fewest, Math.min(Math.round(people / best), Math.floor(people / least)), 1);
}

interface Place {
  siteId: string | null;
  userIds: string[];
}

/** People by site; places with too few for a group are joined to others, the smallest first. */
function places(userIds: readonly string[], learners: ReadonlyMap<string, Learner>, least: number): Place[] {
  const bySite = new Map<string | null, string[]>();
  for (const userId of userIds) {
    const site = learners.get(userId)?.siteId ?? null;
    bySite.set(site, [...(bySite.get(site) ?? []), userId]);
  }
  const all: Place[] = [...bySite]
    .map(([siteId, ids]) => ({ siteId, userIds: ids }))
    .sort((a, b) => b.userIds.length - a.userIds.length || String(a.siteId).localeCompare(String(b.siteId), 'en'));
  const zoneOf = (place: Place): string => learners.get(place.userIds[0]!)?.timeZone ?? '';
  for (let last = all.at(-1); last && all.length > 1 && last.userIds.length < least; last = all.at(-1)) {
    all.pop();
    const zone = zoneOf(last);
    const host = all.findLast((place) => zoneOf(place) === zone) ?? all.at(-1)!;
    host.userIds = [...host.userIds, ...last.userIds].sort();
    all.sort((a, b) => b.userIds.length - a.userIds.length || String(a.siteId).localeCompare(String(b.siteId), 'en'));
  }
  return all;
}

import type { Asked, Reason, UnplacedSession } from './asked.js';
import type { Blocker, Board } from './board.js';
import { type Compiled, slotsFor, suitableRooms } from './compile.js';

/** As many rooms and sets of trainers are weighed for one session; more would tell nothing new. */
const mostLookedAt = 60;

/**
 * Why a meeting has no place beside all others that have one.
 *
 * Every start in its window at which somebody of the group is at work, with every room that suits and every set of
 * trainers that is able, is one place it could have. The reasons are a set such that each of these places is ruled out
 * by one of them, and none could be left out (a minimal hitting set, built greedily); what would help is the place
 * with the fewest things in its way.
 *
 * @param board the solution without the meeting
 */
export function explain(compiled: Compiled, asked: Asked, board: Board, meeting: number): UnplacedSession {
  const { model, grid, freeTime, meetings, rooms, trainers } = compiled;
  const { session, cohort, group, people, fromSlot, toSlot } = meetings[meeting]!;
  const { teams, length } = model.meetings[meeting]!;
  const of = { itemId: session.itemId, cohortId: cohort.cohortId, groupId: group.groupId };
  const only = (code: Reason['code'], subject: string | null = null): UnplacedSession => ({
    ...of,
    reasons: [{ code, subject, share: 1 }],
    wouldHelp: { reasons: [{ code, subject, share: 1 }], from: null, roomId: null, trainerIds: [] },
  });

  if (session.to <= asked.now || toSlot <= fromSlot) return only(session.to <= asked.now ? 'window-over' : 'window-too-short'); // prettier-ignore
  const suitable = suitableRooms(meetings[meeting]!, rooms).slice(0, mostLookedAt);
  if (suitable.length === 0) return only('no-room-suits', group.siteId);
  if (teams.length === 0) return only('no-trainer-qualified', session.qualification);
  if (slotsFor(session.minutes) > toSlot - fromSlot) return only('window-too-short');

  const atWork = freeTime.atWork(people);
  const places: { start: number; room: number; team: number; blockers: number[] }[] = [];
  const known = new Map<string, number>();
  const list: Blocker[] = [];
  const numberOf = (blocker: Blocker): number => {
    const key = `${blocker.code} ${blocker.subject}`;
    const number = known.get(key) ?? list.push(blocker) - 1;
    known.set(key, number);
    return number;
  };
  for (let start = fromSlot; start + length <= toSlot; start += 1) {
    if (start + length > grid.endOfDay(start) || !atWork.subarray(start, start + length).every(Boolean)) continue;
    const atStart = board.atStart(meeting, start).map(numberOf);
    const inRooms = suitable.map(({ index }) => board.inRoom(meeting, start, index).map(numberOf));
    const byTeams = teams
      .slice(0, mostLookedAt)
      .map((team) => team.flatMap((trainer) => board.byTrainer(meeting, start, trainer)).map(numberOf));
    suitable.forEach(({ index }, roomAt) => {
      byTeams.forEach((byTeam, team) => {
        if (!canGo(model.trainers, teams[team]!, index < 0 ? null : model.rooms[index]!.site)) return;
        const blockers = [...new Set([...atStart, ...inRooms[roomAt]!, ...byTeam])];
        places.push({ start, room: index, team, blockers });
      });
    });
  }
  // With nobody ever at work in the window, or nobody able who goes there, there is no place to speak of.
  if (places.length === 0) {
    const isAway = !atWork.subarray(fromSlot, toSlot).includes(1);
    return isAway ? only('learner-away', people[0]?.userId ?? null) : only(teams.length > 0 && suitable.length > 0 ? 'window-too-short' : 'no-trainer-qualified'); // prettier-ignore
  }

  const easiest = places.reduce((best, place) => (place.blockers.length < best.blockers.length ? place : best));
  // Of the times, not of the places: that one of two trainers is away all week is always, not half the time.
  const times = new Set(places.map(({ start }) => start)).size;
  const share = (number: number): number =>
    new Set(places.flatMap(({ start, blockers }) => (blockers.includes(number) ? [start] : []))).size / times;
  const told = (numbers: readonly number[]): Reason[] =>
    numbers
      .map((number) => ({ ...list[number]!, share: Math.round(share(number) * 1_000) / 1_000 }))
      .sort((a, b) => b.share - a.share || compare(a, b));
  return {
    ...of,
    reasons: told(hittingSet(places.map(({ blockers }) => blockers).filter(({ length: count }) => count > 0))),
    wouldHelp: {
      reasons: told(easiest.blockers),
      from: grid.instantOf(easiest.start),
      roomId: easiest.room < 0 ? null : rooms[easiest.room]!.roomId,
      trainerIds: teams[easiest.team]!.map((index) => trainers[index]!.userId),
    },
  };
}

function canGo(trainers: Compiled['model']['trainers'], team: readonly number[], site: number | null): boolean {
  return site === null || team.every((trainer) => trainers[trainer]!.siteCosts[site]! >= 0);
}

/** A set that meets each of these sets, and from which nothing can be left out: always what meets most of the rest. */
function hittingSet(sets: readonly (readonly number[])[]): number[] {
  const chosen: number[] = [];
  let rest = sets;
  while (rest.length > 0) {
    const counts = new Map<number, number>();
    for (const set of rest) for (const number of set) counts.set(number, (counts.get(number) ?? 0) + 1);
    const [best] = [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
    chosen.push(best);
    rest = rest.filter((set) => !set.includes(best));
  }
  for (const number of chosen.toReversed()) {
    const others = chosen.filter((one) => one !== number);
    if (sets.every((set) => set.some((one) => others.includes(one)))) chosen.splice(chosen.indexOf(number), 1);
  }
  return chosen;
}

const compare = (a: Blocker, b: Blocker): number => (`${a.code} ${a.subject}` < `${b.code} ${b.subject}` ? -1 : 1);

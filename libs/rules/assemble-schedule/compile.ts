import {
  type Asked,
  type AskedCohort,
  type AskedSession,
  type Group,
  type Hours,
  type KeptSession,
  type Learner,
  sessionKey,
  type Trainer,
  type Weights,
} from './asked.js';
import { FreeTime } from './free-time.js';
import { Grid, slotLength } from './grid.js';
import { splitIntoGroups } from './groups.js';
import type {
  CrowdModel,
  MeetingModel,
  Model,
  Placement,
  RelationModel,
  SeriesModel,
  TrainerModel,
} from './search/model.js';

/** One session of one group: what a meeting of the model stands for. */
export interface Meeting {
  key: string;
  cohort: AskedCohort;
  session: AskedSession;
  group: Group;
  people: readonly Learner[];
  /** Slots from which on, and before which all of it must lie; the window, cut to what is still to come. */
  fromSlot: number;
  toSlot: number;
  kept: KeptSession | null;
}

/** An assembly as numbers, and the way back. */
export interface Compiled {
  model: Model;
  grid: Grid;
  freeTime: FreeTime;
  meetings: readonly Meeting[];
  groups: ReadonlyMap<string, readonly Group[]>;
  /** In the order of the model. */
  rooms: Asked['rooms'];
  trainers: Asked['trainers'];
  /** Per cohort: 1 in its breaks, 1 on its holidays. */
  closed: ReadonlyMap<string, { inBreak: Uint8Array; onHoliday: Uint8Array }>;
}

/** More sets of trainers than these are not looked at for one session. */
const mostTeams = 300;
/** Dearer than anything a place could cost. */
const unplacedCost = 3_000;

/**
 * Turns an assembly into numbers. Things are sorted by their ids, so that the order in which they are named is nobody's.
 * @throws RangeError for an unknown zone, or a schedule that spans more than three years
 */
export function compile(asked: Asked): Compiled {
  const cohorts = asked.cohorts.toSorted((a, b) => compareText(a.cohortId, b.cohortId));
  const sessions = cohorts.flatMap((cohort) => cohort.sessions);
  const from = Math.min(...sessions.map((session) => session.from), asked.now);
  const to = Math.max(...sessions.map((session) => session.to), asked.now + slotLength);
  const grid = new Grid(asked.timeZone, Math.max(from, asked.now), Math.max(to, asked.now + slotLength));
  const freeTime = new FreeTime(grid, asked.holidays);
  const learners = new Map(asked.learners.map((learner) => [learner.userId, learner]));
  const rooms = asked.rooms.toSorted((a, b) => compareText(a.roomId, b.roomId));
  const trainers = asked.trainers.toSorted((a, b) => compareText(a.userId, b.userId));
  const sites = asked.sites.toSorted((a, b) => compareText(a.siteId, b.siteId));
  const kept = new Map(asked.kept.map((one) => [sessionKey(one), one]));
  const excluded = new Set(asked.excluded);

  const groups = new Map<string, readonly Group[]>();
  const closed = new Map<string, { inBreak: Uint8Array; onHoliday: Uint8Array }>();
  const meetings: Meeting[] = [];
  for (const cohort of cohorts) {
    const own = cohort.sessions.length > 0 ? splitIntoGroups(cohort, learners) : [];
    groups.set(cohort.cohortId, own);
    closed.set(cohort.cohortId, {
      inBreak: freeTime.inBreak(cohort),
      onHoliday: freeTime.onHoliday(cohort.region, cohort.timeZone),
    });
    for (const group of own) {
      const people = group.userIds.flatMap((userId) => learners.get(userId) ?? []);
      for (const session of cohort.sessions) {
        const key = sessionKey({ itemId: session.itemId, groupId: group.groupId });
        if (excluded.has(key)) continue;
        meetings.push({
          key,
          cohort,
          session,
          group,
          people,
          fromSlot: Math.max(grid.slotFrom(Math.max(session.from, asked.now)), 0),
          toSlot: Math.min(grid.slotAt(session.to), grid.slots),
          kept: kept.get(key) ?? null,
        });
      }
    }
  }

  const preferred = new Map<string, Uint8Array>();
  const preferredIn = (zone: string): Uint8Array => {
    const mask = preferred.get(zone) ?? grid.within(aroundLunch(asked.preferred), zone);
    preferred.set(zone, mask);
    return mask;
  };
  const siteIndex = new Map(sites.map(({ siteId }, index) => [siteId, index]));
  const learnsIn = windowsOfLearners(meetings);
  const freeOfGroup = new Map<string, Uint8Array>();
  const context: Context = { asked, grid, rooms, trainers, learnsIn, preferredIn, closed, free: (meeting) => {
    const id = meeting.group.groupId;
    const mask = freeOfGroup.get(id) ?? freeTime.ofAll(meeting.people);
    freeOfGroup.set(id, mask);
    return mask;
  } }; // prettier-ignore

  const model: Model = {
    slots: grid.slots,
    dayOf: grid.dayOf,
    days: grid.days,
    weekOf: grid.weekOf,
    weeks: grid.weeks,
    weekSlotOf: grid.weekSlotOf,
    weekSlots: grid.weekSlots,
    meetings: meetings.map((meeting) => meetingModel(meeting, context)),
    rooms: rooms.map((room) => ({
      free: freeTime.ofRoom(room, siteOf(sites, room.siteId)),
      site: siteIndex.get(room.siteId) ?? 0,
    })),
    trainers: trainers.map((trainer) => trainerModel(trainer, freeTime, sites, asked.weights)),
    sites: Math.max(sites.length, 1),
    crowds: crowds(meetings, asked.weights),
    series: series(meetings, asked.weights),
    relations: relations(meetings, grid),
    pairOfOneTrainer: asked.weights.load,
    extraSiteOfDay: asked.weights.secondSite,
    unplaced: unplacedCost,
  };
  return { model, grid, freeTime, meetings, groups, rooms, trainers, closed };
}

/** When nobody likes to meet, in the middle of whatever hours are preferred. */
const lunch = { from: '12:00', to: '13:00' };

/** The preferred hours of Monday to Friday, with lunch left out. */
function aroundLunch({ from, to }: Asked['preferred']): Hours[] {
  const parts = [
    { from, to: to < lunch.from ? to : lunch.from },
    { from: from > lunch.to ? from : lunch.to, to },
  ].filter((part) => part.from < part.to);
  return [1, 2, 3, 4, 5].flatMap((weekday) => parts.map((part) => ({ weekday, ...part })));
}

interface Context {
  asked: Asked;
  grid: Grid;
  rooms: Asked['rooms'];
  trainers: Asked['trainers'];
  learnsIn: ReadonlyMap<string, readonly Meeting[]>;
  preferredIn: (zone: string) => Uint8Array;
  closed: Compiled['closed'];
  free: (meeting: Meeting) => Uint8Array;
}

/** Half-hours that a session takes up. */
export function slotsFor(minutes: number): number {
  return Math.max(1, Math.ceil((minutes * 60_000) / slotLength));
}

function meetingModel(meeting: Meeting, context: Context): MeetingModel {
  const { asked, grid } = context;
  const { session, cohort, kept } = meeting;
  const length = slotsFor(session.minutes);
  const free = context.free(meeting);
  const { inBreak, onHoliday } = context.closed.get(cohort.cohortId)!;
  const preferred = context.preferredIn(cohort.timeZone);
  const knownStart = kept && grid.slotAt(kept.from);
  const starts: number[] = [];
  const startCosts: number[] = [];
  for (let slot = meeting.fromSlot; slot + length <= meeting.toSlot; slot += 1) {
    if (slot + length > grid.endOfDay(slot)) continue;
    let unpreferred = 0;
    let isFree = true;
    for (let at = slot; at < slot + length && isFree; at += 1) {
      isFree = free[at] === 1 && inBreak[at] === 0 && onHoliday[at] === 0;
      if (preferred[at] === 0) unpreferred += 1;
    }
    if (!isFree) continue;
    starts.push(slot);
    const moved = knownStart !== null && slot !== knownStart ? asked.weights.movedTime : 0;
    startCosts.push(unpreferred * asked.weights.unpreferredHour + moved);
  }

  const suitable = suitableRooms(meeting, context.rooms);
  const teams = teamsFor(meeting, context);
  const keptRoom = kept ? context.rooms.findIndex(({ roomId }) => roomId === kept.roomId) : -1;
  const rooms = suitable.map(({ index }) => index);
  const roomCosts = suitable.map(
    ({ index, cost }) => cost + (kept && index !== keptRoom ? asked.weights.movedRoom : 0),
  );
  const keptTeam = kept ? kept.trainerIds.map((id) => context.trainers.findIndex(({ userId }) => userId === id)).sort((a, b) => a - b) : []; // prettier-ignore
  const teamCosts = teams.map((team) =>
    kept ? team.filter((trainer) => !keptTeam.includes(trainer)).length * asked.weights.movedTrainer : 0,
  );

  let fixed: Placement | null = null;
  if (kept?.locked && knownStart !== null && knownStart >= 0 && knownStart + length <= grid.slots) {
    let team = teams.findIndex((one) => one.join() === keptTeam.join());
    if (team < 0 && keptTeam.every((index) => index >= 0)) {
      team = teams.push(keptTeam) - 1;
      teamCosts.push(0);
    }
    if (team >= 0) fixed = { start: knownStart, room: keptRoom, team };
    insertSorted(starts, startCosts, knownStart);
    insertSorted(rooms, roomCosts, keptRoom);
  }
  return {
    length,
    starts: Int32Array.from(starts),
    startCosts: Int32Array.from(startCosts),
    rooms: Int32Array.from(rooms),
    roomCosts: Int32Array.from(roomCosts),
    teams,
    teamCosts: Int32Array.from(teamCosts),
    fixed,
  };
}

function insertSorted(values: number[], costs: number[], value: number): void {
  if (values.includes(value)) return;
  const at = values.findIndex((one) => one > value);
  const place = at < 0 ? values.length : at;
  values.splice(place, 0, value);
  costs.splice(place, 0, 0);
}

/** Rooms with the seats and the equipment, where the group is; those elsewhere only where there is none at all. */
export function suitableRooms(
  { session, group, people }: Meeting,
  rooms: Asked['rooms'],
): { index: number; cost: number }[] {
  if (session.mode === 'online') return [{ index: -1, cost: 0 }];
  const here = new Set(session.mode === 'hybrid' ? people.map(({ siteId }) => siteId) : [group.siteId]);
  const isHere = rooms.some(({ siteId }) => here.has(siteId));
  return rooms.flatMap((room, index) => {
    if (isHere && !here.has(room.siteId)) return [];
    const seats = session.mode === 'hybrid' && isHere ? people.filter(({ siteId }) => siteId === room.siteId).length : people.length; // prettier-ignore
    const suits = room.seats >= seats && session.equipment.every((one) => room.equipment.includes(one));
    return suits ? [{ index, cost: room.siteId === group.siteId ? 0 : 4 }] : [];
  });
}

/** Sets of trainers who are qualified, and who are not themselves learning then; the first ones where there are many. */
function teamsFor(meeting: Meeting, { trainers, learnsIn }: Context): number[][] {
  const { trainers: count, qualification } = meeting.session;
  const able = trainers.flatMap((trainer, index) => {
    const isQualified = qualification === null || trainer.qualifications.includes(qualification);
    const isLearning = learnsIn.get(trainer.userId)?.some((other) => overlaps(other, meeting));
    return isQualified && !isLearning ? [index] : [];
  });
  const teams: number[][] = [];
  const choose = (from: number, team: number[]): void => {
    if (teams.length >= mostTeams) return;
    if (team.length === count) {
      teams.push(team);
      return;
    }
    for (let index = from; index < able.length; index += 1) choose(index + 1, [...team, able[index]!]);
  };
  choose(0, []);
  return teams;
}

const overlaps = (a: Meeting, b: Meeting): boolean => a.fromSlot < b.toSlot && b.fromSlot < a.toSlot;

function windowsOfLearners(meetings: readonly Meeting[]): Map<string, Meeting[]> {
  const found = new Map<string, Meeting[]>();
  for (const meeting of meetings)
    for (const userId of meeting.group.userIds) {
      const list = found.get(userId);
      if (list) list.push(meeting);
      else found.set(userId, [meeting]);
    }
  return found;
}

function trainerModel(trainer: Trainer, freeTime: FreeTime, sites: Asked['sites'], weights: Weights): TrainerModel {
  const goes = (siteId: string): number => {
    if (siteId === trainer.siteId) return 0;
    if (trainer.travelsTo.includes(siteId)) return weights.travel;
    return trainer.siteId === null && trainer.travelsTo.length === 0 ? 0 : -1;
  };
  return {
    free: freeTime.of(trainer),
    mostPerDay: trainer.mostPerDay ?? Infinity,
    mostPerWeek: trainer.mostPerWeek ?? Infinity,
    siteCosts: Int32Array.from(sites.length > 0 ? sites.map(({ siteId }) => goes(siteId)) : [0]),
  };
}

/** Each group, those in several groups at once, and what wants to lie back to back. */
function crowds(meetings: readonly Meeting[], weights: Weights): CrowdModel[] {
  const ofGroup = indexesBy(meetings, ({ group }) => group.groupId);
  const found: CrowdModel[] = [...ofGroup.values()].map((indexes) => ({ meetings: indexes, alone: 0 }));
  for (const indexes of ofGroup.values()) {
    const wanting = indexes.filter((index) => meetings[index]!.session.backToBack);
    if (wanting.length > 1) found.push({ meetings: wanting, alone: weights.alone });
  }
  const groupsOf = new Map<string, Set<string>>();
  for (const { group } of meetings)
    for (const userId of group.userIds) groupsOf.set(userId, (groupsOf.get(userId) ?? new Set()).add(group.groupId));
  const together = new Map<string, string[]>();
  for (const ids of groupsOf.values()) {
    const sorted = [...ids].sort();
    if (sorted.length > 1) together.set(sorted.join(' '), sorted);
  }
  for (const ids of together.values())
    found.push({ meetings: ids.flatMap((id) => ofGroup.get(id)!).sort((a, b) => a - b), alone: 0 });
  return found;
}

function series(meetings: readonly Meeting[], weights: Weights): SeriesModel[] {
  const nothing = { fewestDays: 0, missingDay: 0, extraRoom: 0, extraTrainer: 0, extraWeekSlot: 0 };
  const found: SeriesModel[] = [];
  for (const indexes of indexesBy(meetings, ({ group }) => group.groupId).values()) {
    const wanting = (asks: (session: AskedSession) => boolean): number[] =>
      indexes.filter((index) => asks(meetings[index]!.session));
    const add = (of: number[], wish: Partial<SeriesModel>): void => {
      if (of.length > 1) found.push({ ...nothing, ...wish, meetings: of });
    };
    add(indexes, { extraWeekSlot: weights.weekSlot });
    add(
      wanting(({ sameRoom, mode }) => sameRoom && mode !== 'online'),
      { extraRoom: weights.room },
    );
    add(
      wanting(({ sameTrainer, trainers }) => sameTrainer && trainers > 0),
      { extraTrainer: weights.trainer },
    );
    const spread = wanting(({ spreadDays }) => spreadDays !== null);
    const fewestDays = Math.min(spread.length, Math.max(0, ...spread.map((index) => meetings[index]!.session.spreadDays ?? 0))); // prettier-ignore
    add(spread, { fewestDays, missingDay: weights.missingDay });
  }
  return found;
}

/** The order of the course within each group, its distances and its common weekday; only where windows leave a choice. */
function relations(meetings: readonly Meeting[], grid: Grid): RelationModel[] {
  const found: RelationModel[] = [];
  const dayOf = (slot: number): number => grid.dayOf[Math.min(Math.max(slot, 0), grid.slots - 1)]!;
  for (const indexes of indexesBy(meetings, ({ group }) => group.groupId).values())
    for (let j = 1; j < indexes.length; j += 1)
      for (let i = 0; i < j; i += 1) {
        const [first, second] = [indexes[i]!, indexes[j]!];
        const [before, after] = [meetings[first]!, meetings[second]!];
        const leastDays = after.session.leastDaysAfterPrevious;
        const sameWeekSlot = before.session.sameWeekSlot && after.session.sameWeekSlot;
        const isSure = before.toSlot <= after.fromSlot && dayOf(before.toSlot - 1) + leastDays <= dayOf(after.fromSlot);
        if (isSure && !sameWeekSlot) continue;
        found.push({ first, second, leastDays, mostDays: grid.days, sameWeekSlot });
      }
  return found;
}

function indexesBy(meetings: readonly Meeting[], key: (meeting: Meeting) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  meetings.forEach((meeting, index) => {
    const list = found.get(key(meeting));
    if (list) list.push(index);
    else found.set(key(meeting), [index]);
  });
  return found;
}

function siteOf(sites: Asked['sites'], siteId: string): Asked['sites'][number] {
  const site = sites.find((one) => one.siteId === siteId);
  if (!site) throw new RangeError(`unknown site ${siteId}`);
  return site;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

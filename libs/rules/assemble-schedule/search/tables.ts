import type { Model } from './model.js';

/** Rows of different lengths in one array: row `i` is `items[from[i]]` to `items[from[i + 1] - 1]`. */
export interface Rows {
  from: Int32Array;
  items: Int32Array;
}

/** The slots of a model with a gap before, between and after days, so that looking over the edge of a day finds nothing. */
export interface Grid {
  size: number;
  /** Per slot of the model: its number here. */
  inside: Int32Array;
  /** Per slot here: its number in the model; -1 for gaps. */
  outside: Int32Array;
  dayOf: Int32Array;
  weekOf: Int32Array;
  weekSlotOf: Int32Array;
  /** Per week and week slot: the slot, or -1. */
  slotAt: Int32Array;
}

/** What ties two meetings: people, or a series or relation; or nothing at all tells them apart. */
export const kin = { crowd: 1, seriesOrRelation: 2, alike: 4 };

/** A relation as one of its two meetings sees it. */
export const relationFields = 5;

/**
 * A model laid out for reading in a hot loop: flat, typed, by index. Slots are those of the grid; the room behind the
 * last one is "no room"; candidates are sorted by cost.
 */
export interface Tables {
  model: Model;
  grid: Grid;
  meetings: number;
  rooms: number;
  noRoom: number;
  trainers: number;
  length: Int32Array;
  isFixed: Uint8Array;
  starts: Rows;
  /** Per meeting: where its row in `startCostAt` begins; meetings with the same candidates share one. */
  startRow: Int32Array;
  /** Per row and slot: the cost of starting there; -1 where it may not. */
  startCostAt: Int32Array;
  roomsOf: Rows;
  /** Per meeting and room, with "no room": what it costs; -1 where it may not be. */
  roomCostAt: Int32Array;
  /** Per meeting: its teams, numbered through all meetings; the team of a placement is less `from`. */
  teamsFrom: Int32Array;
  teamCost: Int32Array;
  trainersOfTeam: Rows;
  /** Per team: a number that teams of the same trainers share. */
  teamKind: Int32Array;
  crowdsOf: Rows;
  aloneOf: Int32Array;
  crowds: number;
  seriesOf: Rows;
  /** Per pair of meetings: what ties them, as a sum of `kin`. */
  kinship: Uint8Array;
  /** Per meeting: 1 where a team that may lead it has anybody in it. */
  hasTrainers: Uint8Array;
  /** Per meeting, five numbers a relation: the other, whether the other is the second, least, most, same week slot. */
  relationsOf: Rows;
  /** Per room and slot: for how many slots from here on it may be used. */
  roomRun: Int32Array;
  trainerRun: Int32Array;
  siteOf: Int32Array;
}

export function layOut(model: Model): Tables {
  const grid = gridOf(model);
  const count = model.meetings.length;
  const { roomsOf, roomCostAt } = roomsOfAll(model);
  const teams = model.meetings.map((meeting) => meeting.teams);
  const crowds = mergedCrowds(model);
  return {
    model,
    grid,
    meetings: count,
    rooms: model.rooms.length,
    noRoom: model.rooms.length,
    trainers: model.trainers.length,
    length: Int32Array.from(model.meetings, ({ length }) => length),
    isFixed: Uint8Array.from(model.meetings, ({ fixed }) => (fixed ? 1 : 0)),
    ...startsOfAll(model, grid),
    roomsOf,
    roomCostAt,
    teamsFrom: rowsOf(teams.map((own) => own.map(() => 0))).from,
    teamCost: Int32Array.from(model.meetings.flatMap(({ teamCosts }) => [...teamCosts])),
    trainersOfTeam: rowsOf(teams.flat().map((team) => [...new Set(team)])),
    teamKind: kindsOf(teams.flat()),
    crowdsOf: inverted(
      count,
      crowds.map(({ meetings }) => meetings),
    ),
    aloneOf: Int32Array.from(crowds, ({ alone }) => alone),
    crowds: crowds.length,
    seriesOf: inverted(
      count,
      model.series.map(({ meetings }) => [...new Set(meetings)]),
    ),
    relationsOf: relationsOfAll(model),
    kinship: kinshipOf(model, crowds),
    hasTrainers: Uint8Array.from(model.meetings, ({ teams }) => (teams.some((team) => team.length > 0) ? 1 : 0)),
    roomRun: runs(model.rooms, grid),
    trainerRun: runs(model.trainers, grid),
    siteOf: Int32Array.from(model.rooms, ({ site }) => site),
  };
}

function gridOf(model: Model): Grid {
  const size = model.slots + model.days + 1;
  const grid: Grid = {
    size,
    inside: new Int32Array(model.slots),
    outside: new Int32Array(size).fill(-1),
    dayOf: new Int32Array(size),
    weekOf: new Int32Array(size),
    weekSlotOf: new Int32Array(size),
    slotAt: new Int32Array(model.weeks * model.weekSlots).fill(-1),
  };
  for (let slot = 0; slot < model.slots; slot++) {
    const day = model.dayOf[slot]!;
    const week = model.weekOf[day]!;
    const here = slot + day + 1;
    grid.inside[slot] = here;
    grid.outside[here] = slot;
    grid.dayOf[here] = day;
    grid.weekOf[here] = week;
    grid.weekSlotOf[here] = model.weekSlotOf[slot]!;
    grid.slotAt[week * model.weekSlots + model.weekSlotOf[slot]!] = here;
  }
  return grid;
}

function startsOfAll(model: Model, grid: Grid): Pick<Tables, 'starts' | 'startRow' | 'startCostAt'> {
  const rows = new Map<Int32Array, { costs: Int32Array; row: number }[]>();
  const kept: { starts: Int32Array; costs: Int32Array }[] = [];
  const startRow = Int32Array.from(model.meetings, ({ starts, startCosts: costs }) => {
    const same = rows.get(starts) ?? [];
    rows.set(starts, same);
    const found = same.find((one) => one.costs === costs);
    if (found) return found.row;
    const row = kept.length * grid.size;
    same.push({ costs, row });
    kept.push({ starts, costs });
    return row;
  });
  const startCostAt = new Int32Array(kept.length * grid.size).fill(-1);
  kept.forEach(({ starts, costs }, row) =>
    starts.forEach((start, i) => (startCostAt[row * grid.size + grid.inside[start]!] = costs[i]!)),
  );
  const starts = rowsOf(model.meetings.map((meeting) => byCost(meeting.starts, meeting.startCosts).map((start) => grid.inside[start]!))); // prettier-ignore
  return { starts, startRow, startCostAt };
}

function roomsOfAll(model: Model): Pick<Tables, 'roomsOf' | 'roomCostAt'> {
  const noRoom = model.rooms.length;
  const roomCostAt = new Int32Array(model.meetings.length * (noRoom + 1)).fill(-1);
  const place = (room: number) => (room < 0 ? noRoom : room);
  model.meetings.forEach(({ rooms, roomCosts }, meeting) =>
    rooms.forEach((room, i) => (roomCostAt[meeting * (noRoom + 1) + place(room)] = roomCosts[i]!)),
  );
  return { roomCostAt, roomsOf: rowsOf(model.meetings.map((one) => byCost(one.rooms, one.roomCosts).map(place))) };
}

function kindsOf(teams: (readonly number[])[]): Int32Array {
  const kinds = new Map<string, number>();
  return Int32Array.from(teams, (team) => {
    const key = [...new Set(team)].sort((a, b) => a - b).join();
    const kind = kinds.get(key) ?? kinds.size;
    kinds.set(key, kind);
    return kind;
  });
}

/** Cheap ones first; those of equal cost as they stand. */
function byCost(candidates: Int32Array, costs: Int32Array): number[] {
  return [...candidates.keys()].sort((a, b) => costs[a]! - costs[b]! || a - b).map((i) => candidates[i]!);
}

/** Crowds of the same meetings as one; none that another one contains and that cost nothing. */
function mergedCrowds(model: Model): { meetings: number[]; alone: number }[] {
  const byMeetings = new Map<string, { meetings: number[]; alone: number }>();
  for (const crowd of model.crowds) {
    const meetings = [...new Set(crowd.meetings)].sort((a, b) => a - b);
    const key = meetings.join();
    const same = byMeetings.get(key);
    if (same) same.alone += crowd.alone;
    else byMeetings.set(key, { meetings, alone: crowd.alone });
  }
  const all = [...byMeetings.values()];
  const sets = all.map(({ meetings }) => new Set(meetings));
  const containing = inverted(
    model.meetings.length,
    all.map(({ meetings }) => meetings),
  );
  return all.filter(({ meetings, alone }, i) => {
    if (alone > 0) return true;
    if (meetings.length < 2) return false;
    const first = meetings[0]!;
    for (let k = containing.from[first]!; k < containing.from[first + 1]!; k++) {
      const other = containing.items[k]!;
      if (other !== i && meetings.every((meeting) => sets[other]!.has(meeting))) return false;
    }
    return true;
  });
}

function kinshipOf(model: Model, crowds: { meetings: number[] }[]): Uint8Array {
  const { meetings, series, relations } = model;
  const count = meetings.length;
  const kinship = new Uint8Array(count * count);
  const note = (group: readonly number[], tie: number) => {
    for (const a of group) for (const b of group) kinship[a * count + b]! |= tie;
  };
  for (const crowd of crowds) note(crowd.meetings, kin.crowd);
  for (const one of series) note(one.meetings, kin.seriesOrRelation);
  for (const { first, second } of relations) note([first, second], kin.seriesOrRelation);
  const groups = (of: Rows, meeting: number) => of.items.subarray(of.from[meeting]!, of.from[meeting + 1]!).join();
  const crowdsOf = inverted(count, crowds.map((crowd) => crowd.meetings)); // prettier-ignore
  const seriesOf = inverted(count, series.map((one) => [...new Set(one.meetings)])); // prettier-ignore
  const related = new Set(relations.flatMap(({ first, second }) => [first, second]));
  const like = meetings.map(
    (one, i) => `${groups(crowdsOf, i)};${groups(seriesOf, i)};${one.length};${related.has(i)}`,
  );
  const fields = ['starts', 'startCosts', 'rooms', 'roomCosts', 'teams', 'teamCosts'] as const;
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++) {
      if (kinship[a * count + b] === 0 || like[a] !== like[b] || related.has(a)) continue;
      if (fields.every((field) => meetings[a]![field] === meetings[b]![field])) kinship[a * count + b]! |= kin.alike;
    }
  return kinship;
}

function relationsOfAll({ meetings, relations }: Model): Rows {
  const rows: number[][] = meetings.map(() => []);
  for (const { first, second, leastDays, mostDays, sameWeekSlot } of relations) {
    if (first === second) continue;
    const most = Math.min(mostDays, 0x7fff_ffff);
    rows[first]!.push(second, 1, leastDays, most, sameWeekSlot ? 1 : 0);
    rows[second]!.push(first, 0, leastDays, most, sameWeekSlot ? 1 : 0);
  }
  return rowsOf(rows);
}

function runs(things: readonly { free: Uint8Array }[], grid: Grid): Int32Array {
  const run = new Int32Array(things.length * grid.size);
  things.forEach(({ free }, thing) => {
    for (let slot = grid.size - 2; slot >= 0; slot--) {
      const outside = grid.outside[slot]!;
      if (outside >= 0 && free[outside]) run[thing * grid.size + slot] = run[thing * grid.size + slot + 1]! + 1;
    }
  });
  return run;
}

export function rowsOf(rows: readonly (readonly number[])[]): Rows {
  const from = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (from[i + 1] = from[i]! + row.length));
  return { from, items: Int32Array.from(rows.flat()) };
}

/** For groups of members: per member, the groups it is in. */
export function inverted(members: number, groups: readonly (readonly number[])[]): Rows {
  const rows: number[][] = Array.from({ length: members }, () => []);
  groups.forEach((group, i) => group.forEach((member) => rows[member]!.push(i)));
  return rowsOf(rows);
}

import type { Model, Placement, Solution } from './model.js';
import type { State } from './state.js';

/** How many placements are weighed for all meetings together: what makes the first answer come within a second. */
const budget = 400_000;

/**
 * Places what is fixed, then what `from` says, then the rest one by one, those with the fewest choices first, each
 * where it costs least. What finds no place is left out.
 */
export function construct(state: State, from?: Solution): void {
  const { model, isFixed } = state.tables;
  model.meetings.forEach(({ fixed }, meeting) => {
    if (fixed) putIfFree(state, meeting, fixed);
  });
  from?.forEach((placement, meeting) => {
    if (placement && model.meetings[meeting] && !isFixed[meeting]) putIfFree(state, meeting, placement);
  });
  const left = [...model.meetings.keys()].filter((meeting) => state.start[meeting]! < 0 && !isFixed[meeting]);
  const choices = left.map((meeting) => choicesOf(model, meeting));
  const order = [...left.keys()].sort((a, b) => choices[a]! - choices[b]! || a - b);
  const days = dayBounds(model);
  const each = Math.max(Math.floor(budget / (left.length || 1)), 200);
  for (const i of order) new Seat(state, left[i]!, each).take(days);
}

/** Puts a meeting to a place that it may have and nothing is in the way of. */
function putIfFree(state: State, meeting: number, placement: Placement): void {
  const { grid, noRoom, teamsFrom, length, startCostAt, startRow, roomCostAt, isFixed } = state.tables;
  const start = grid.inside[placement.start];
  const room = placement.room < 0 ? noRoom : placement.room;
  const team = teamsFrom[meeting]! + placement.team;
  if (start === undefined || !(room <= noRoom)) return;
  if (!(placement.team >= 0 && team < teamsFrom[meeting + 1]!)) return;
  const end = start + length[meeting]! - 1;
  if (end >= grid.size || grid.outside[end] !== placement.start + length[meeting]! - 1) return;
  const isAllowed = startCostAt[startRow[meeting]! + start]! >= 0 && roomCostAt[meeting * (noRoom + 1) + room]! >= 0;
  if (!isAllowed && !isFixed[meeting]) return;
  if (state.findHits(meeting, start, room, team, 0) === 0) state.place(meeting, start, room, team);
}

/** How many places there are for a meeting, the fewer the more others it may not meet. */
function choicesOf({ meetings, crowds, relations }: Model, meeting: number): number {
  const { starts, rooms, teams, length } = meetings[meeting]!;
  const crowded = crowds.reduce(
    (sum, crowd) => sum + (crowd.meetings.includes(meeting) ? crowd.meetings.length : 0),
    0,
  );
  const tied = relations.filter(({ first, second }) => first === meeting || second === meeting).length;
  return (starts.length * Math.sqrt(rooms.length * teams.length)) / (length * (1 + crowded / 8 + tied));
}

/** Per meeting: the first and last day it can be on if all that relations tie it to is to be placed as well. */
function dayBounds({ meetings, relations, dayOf }: Model): { first: Int32Array; last: Int32Array } {
  const first = Int32Array.from(meetings, ({ starts }) => dayOf[starts[0] ?? 0]!);
  const last = Int32Array.from(meetings, ({ starts }) => dayOf[starts.at(-1) ?? 0]!);
  // Bounds travel along a chain of relations one link a round, in the worst order.
  for (let round = 0, isMoved = true; isMoved && round < meetings.length; round++) {
    isMoved = false;
    for (const { first: one, second: two, leastDays, mostDays } of relations) {
      const tighter = (at: Int32Array, meeting: number, day: number, isLater: boolean) => {
        if (isLater ? day <= at[meeting]! : day >= at[meeting]!) return;
        at[meeting] = day;
        isMoved = true;
      };
      tighter(first, two, first[one]! + leastDays, true);
      tighter(last, one, last[two]! - leastDays, false);
      if (!Number.isFinite(mostDays)) continue;
      tighter(last, two, last[one]! + mostDays, false);
      tighter(first, one, first[two]! - mostDays, true);
    }
  }
  return { first, last };
}

/** Looks for the cheapest place of one meeting, without weighing more than `most` of them. */
class Seat {
  private cost = Infinity;
  private start = -1;
  private room = -1;
  private team = -1;

  constructor(
    private readonly state: State,
    private readonly meeting: number,
    private readonly most: number,
  ) {}

  take(days: { first: Int32Array; last: Int32Array }): void {
    const { state, meeting } = this;
    const { starts, grid } = state.tables;
    const all = starts.items.subarray(starts.from[meeting]!, starts.from[meeting + 1]!);
    const isWithin = (start: number) =>
      grid.dayOf[start]! >= days.first[meeting]! && grid.dayOf[start]! <= days.last[meeting]!;
    this.weighAmong(all.filter(isWithin));
    if (this.start < 0) this.weighAmong(all);
    if (this.start >= 0) state.place(meeting, this.start, this.room, this.team);
  }

  private weighAmong(starts: Int32Array): void {
    const { teamsFrom } = this.state.tables;
    const from = teamsFrom[this.meeting]!;
    const to = teamsFrom[this.meeting + 1]!;
    const teams = Math.min(to - from, 6);
    const stride = Math.max(1, Math.ceil((starts.length * teams) / this.most));
    // Strides by which every start is weighed in the end, the evenly spread ones before those between them.
    for (let offset = 0; offset < stride && this.start < 0; offset++)
      for (let i = offset; i < starts.length; i += stride) this.weighAt(starts[i]!, i, teams);
    if (this.start >= 0) this.refine(this.start);
  }

  /** Weighs a start with its cheapest room that is empty, and a few teams, not the same ones everywhere. */
  private weighAt(start: number, turn: number, teams: number): void {
    const { meeting, state } = this;
    const { roomsOf, teamsFrom, length } = state.tables;
    const from = teamsFrom[meeting]!;
    const count = teamsFrom[meeting + 1]! - from;
    for (let k = roomsOf.from[meeting]!, to = roomsOf.from[meeting + 1]!; k < to; k++) {
      const room = roomsOf.items[k]!;
      if (!state.isRoomEmpty(room, start, length[meeting]!)) continue;
      const before = this.cost;
      for (let i = 0; i < teams; i++) this.weigh(start, room, from + ((turn * teams + i) % count));
      // Another room helps only where trainers do not go to this one.
      if (this.cost < before || count === 0 || !state.tables.hasTrainers[meeting]) return;
      if (this.start >= 0) return;
    }
  }

  private refine(start: number): void {
    const { meeting, state } = this;
    const { roomsOf, teamsFrom, length } = state.tables;
    for (let k = roomsOf.from[meeting]!, to = roomsOf.from[meeting + 1]!; k < to; k++)
      if (state.isRoomEmpty(roomsOf.items[k]!, start, length[meeting]!))
        for (let team = teamsFrom[meeting]!; team < teamsFrom[meeting + 1]!; team++)
          this.weigh(start, roomsOf.items[k]!, team);
  }

  private weigh(start: number, room: number, team: number): void {
    const { meeting, state } = this;
    if (state.findHits(meeting, start, room, team, 0) !== 0) return;
    const cost = state.place(meeting, start, room, team);
    state.lift(meeting);
    if (cost >= this.cost) return;
    this.cost = cost;
    this.start = start;
    this.room = room;
    this.team = team;
  }
}

import type { Random } from './random.js';
import type { State } from './state.js';

/**
 * Which of its candidates a meeting is tried at: those that are so dear that the search would never go there are left
 * out, more of them the colder it is.
 */
export class Reach {
  private readonly starts: Int32Array;
  private readonly rooms: Int32Array;

  constructor(
    private readonly state: State,
    private readonly random: Random,
  ) {
    const { starts, roomsOf, meetings } = state.tables;
    this.starts = Int32Array.from({ length: meetings }, (_, one) => starts.from[one + 1]! - starts.from[one]!);
    this.rooms = Int32Array.from({ length: meetings }, (_, one) => roomsOf.from[one + 1]! - roomsOf.from[one]!);
  }

  /** Leaves out what costs more than the cheapest candidate by this. */
  limit(range: number): void {
    const { starts, startCostAt, startRow, roomsOf, roomCostAt, noRoom, meetings } = this.state.tables;
    for (let one = 0; one < meetings; one++) {
      this.starts[one] = within(starts.items, starts.from[one]!, starts.from[one + 1]!, startCostAt, startRow[one]!, range); // prettier-ignore
      this.rooms[one] = within(roomsOf.items, roomsOf.from[one]!, roomsOf.from[one + 1]!, roomCostAt, one * (noRoom + 1), range); // prettier-ignore
    }
  }

  anyStart(meeting: number): number {
    const { starts } = this.state.tables;
    return starts.items[starts.from[meeting]! + this.random.below(this.starts[meeting]!)]!;
  }

  anyRoom(meeting: number): number {
    const { roomsOf } = this.state.tables;
    return roomsOf.items[roomsOf.from[meeting]! + this.random.below(this.rooms[meeting]!)]!;
  }

  anyTeam(meeting: number): number {
    const from = this.state.tables.teamsFrom[meeting]!;
    return from + this.random.below(this.state.tables.teamsFrom[meeting + 1]! - from);
  }

  isStart(meeting: number, start: number): boolean {
    const { startCostAt, startRow, grid } = this.state.tables;
    return start >= 0 && start < grid.size && startCostAt[startRow[meeting]! + start]! >= 0;
  }

  isRoom(meeting: number, room: number): boolean {
    const { roomCostAt, noRoom } = this.state.tables;
    return roomCostAt[meeting * (noRoom + 1) + room]! >= 0;
  }

  /** A room that is empty then: the first of the wished ones (-1: none), else any; -1 if there is none. */
  emptyRoom(meeting: number, start: number, wished: number, orElse: number): number {
    const { state, random } = this;
    const { roomsOf, length } = state.tables;
    const long = length[meeting]!;
    if (wished >= 0 && this.isRoom(meeting, wished) && state.isRoomEmpty(wished, start, long)) return wished;
    if (orElse >= 0 && this.isRoom(meeting, orElse) && state.isRoomEmpty(orElse, start, long)) return orElse;
    const from = roomsOf.from[meeting]!;
    const count = this.rooms[meeting]!;
    for (let i = 0, k = random.below(count); i < count; i++, k++) {
      const room = roomsOf.items[from + (k < count ? k : k - count)]!;
      if (state.isRoomEmpty(room, start, long)) return room;
    }
    return -1;
  }
}

/** How many candidates, the cheapest first, cost at most so much more than the first. */
function within(items: Int32Array, from: number, to: number, costAt: Int32Array, row: number, range: number): number {
  if (from === to) return 0;
  const most = costAt[row + items[from]!]! + range;
  // By halves: there may be thousands, and it is asked again and again.
  let low = from + 1;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (costAt[row + items[middle]!]! <= most) low = middle + 1;
    else high = middle;
  }
  return low - from;
}

import type { Placement, Solution } from './model.js';
import { SeriesUse } from './series-use.js';
import { relationFields, type Tables } from './tables.js';
import { TrainerUse } from './trainer-use.js';

/** More meetings in the way than this are too many to move. */
export const mostHits = 12;

/**
 * Where everything is at a moment of the search, and what that costs. No state ever breaks a hard constraint: what
 * stands in the way is lifted before something is placed. Changes tell by how much the cost changes, unplaced meetings
 * aside.
 */
export class State {
  /** Per meeting: its slot in the grid, -1 while it is not placed. */
  readonly start: Int32Array;
  readonly room: Int32Array;
  /** Per meeting: its team, numbered through all meetings. */
  readonly team: Int32Array;
  placed = 0;
  /** The meetings that `findHits` found in the way. */
  readonly hits = new Int32Array(mostHits);

  private readonly roomAt: Int32Array;
  private readonly crowdAt: Int32Array;
  private readonly trainers: TrainerUse;
  private readonly series: SeriesUse;
  private readonly seen: Int32Array;
  private stamp = 0;
  private most = mostHits;

  constructor(readonly tables: Tables) {
    const { meetings, rooms, crowds, grid } = tables;
    this.start = new Int32Array(meetings).fill(-1);
    this.room = new Int32Array(meetings).fill(-1);
    this.team = new Int32Array(meetings).fill(-1);
    this.roomAt = new Int32Array(rooms * grid.size).fill(-1);
    this.crowdAt = new Int32Array(crowds * grid.size).fill(-1);
    this.trainers = new TrainerUse(tables);
    this.series = new SeriesUse(tables);
    this.seen = new Int32Array(meetings);
  }

  /** What is to be paid before anything is placed: the days that series are missing. */
  get costOfNothing(): number {
    return this.series.costOfNothing;
  }

  /**
   * Which meetings would be in the way of this one, were it there.
   * @returns how many, in `hits`; -1 if moving them would not help, or one is fixed, or they are more than `most`
   */
  findHits(meeting: number, start: number, room: number, team: number, most = mostHits): number {
    const { tables } = this;
    const { noRoom, roomRun, grid, crowdsOf, trainersOfTeam } = tables;
    const length = tables.length[meeting]!;
    if (room !== noRoom && roomRun[room * grid.size + start]! < length && !tables.isFixed[meeting]) return -1;
    const trainersFrom = trainersOfTeam.from[team]!;
    const trainersTo = trainersOfTeam.from[team + 1]!;
    if (trainersFrom < trainersTo) {
      const was = this.start[meeting]!;
      if (!this.trainers.mayLead(meeting, start, room, team, was, this.team[meeting]!)) return -1;
    }
    this.most = most;
    this.stamp++;
    this.seen[meeting] = this.stamp;
    const end = start + length;
    let found = 0;
    if (room !== noRoom) found = this.gather(this.roomAt, room * grid.size, start, end, found);
    if (found < 0) return -1;
    for (let k = crowdsOf.from[meeting]!, to = crowdsOf.from[meeting + 1]!; k < to; k++) {
      found = this.gather(this.crowdAt, crowdsOf.items[k]! * grid.size, start, end, found);
      if (found < 0) return -1;
    }
    for (let k = trainersFrom; k < trainersTo; k++) {
      found = this.gather(this.trainers.at, trainersOfTeam.items[k]! * grid.size, start, end, found);
      if (found < 0) return -1;
    }
    return this.gatherRelated(meeting, start, end, found);
  }

  private gather(at: Int32Array, row: number, start: number, end: number, found: number): number {
    for (let slot = row + start, last = row + end; slot < last; slot++) {
      const other = at[slot]!;
      if (other < 0 || this.seen[other] === this.stamp) continue;
      if (found === this.most || this.tables.isFixed[other]) return -1;
      this.seen[other] = this.stamp;
      this.hits[found++] = other;
    }
    return found;
  }

  private gatherRelated(meeting: number, start: number, end: number, found: number): number {
    const { from, items } = this.tables.relationsOf;
    for (let k = from[meeting]!, to = from[meeting + 1]!; k < to; k += relationFields) {
      const other = items[k]!;
      const at = this.start[other]!;
      if (at < 0 || this.seen[other] === this.stamp || this.isKept(k, start, end, other, at)) continue;
      if (found === this.most || this.tables.isFixed[other]) return -1;
      this.seen[other] = this.stamp;
      this.hits[found++] = other;
    }
    return found;
  }

  private isKept(relation: number, start: number, end: number, other: number, at: number): boolean {
    const { grid, length, relationsOf } = this.tables;
    const { items } = relationsOf;
    const otherIsSecond = items[relation + 1] === 1;
    const days = otherIsSecond ? grid.dayOf[at]! - grid.dayOf[start]! : grid.dayOf[start]! - grid.dayOf[at]!;
    const least = items[relation + 2]!;
    if (days < least || days > items[relation + 3]!) return false;
    if (items[relation + 4] && grid.weekSlotOf[start] !== grid.weekSlotOf[at]) return false;
    if (days > 0 || least < 0) return true;
    return otherIsSecond ? at >= end : start >= at + length[other]!;
  }

  /** Whether a room is open and nothing is in it for so long. */
  isRoomEmpty(room: number, start: number, length: number): boolean {
    const { noRoom, roomRun, grid } = this.tables;
    if (room === noRoom) return true;
    const row = room * grid.size;
    if (roomRun[row + start]! < length) return false;
    for (let slot = row + start, end = slot + length; slot < end; slot++) if (this.roomAt[slot]! >= 0) return false;
    return true;
  }

  /** Puts a meeting that is not placed where nothing is in its way. */
  place(meeting: number, start: number, room: number, team: number): number {
    const { tables, crowdAt } = this;
    const { noRoom, grid, crowdsOf, aloneOf } = tables;
    const end = start + tables.length[meeting]!;
    this.start[meeting] = start;
    this.room[meeting] = room;
    this.team[meeting] = team;
    this.placed++;
    let delta = this.costOfPlace(meeting, start, room, team);
    if (room !== noRoom) fill(this.roomAt, room * grid.size + start, room * grid.size + end, meeting);
    for (let k = crowdsOf.from[meeting]!, to = crowdsOf.from[meeting + 1]!; k < to; k++) {
      const crowd = crowdsOf.items[k]!;
      const row = crowd * grid.size;
      const alone = aloneOf[crowd]!;
      if (alone > 0) delta += alone * this.aloneWith(row + start, row + end);
      fill(crowdAt, row + start, row + end, meeting);
    }
    if (tables.hasTrainers[meeting]) delta += this.trainers.add(meeting, start, end, room, team);
    return delta + this.series.add(meeting, start, room, team);
  }

  /** Takes a meeting from where it is. */
  lift(meeting: number): number {
    const { tables, crowdAt } = this;
    const { noRoom, grid, crowdsOf, aloneOf } = tables;
    const start = this.start[meeting]!;
    const room = this.room[meeting]!;
    const team = this.team[meeting]!;
    const end = start + tables.length[meeting]!;
    this.start[meeting] = -1;
    this.placed--;
    let delta = -this.costOfPlace(meeting, start, room, team);
    if (room !== noRoom) fill(this.roomAt, room * grid.size + start, room * grid.size + end, -1);
    for (let k = crowdsOf.from[meeting]!, to = crowdsOf.from[meeting + 1]!; k < to; k++) {
      const crowd = crowdsOf.items[k]!;
      const row = crowd * grid.size;
      const alone = aloneOf[crowd]!;
      fill(crowdAt, row + start, row + end, -1);
      if (alone > 0) delta -= alone * this.aloneWith(row + start, row + end);
    }
    if (tables.hasTrainers[meeting]) delta += this.trainers.remove(start, end, room, team);
    return delta + this.series.remove(meeting, start, room, team);
  }

  /** Fixed meetings may stand where they could not be chosen to; that costs nothing. */
  private costOfPlace(meeting: number, start: number, room: number, team: number): number {
    const { startCostAt, startRow, roomCostAt, noRoom, teamCost } = this.tables;
    const ofStart = startCostAt[startRow[meeting]! + start]!;
    const ofRoom = roomCostAt[meeting * (noRoom + 1) + room]!;
    return (ofStart > 0 ? ofStart : 0) + (ofRoom > 0 ? ofRoom : 0) + teamCost[team]!;
  }

  /** By how many more meetings of a crowd are alone when one comes between these: itself, less those it joins. */
  private aloneWith(from: number, to: number): number {
    const { crowdAt } = this;
    const { length } = this.tables;
    const before = crowdAt[from - 1]!;
    const after = crowdAt[to]!;
    if (before < 0 && after < 0) return 1;
    let more = 0;
    if (before >= 0 && crowdAt[from - 1 - length[before]!]! < 0) more--;
    if (after >= 0 && crowdAt[to + length[after]!]! < 0) more--;
    return more;
  }

  /**
   * By how much the cost changes if a meeting without trainers goes to a place where nothing is in its way, or only one
   * as long as itself that comes here for it, and is in none of its series. The same as lifting and placing, without
   * the writing: most moves are not made.
   */
  relocation(meeting: number, to: number, room: number, team: number): number {
    const from = this.start[meeting]!;
    const oldRoom = this.room[meeting]!;
    let delta = this.costOfPlace(meeting, to, room, team);
    delta -= this.costOfPlace(meeting, from, oldRoom, this.team[meeting]!);
    if (to !== from) delta += this.aloneAfter(meeting, from, to);
    return delta + this.series.relocation(meeting, from, oldRoom, to, room);
  }

  private aloneAfter(meeting: number, from: number, to: number): number {
    const { crowdAt } = this;
    const { crowdsOf, aloneOf, grid, length } = this.tables;
    const long = length[meeting]!;
    let delta = 0;
    for (let k = crowdsOf.from[meeting]!, end = crowdsOf.from[meeting + 1]!; k < end; k++) {
      const crowd = crowdsOf.items[k]!;
      const alone = aloneOf[crowd]!;
      if (alone === 0) continue;
      const left = crowd * grid.size + from;
      const joined = crowd * grid.size + to;
      // Two of one crowd change places: to the crowd it is the same.
      const there = crowdAt[joined]!;
      if (there >= 0 && there !== meeting) continue;
      let before = crowdAt[left - 1]!;
      let after = crowdAt[left + long]!;
      let more = 0;
      if (before < 0 && after < 0) more = -1;
      else {
        if (before >= 0 && crowdAt[left - 1 - length[before]!]! < 0) more++;
        if (after >= 0 && crowdAt[left + long + length[after]!]! < 0) more++;
      }
      // Where it goes it is not there yet: whatever it finds of itself is nothing.
      before = crowdAt[joined - 1]!;
      after = crowdAt[joined + long]!;
      if (before === meeting) before = -1;
      if (after === meeting) after = -1;
      if (before < 0 && after < 0) more++;
      else {
        if (before >= 0 && this.isNobody(crowdAt[joined - 1 - length[before]!]!, meeting)) more--;
        if (after >= 0 && this.isNobody(crowdAt[joined + long + length[after]!]!, meeting)) more--;
      }
      delta += alone * more;
    }
    return delta;
  }

  private isNobody(other: number, meeting: number): boolean {
    return other < 0 || other === meeting;
  }

  placementOf(meeting: number): Placement | null {
    return this.told(meeting, this.start[meeting]!, this.room[meeting]!, this.team[meeting]!);
  }

  /** A placement as the model tells it. */
  told(meeting: number, start: number, room: number, team: number): Placement | null {
    const { grid, noRoom, teamsFrom } = this.tables;
    if (start < 0) return null;
    return { start: grid.outside[start]!, room: room === noRoom ? -1 : room, team: team - teamsFrom[meeting]! };
  }

  solution(): Solution {
    return Array.from(this.start, (_, meeting) => this.placementOf(meeting));
  }
}

/** The built-in one is slow for a few slots. */
function fill(at: Int32Array, from: number, to: number, meeting: number): void {
  for (let slot = from; slot < to; slot++) at[slot] = meeting;
}

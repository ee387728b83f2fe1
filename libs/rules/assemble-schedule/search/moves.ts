import type { Change } from './change.js';
import type { Random } from './random.js';
import type { Reach } from './reach.js';
import { mostHits, type State } from './state.js';
import { kin } from './tables.js';

/**
 * What can be done with a meeting that is to go somewhere. All tell by how much the cost would change; the change is
 * open then, to be kept or undone. Not a number: it cannot be, or it costs more than `most`; to be undone.
 */
export class Moves {
  private readonly queue = new Int32Array(mostHits);
  /** Beside `queue`: 1 for what goes where the first meeting came from, 0 for what goes the other way. */
  private readonly goesBack = new Uint8Array(mostHits);

  constructor(
    private readonly state: State,
    private readonly change: Change,
    private readonly reach: Reach,
    private readonly random: Random,
  ) {}

  /** To where nothing is in its way. */
  relocate(meeting: number, start: number, room: number, team: number, most: number): number {
    const { state, change } = this;
    if (!state.tables.hasTrainers[meeting] && state.relocation(meeting, start, room, team) > most) return NaN;
    const freed = change.take(meeting);
    return freed + change.put(meeting, start, room, team);
  }

  /** To where only one other is in its way, which goes where the first came from. */
  swap(meeting: number, start: number, room: number, team: number, most: number): number {
    const { state, change } = this;
    const { kinship, meetings, hasTrainers, length } = state.tables;
    const other = state.hits[0]!;
    const ties = kinship[meeting * meetings + other]!;
    if (ties & kin.alike) return NaN;
    const back = state.start[meeting]!;
    const isPlain =
      start === state.start[other] &&
      length[meeting] === length[other] &&
      (start === back || Math.abs(start - back) >= length[meeting]!) &&
      (ties & kin.seriesOrRelation) === 0 &&
      !hasTrainers[meeting] &&
      !hasTrainers[other];
    if (!isPlain) return this.exchange(meeting, start, room, team, 1);
    if (!this.reach.isStart(other, back)) return NaN;
    const own = state.room[other]!;
    const mayStay = own !== room && state.isRoomEmpty(own, back, length[other]!);
    const into = mayStay && (this.random.bits() & 1) === 1 ? own : state.room[meeting]!;
    if (!this.reach.isRoom(other, into)) return NaN;
    const its = state.team[other]!;
    const found = state.findHits(other, back, into, its, 1);
    if (found < 0 || (found === 1 && state.hits[0] !== meeting)) return NaN;
    const delta = state.relocation(meeting, start, room, team) + state.relocation(other, back, into, its);
    if (delta > most) return NaN;
    change.take(meeting);
    change.take(other);
    change.put(meeting, start, room, team);
    change.put(other, back, into, its);
    return delta;
  }

  /** To where `found` hits are in its way: they go where it came from, who is in their way goes the other way. */
  exchange(meeting: number, start: number, room: number, team: number, found: number): number {
    const { state, change, reach, queue, goesBack } = this;
    const oldStart = state.start[meeting]!;
    const oldRoom = state.room[meeting]!;
    let length = 0;
    let delta = 0;
    for (; length < found; length++) {
      queue[length] = state.hits[length]!;
      goesBack[length] = 1;
    }
    delta += change.take(meeting);
    for (let i = 0; i < length; i++) delta += change.take(queue[i]!);
    delta += change.put(meeting, start, room, team);
    for (let i = 0; i < length; i++) {
      const other = queue[i]!;
      const back = goesBack[i]!;
      const to = back ? oldStart : start;
      const aligned = to + change.startBefore(other) - (back ? start : oldStart);
      const at = reach.isStart(other, aligned) ? aligned : to;
      if (!reach.isStart(other, at)) return NaN;
      const own = change.roomBefore(other);
      const left = back ? oldRoom : -1;
      const leftFirst = (this.random.bits() & 1) === 1;
      const into = reach.emptyRoom(other, at, leftFirst ? left : own, leftFirst ? own : left);
      const its = change.teamBefore(other);
      const more = into < 0 ? -1 : state.findHits(other, at, into, its, mostHits - length);
      if (more < 0) return NaN;
      const known = length;
      for (let k = 0; k < more; k++) {
        if (change.touches(state.hits[k]!)) return NaN;
        queue[length] = state.hits[k]!;
        goesBack[length++] = 1 - back;
      }
      for (let k = known; k < length; k++) delta += change.take(queue[k]!);
      delta += change.put(other, at, into, its);
    }
    return delta;
  }

  /** To where `found` hits are in its way: they go anywhere, or nowhere. */
  insert(meeting: number, start: number, room: number, team: number, found: number): number {
    const { state, change, reach, queue } = this;
    for (let i = 0; i < found; i++) queue[i] = state.hits[i]!;
    let delta = change.take(meeting);
    for (let i = 0; i < found; i++) delta += change.take(queue[i]!);
    delta += change.put(meeting, start, room, team);
    for (let i = 0; i < found; i++) {
      const other = queue[i]!;
      for (let tries = 0; tries < 4; tries++) {
        const at = reach.anyStart(other);
        const into = reach.emptyRoom(other, at, tries & 1 ? -1 : change.roomBefore(other), -1);
        const by = tries === 0 ? change.teamBefore(other) : reach.anyTeam(other);
        if (into < 0 || state.findHits(other, at, into, by, 0) !== 0) continue;
        delta += change.put(other, at, into, by);
        break;
      }
    }
    return delta;
  }
}

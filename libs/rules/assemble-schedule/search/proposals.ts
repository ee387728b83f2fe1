import type { Change } from './change.js';
import { type Groups, groupsOf } from './groups.js';
import { Moves } from './moves.js';
import type { Random } from './random.js';
import type { Reach } from './reach.js';
import type { State } from './state.js';

/** How often each kind of proposal is made, where the model has a use for it. */
const shares = { anywhere: 10, swap: 6, room: 2, team: 3, echo: 4, near: 6, together: 2 };
const kinds = ['anywhere', 'swap', 'room', 'team', 'echo', 'near', 'together'] as const;
type Kind = (typeof kinds)[number];

/** Picks a meeting and what might be done with it. */
export class Proposals {
  private readonly moves: Moves;
  private readonly groups: Groups;
  private readonly kinds: Uint8Array;
  private readonly movable: Int32Array;
  private meeting = 0;
  private most = 0;

  constructor(
    private readonly state: State,
    private readonly change: Change,
    private readonly reach: Reach,
    private readonly random: Random,
  ) {
    const { tables } = state;
    const { starts, roomsOf, teamsFrom, isFixed, model } = tables;
    this.moves = new Moves(state, change, reach, random);
    this.groups = groupsOf(model);
    const choices = (of: Int32Array, meeting: number) => of[meeting + 1]! - of[meeting]!;
    this.movable = Int32Array.from(model.meetings.keys()).filter(
      (one) => !isFixed[one] && choices(starts.from, one) > 0 && choices(roomsOf.from, one) > 0 && choices(teamsFrom, one) > 0, // prettier-ignore
    );
    const some = (of: Int32Array) => this.movable.some((one) => choices(of, one) > 1);
    const hasGroups = this.groups.members.items.length > 0;
    const isLong = this.spansWeeks();
    const has = {
      anywhere: true,
      swap: true,
      room: some(roomsOf.from),
      team: some(teamsFrom),
      echo: hasGroups && isLong,
      near: isLong || tables.length.some((length) => length > 1),
      together: hasGroups && isLong,
    };
    this.kinds = Uint8Array.from(kinds.flatMap((kind, i) => Array<number>(has[kind] ? shares[kind] : 0).fill(i)));
  }

  private spansWeeks(): boolean {
    const { starts, grid } = this.state.tables;
    let first = Infinity;
    let last = -Infinity;
    for (const meeting of this.movable)
      for (let k = starts.from[meeting]!, to = starts.from[meeting + 1]!; k < to; k++) {
        first = Math.min(first, grid.weekOf[starts.items[k]!]!);
        last = Math.max(last, grid.weekOf[starts.items[k]!]!);
      }
    return first < last;
  }

  /** Whether there is nothing to choose. */
  get isEmpty(): boolean {
    return this.movable.length === 0;
  }

  /** Opens a change; tells what it would cost, or not a number: it cannot be, or costs more than `most`. */
  propose(most: number): number {
    const { random, state, movable } = this;
    this.most = most;
    this.meeting = movable[random.below(movable.length)]!;
    if (state.placed < state.tables.meetings && (random.bits() & 7) === 0) this.meeting = this.someUnplaced();
    if (state.start[this.meeting]! < 0) return this.bringIn();
    return this.proposeOf(kinds[this.kinds[random.below(this.kinds.length)]!]!);
  }

  private proposeOf(kind: Kind): number {
    switch (kind) {
      case 'anywhere':
        return this.anywhere();
      case 'swap':
        return this.swap();
      case 'room':
        return this.room();
      case 'team':
        return this.team();
      case 'echo':
        return this.echo();
      case 'near':
        return this.near();
      case 'together':
        return this.together();
    }
  }

  private someUnplaced(): number {
    const { movable, state } = this;
    const count = movable.length;
    for (let i = 0, k = this.random.below(count); i < count; i++, k++) {
      const meeting = movable[k < count ? k : k - count]!;
      if (state.start[meeting]! < 0) return meeting;
    }
    return this.meeting;
  }

  private bringIn(): number {
    const { meeting, reach, state, random } = this;
    const start = reach.anyStart(meeting);
    const empty = (random.bits() & 1) === 1 ? reach.emptyRoom(meeting, start, -1, -1) : -1;
    const room = empty < 0 ? reach.anyRoom(meeting) : empty;
    const team = reach.anyTeam(meeting);
    const found = state.findHits(meeting, start, room, team, 4);
    return found < 0 ? NaN : this.moves.insert(meeting, start, room, team, found);
  }

  private anywhere(): number {
    const { meeting, reach, state, random } = this;
    const start = reach.anyStart(meeting);
    // What is tied finds a start seldom enough: the room should not be what is wrong.
    const isPicky = this.isTied() && (random.bits() & 1) === 1;
    const empty = isPicky ? reach.emptyRoom(meeting, start, state.room[meeting]!, -1) : -1;
    return this.to(start, empty < 0 ? reach.anyRoom(meeting) : empty, this.sameTeamOrAny());
  }

  private swap(): number {
    const { meeting, reach, state, random, movable } = this;
    const other = movable[random.below(movable.length)]!;
    const start = state.start[other]!;
    const room = state.room[other]!;
    if (start < 0 || start === state.start[meeting] || !reach.isStart(meeting, start)) return NaN;
    return reach.isRoom(meeting, room) ? this.to(start, room, state.team[meeting]!) : NaN;
  }

  private room(): number {
    const { meeting, reach, state } = this;
    return this.to(state.start[meeting]!, reach.anyRoom(meeting), state.team[meeting]!);
  }

  private team(): number {
    const { meeting, reach, state } = this;
    return this.to(state.start[meeting]!, state.room[meeting]!, reach.anyTeam(meeting));
  }

  /** To the weekday and hour of another of its group, perhaps its room and trainers too. */
  private echo(): number {
    const { meeting, reach, state, random } = this;
    const other = this.anotherOfGroup();
    if (other < 0 || state.start[other]! < 0) return this.anywhere();
    const { grid } = state.tables;
    const bits = random.bits();
    const near = bits & 3 ? state.start[meeting]! : reach.anyStart(meeting);
    const start = bits & 64 ? state.start[meeting]! : this.slotIn(grid.weekOf[near]!, state.start[other]!);
    if (!reach.isStart(meeting, start)) return NaN;
    const team = bits & 4 ? this.teamLike(meeting, state.team[other]!) : -1;
    const wished = bits & 8 ? state.room[other]! : state.room[meeting]!;
    const room = bits & 16 && reach.isRoom(meeting, wished) ? wished : reach.emptyRoom(meeting, start, wished, -1);
    return room < 0 ? NaN : this.to(start, room, team < 0 ? this.sameTeamOrAny() : team);
  }

  /** A little earlier or later, or at the same hour of another day. */
  private near(): number {
    const { meeting, reach, state, random } = this;
    const { grid } = state.tables;
    const now = state.start[meeting]!;
    const by = 1 + random.below(4);
    let start = random.bits() & 1 ? now + by : now - by;
    if (random.bits() & 1) start = this.slotIn(grid.weekOf[reach.anyStart(meeting)]!, now);
    if (start < 0 || start >= grid.size || !reach.isStart(meeting, start)) return NaN;
    const room = reach.emptyRoom(meeting, start, state.room[meeting]!, -1);
    return room < 0 ? NaN : this.to(start, room, this.sameTeamOrAny());
  }

  /** All of a group by as much, or all to one weekday and hour; perhaps to one room, to one team. */
  private together(): number {
    const { meeting, reach, state, random, change, groups } = this;
    const { grid, isFixed } = state.tables;
    const { ofMeeting, members } = groups;
    const of = ofMeeting.from[meeting]!;
    const count = ofMeeting.from[meeting + 1]! - of;
    if (count === 0) return this.anywhere();
    const group = ofMeeting.items[of + random.below(count)]!;
    const bits = random.bits();
    const now = state.start[meeting]!;
    const start = bits & 1 ? reach.anyStart(meeting) : now;
    const isAligned = (bits & 6) > 0;
    const room = bits & 8 ? (bits & 16 ? reach.anyRoom(meeting) : state.room[meeting]!) : -1;
    const team = bits & 32 ? (bits & 64 ? reach.anyTeam(meeting) : state.team[meeting]!) : -1;
    const from = members.from[group]!;
    const to = members.from[group + 1]!;
    let delta = 0;
    for (let k = from; k < to; k++) {
      const one = members.items[k]!;
      if (!isFixed[one] && state.start[one]! >= 0) delta += change.take(one);
    }
    for (let i = 0; i < change.count; i++) {
      const one = change.touched(i);
      const was = change.startBefore(one);
      const at = isAligned ? this.slotIn(grid.weekOf[was]!, start) : was + start - now;
      if (!reach.isStart(one, at)) return NaN;
      const own = change.roomBefore(one);
      const into = reach.emptyRoom(one, at, room < 0 ? own : room, own);
      if (into < 0) return NaN;
      const like = team < 0 ? -1 : this.teamLike(one, team);
      const by = like < 0 ? change.teamBefore(one) : like;
      if (state.findHits(one, at, into, by, 0) !== 0) return NaN;
      delta += change.put(one, at, into, by);
    }
    return delta;
  }

  /** To a place, with whoever is there. */
  private to(start: number, room: number, team: number): number {
    const { meeting, state, moves } = this;
    if (start === state.start[meeting] && room === state.room[meeting] && team === state.team[meeting]) return NaN;
    // Longer chains are dear to try: now and then.
    const found = state.findHits(meeting, start, room, team, this.random.bits() & 3 ? 1 : 3);
    if (found < 0) return NaN;
    if (found === 0) return moves.relocate(meeting, start, room, team, this.most);
    // Along a chain of relations, who is in the way seldom finds room behind the one that comes, but perhaps elsewhere.
    if (this.isTied() && (this.random.bits() & 1) === 1) return moves.insert(meeting, start, room, team, found);
    if (found === 1) return moves.swap(meeting, start, room, team, this.most);
    return moves.exchange(meeting, start, room, team, found);
  }

  private isTied(): boolean {
    const { from } = this.state.tables.relationsOf;
    return from[this.meeting]! < from[this.meeting + 1]!;
  }

  private sameTeamOrAny(): number {
    const { meeting, reach, state, random } = this;
    return random.bits() & 1 ? state.team[meeting]! : reach.anyTeam(meeting);
  }

  private anotherOfGroup(): number {
    const { ofMeeting, members } = this.groups;
    const of = ofMeeting.from[this.meeting]!;
    const count = ofMeeting.from[this.meeting + 1]! - of;
    if (count === 0) return -1;
    const group = ofMeeting.items[of + this.random.below(count)]!;
    const from = members.from[group]!;
    return members.items[from + this.random.below(members.from[group + 1]! - from)]!;
  }

  /** The slot of that week at the weekday and hour of another slot, or -1. */
  private slotIn(week: number, like: number): number {
    const { grid, model } = this.state.tables;
    return grid.slotAt[week * model.weekSlots + grid.weekSlotOf[like]!]!;
  }

  /** The team of a meeting that has the same trainers as this one, or -1. */
  private teamLike(meeting: number, team: number): number {
    const { teamKind, teamsFrom } = this.state.tables;
    const kind = teamKind[team]!;
    for (let k = teamsFrom[meeting]!, to = teamsFrom[meeting + 1]!; k < to; k++) if (teamKind[k] === kind) return k;
    return -1;
  }
}

import {
  type Asked,
  type Group,
  type Instant,
  type KeptSession,
  type PlacedSession,
  type Reason,
  sessionKey,
  type UnplacedSession,
} from './asked.js';
import { Board } from './board.js';
import { type Compiled, compile, slotsFor } from './compile.js';
import { explain } from './explain.js';
import { effortFor } from './search/effort.js';
import { costOf } from './search/judge.js';
import type { Placement, Solution, SolutionCost } from './search/model.js';
import { Search } from './search/search.js';

/** A schedule as it was assembled. */
export interface Assembled {
  groups: { cohortId: string; groups: readonly Group[] }[];
  placed: PlacedSession[];
  unplaced: UnplacedSession[];
  cost: SolutionCost;
}

/**
 * Assembles a schedule, step by step: there is an answer from the beginning, and it gets better with every step until
 * all planned steps are done. How the steps are cut into portions changes nothing.
 */
export class Assembly {
  private readonly compiled: Compiled;
  private readonly search: Search;
  /** How many steps are planned in all. */
  readonly steps: number;

  /**
   * @param effort multiplies the planned steps; 1 is what suits the size
   * @throws RangeError for an unknown zone or site, or a schedule that spans more than three years
   */
  constructor(
    private readonly asked: Asked,
    effort = 1,
  ) {
    this.compiled = compile(asked);
    this.steps = Math.max(1, Math.round(effortFor(this.compiled.model) * effort));
    this.search = new Search(this.compiled.model, asked.seed, { steps: this.steps });
  }

  get isDone(): boolean {
    return this.search.isDone;
  }

  /** What the best schedule so far costs, and how many sessions have no place in it. */
  get best(): SolutionCost {
    return this.search.bestCost();
  }

  run(steps: number): void {
    this.search.run(steps);
  }

  /** The best schedule so far. */
  result(): Assembled {
    return toldAs(this.compiled, this.asked, this.search.best());
  }
}

/**
 * Assembles a schedule in one go.
 * @throws RangeError as `Assembly`
 */
export function assembleSchedule(asked: Asked, effort = 1): Assembled {
  const assembly = new Assembly(asked, effort);
  while (!assembly.isDone) assembly.run(assembly.steps);
  return assembly.result();
}

/** What putting one session to a place would break, and what it would do to the cost. */
export interface Judgement {
  clashes: Reason[];
  /** Against where it is now; 0 where it clashes, as no schedule could have it there. */
  costBy: number;
}

/** Judges moves by hand with the very rules that assembling goes by. */
export class Judge {
  private readonly compiled: Compiled;
  private readonly solution: Solution;
  private readonly board: Board;
  private known: SolutionCost | null = null;

  /** @param placed the schedule as it stands @throws RangeError as `Assembly` */
  constructor(
    private readonly asked: Asked,
    placed: readonly PlacedSession[],
  ) {
    const compiled = compile({ ...asked, kept: withPlaced(asked.kept, placed) });
    this.compiled = compiled;
    this.solution = solutionOf(compiled, placed);
    this.board = new Board(compiled, this.solution);
  }

  /** @throws RangeError if there is no such session */
  move(moved: {
    itemId: string;
    groupId: string;
    from: Instant;
    roomId: string | null;
    trainerIds: readonly string[];
  }): Judgement {
    const { compiled } = this;
    const index = compiled.meetings.findIndex(({ key }) => key === sessionKey(moved));
    const meeting = compiled.meetings[index];
    if (!meeting) throw new RangeError(`unknown session ${sessionKey(moved)}`);
    const start = compiled.grid.slotAt(moved.from);
    if (start < 0 || start + slotsFor(meeting.session.minutes) > compiled.grid.slots)
      return { clashes: [{ code: 'window-over', subject: null, share: 1 }], costBy: 0 };
    const room = roomAt(compiled, moved.roomId);
    const trainers = trainersAt(compiled, moved.trainerIds);
    const { rooms, teams } = compiled.model.meetings[index]!;
    const team = teams.findIndex((one) => one.join() === trainers.join());
    const clashes = this.board.at(index, { start, room, trainers: trainers.filter((one) => one >= 0) });
    if (!rooms.includes(room)) clashes.push({ code: 'no-room-suits', subject: moved.roomId });
    if (team < 0) clashes.push({ code: 'no-trainer-qualified', subject: meeting.session.qualification });
    if (clashes.length > 0) return { clashes: clashes.map((one) => ({ ...one, share: 1 })), costBy: 0 };
    const then: (Placement | null)[] = [...this.solution];
    then[index] = { start, room, team };
    return { clashes: [], costBy: costOf(compiled.model, then).total - this.cost().total };
  }

  /** Every session as it stands that breaks something: none, unless the world has changed since. */
  clashes(): { key: string; clashes: Reason[] }[] {
    return this.solution.flatMap((placement, index) => {
      if (!placement) return [];
      const { start, room, team } = placement;
      const trainers = this.compiled.model.meetings[index]!.teams[team]!;
      const found = this.board.at(index, { start, room, trainers });
      return found.length > 0
        ? [{ key: this.compiled.meetings[index]!.key, clashes: found.map((one) => ({ ...one, share: 1 })) }]
        : [];
    });
  }

  /** What the schedule as it stands costs. */
  cost(): SolutionCost {
    this.known ??= costOf(this.compiled.model, this.solution);
    return this.known;
  }

  /** Why sessions without a place have none. */
  unplaced(): UnplacedSession[] {
    return this.solution.flatMap((placement, index) =>
      placement ? [] : [explain(this.compiled, this.asked, this.board, index)],
    );
  }
}

/** Sets of trainers that a planner chose by hand are sets that are able, if everyone of them is qualified. */
function withPlaced(kept: readonly KeptSession[], placed: readonly PlacedSession[]): KeptSession[] {
  const known = new Set(kept.map(sessionKey));
  return [
    ...kept,
    ...placed.filter((one) => one.locked && !known.has(sessionKey(one))).map((one) => ({ ...one, locked: true })),
  ];
}

function solutionOf(compiled: Compiled, placed: readonly PlacedSession[]): Solution {
  const byKey = new Map(placed.map((one) => [sessionKey(one), one]));
  return compiled.meetings.map(({ key }, index) => {
    const one = byKey.get(key);
    if (!one) return null;
    const team = trainersAt(compiled, one.trainerIds).join();
    const at = compiled.model.meetings[index]!.teams.findIndex((other) => other.join() === team);
    const start = compiled.grid.slotAt(one.from);
    if (at < 0 || start < 0 || start >= compiled.grid.slots) return null;
    return { start, room: roomAt(compiled, one.roomId), team: at };
  });
}

function toldAs(compiled: Compiled, asked: Asked, solution: Solution): Assembled {
  const { rooms, trainers } = compiled;
  const board = new Board(compiled, solution);
  const placed: PlacedSession[] = [];
  const unplaced: UnplacedSession[] = [];
  solution.forEach((placement, index) => {
    const { session, cohort, group, kept } = compiled.meetings[index]!;
    if (!placement) {
      unplaced.push(explain(compiled, asked, board, index));
      return;
    }
    const from = compiled.grid.instantOf(placement.start);
    placed.push({
      itemId: session.itemId,
      cohortId: cohort.cohortId,
      groupId: group.groupId,
      from,
      to: from + session.minutes * 60_000,
      roomId: placement.room < 0 ? null : rooms[placement.room]!.roomId,
      trainerIds: compiled.model.meetings[index]!.teams[placement.team]!.map((trainer) => trainers[trainer]!.userId),
      locked: kept?.locked ?? false,
    });
  });
  return {
    groups: [...compiled.groups].map(([cohortId, groups]) => ({ cohortId, groups })),
    placed,
    unplaced,
    cost: costOf(compiled.model, solution),
  };
}

/** A room by its place in the model; -1 for none, and for one that is not known. */
function roomAt({ rooms }: Compiled, id: string | null): number {
  return rooms.findIndex(({ roomId }) => roomId === id);
}

/** Trainers by their places in the model, rising, as its teams name them. */
function trainersAt({ trainers }: Compiled, ids: readonly string[]): number[] {
  return ids.map((id) => trainers.findIndex(({ userId }) => userId === id)).sort((a, b) => a - b);
}

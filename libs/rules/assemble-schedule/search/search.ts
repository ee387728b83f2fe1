import { Change } from './change.js';
import { construct } from './construct.js';
import { Cooling } from './cooling.js';
import { costOf } from './judge.js';
import type { Model, Solution, SolutionCost } from './model.js';
import { Proposals } from './proposals.js';
import { Random } from './random.js';
import { Reach } from './reach.js';
import { State } from './state.js';
import { layOut } from './tables.js';

/** How many temperatures dearer a change may be: exponentially distributed, drawn from by chance. */
const patience = Float64Array.from({ length: 4_096 }, (_, i) => -Math.log((i + 0.5) / 4_096));

export interface SearchOptions {
  /** What to begin with; what of it cannot stand is placed anew. */
  from?: Solution;
  /** The planned number of steps in all: cooling follows it. */
  steps: number;
}

/**
 * Looks for a cheap solution of a model by simulated annealing: has a valid answer from the first moment on, and a
 * better one the longer it is let to. The same model, seed and options give the same answer, however the steps are
 * sliced.
 */
export class Search {
  /** How many steps it has done. */
  step = 0;
  /** How many it is planned to do in all. */
  steps: number;

  private readonly state: State;
  private readonly change: Change;
  private readonly reach: Reach;
  private readonly random: Random;
  private readonly proposals: Proposals;
  private readonly cooling: Cooling;
  private temperature = 0;
  private cost: number;
  private lowest: number;
  /** Whether the state is the best one so far, not noted yet in `kept`. */
  private isLowest = false;
  private readonly kept: { start: Int32Array; room: Int32Array; team: Int32Array };

  constructor(
    readonly model: Model,
    seed: number,
    { from, steps }: SearchOptions,
  ) {
    this.steps = Math.max(0, Math.floor(steps));
    this.state = new State(layOut(model));
    this.change = new Change(this.state);
    this.random = new Random(seed);
    construct(this.state, from);
    this.reach = new Reach(this.state, this.random);
    this.proposals = new Proposals(this.state, this.change, this.reach, this.random);
    this.cooling = Cooling.for(this.proposals, this.change, model, from !== undefined);
    this.cost = costOf(model, this.state.solution()).total;
    this.lowest = this.cost;
    const { start, room, team } = this.state;
    this.kept = { start: start.slice(), room: room.slice(), team: team.slice() };
  }

  get isDone(): boolean {
    return this.step >= this.steps || this.proposals.isEmpty;
  }

  /** Changes the planned number, for somebody who watches a clock: the rest of the cooling is stretched or shortened. */
  replan(steps: number): void {
    this.steps = Math.max(this.step, Math.floor(steps));
  }

  /** Goes on by so many steps, at most to the planned number. */
  run(steps: number): void {
    if (this.proposals.isEmpty) return;
    const until = Math.min(this.step + steps, this.steps);
    for (; this.step < until; this.step++) {
      if (this.step % this.cooling.every === 0) this.cool();
      const most = this.temperature * patience[this.random.bits() >>> 20]!;
      const delta = this.proposals.propose(most);
      if (delta <= most) this.accept(delta);
      else if (this.change.count > 0) this.change.undo();
    }
  }

  private cool(): void {
    this.temperature = this.cooling.at(this.step / this.steps);
    this.reach.limit(12 * this.temperature);
  }

  private accept(delta: number): void {
    this.cost += delta;
    if (this.isLowest && delta > 0) this.keepAsBefore();
    this.change.keep();
    if (this.cost >= this.lowest) return;
    this.lowest = this.cost;
    this.isLowest = true;
  }

  /** Notes the state as it was before the open change: writing down every step of a descent would take too long. */
  private keepAsBefore(): void {
    const { kept, state, change } = this;
    kept.start.set(state.start);
    kept.room.set(state.room);
    kept.team.set(state.team);
    for (let i = 0; i < change.count; i++) {
      const meeting = change.touched(i);
      kept.start[meeting] = change.startBefore(meeting);
      kept.room[meeting] = change.roomBefore(meeting);
      kept.team[meeting] = change.teamBefore(meeting);
    }
    this.isLowest = false;
  }

  /** The cheapest solution so far: none of the hard constraints is broken in it. */
  best(): Solution {
    const { start, room, team } = this.isLowest ? this.state : this.kept;
    return Array.from(start, (_, one) => this.state.told(one, start[one]!, room[one]!, team[one]!));
  }

  /** What `best()` costs. */
  get bestTotal(): number {
    return this.lowest;
  }

  /** What `best()` costs, term by term. */
  bestCost(): SolutionCost {
    return costOf(this.model, this.best());
  }
}

import type { Change } from './change.js';
import type { Model } from './model.js';
import type { Proposals } from './proposals.js';

const samples = 2_000;

/** How warm the search is at which part of its way: from where much is accepted to where hardly anything dearer is. */
export class Cooling {
  /** After how many steps the temperature is set anew. */
  readonly every = 1_024;

  constructor(
    private readonly hot: number,
    private readonly cold: number,
    private readonly rounds: number,
  ) {}

  /**
   * Reads the temperatures off what proposals cost in the state that the search begins in.
   * @param isWarm whether it begins with a solution that is worth keeping to
   */
  static for(proposals: Proposals, change: Change, { unplaced, meetings }: Model, isWarm: boolean): Cooling {
    const dearer: number[] = [];
    for (let i = 0; i < samples && !proposals.isEmpty; i++) {
      const delta = proposals.propose(Infinity);
      if (delta > 0 && delta < unplaced) dearer.push(delta);
      change.undo();
    }
    dearer.sort((a, b) => a - b);
    const middle = dearer[dearer.length >> 1] ?? 1;
    const least = dearer[Math.floor(dearer.length / 200)] ?? 1;
    const hot = isWarm ? Math.max(middle / 12, 2 * least) : Math.max(middle / 4, 6 * least);
    // A small model is cold soon, perhaps in a corner: better to try again than to try for longer.
    const rounds = Math.min(Math.max(Math.round(200 / meetings.length), 1), 5);
    return new Cooling(hot, Math.min(0.15 * least, hot), rounds);
  }

  at(done: number): number {
    return this.hot * (this.cold / this.hot) ** ((done * this.rounds) % 1);
  }
}

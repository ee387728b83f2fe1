import { parentPort, workerData } from 'node:worker_threads';
import { type Asked, type Assembled, Assembly } from '@kohorte/rules';
import { withoutPenalty } from './proposal.js';

/** What the thread is given. */
export interface ThreadTask {
  asked: Asked;
  effort: number;
}

/** What it tells: how far it is, and in the end the schedule. */
export type ThreadWord =
  | { progress: { done: number; steps: number; cost: number; unplaced: number } }
  | { result: Assembled }
  | { failed: string };

/** Steps between two words; some tenths of a second. */
const portion = 200_000;

if (parentPort) {
  const port = parentPort;
  const say = (word: ThreadWord): void => port.postMessage(word);
  let isAsked = false;
  port.on('message', () => {
    isAsked = true;
  });
  try {
    const { asked, effort } = workerData as ThreadTask;
    const assembly = new Assembly(asked, effort);
    let done = 0;
    const goOn = (): void => {
      if (isAsked || assembly.isDone) {
        say({ result: assembly.result() });
        port.close();
        return;
      }
      assembly.run(portion);
      done = Math.min(done + portion, assembly.steps);
      const best = { ...assembly.best };
      say({ progress: { done, steps: assembly.steps, cost: withoutPenalty(best), unplaced: best.unplaced } });
      // Lets a word from outside come in between.
      setImmediate(goOn);
    };
    goOn();
  } catch (error) {
    say({ failed: String((error as Error).message ?? error) });
    port.close();
  }
}

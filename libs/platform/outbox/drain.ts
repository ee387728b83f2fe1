import type { JobName } from '@kohorte/contracts';
import { Injectable } from '@nestjs/common';
import { handlerOf, type Handlers, type JobContext } from '../queue/handlers.js';
import { Outbox, type PendingReaction } from './outbox.js';

/** Does what is pending here and now, in order and without any queue: for stories told by tests, and for seeds. */
@Injectable()
export class Drain {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Runs the sweeps, then whatever is pending, and so on until nothing is left. The first error ends it.
   * @returns how many reactions were done
   */
  async drain(handlers: Handlers, sweeps: readonly JobName[] = []): Promise<number> {
    let done = 0;
    for (;;) {
      for (const sweep of sweeps) await handlerOf(handlers, sweep)({}, context(null));
      const pending = await this.outbox.pending(100);
      if (pending.length === 0) return done;
      for (const reaction of pending) await this.react(handlers, reaction);
      done += pending.length;
    }
  }

  private async react(handlers: Handlers, { factId, job, payload }: PendingReaction): Promise<void> {
    await handlerOf(handlers, job)(payload, context(factId));
    await this.outbox.markDone(factId, job);
  }
}

function context(factId: string | null): JobContext {
  return { factId, signal: new AbortController().signal, progress: async () => undefined };
}

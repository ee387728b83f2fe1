import type { JobsView } from '@kohorte/contracts';
import { Injectable } from '@nestjs/common';
import { Outbox } from '../outbox/outbox.js';
import { Queues } from './queues.js';
import { sweeps } from './sweeps.js';

/** How queues, sweeps and the outbox stand. */
@Injectable()
export class JobsOverview {
  constructor(
    private readonly queues: Queues,
    private readonly outbox: Outbox,
  ) {}

  async view(): Promise<JobsView> {
    const [counts, schedulers, backlog] = await Promise.all([
      Promise.all(this.queues.all.map((queue) => queue.getJobCounts())),
      Promise.all(this.queues.all.map((queue) => queue.getJobSchedulers(0, -1))),
      this.outbox.backlog(),
    ]);
    const nextRuns = new Map(schedulers.flat().map(({ key, next }) => [key, next]));
    return {
      engine: this.queues.engineName,
      queues: this.queues.all.map(({ name }, index) => {
        const count = (state: string): number => counts[index]?.[state] ?? 0;
        return {
          name,
          waiting: count('waiting') + count('prioritized') + count('paused'),
          active: count('active'),
          delayed: count('delayed'),
          failed: count('failed'),
          completed: count('completed'),
        };
      }),
      sweeps: sweeps.map(({ job, everySeconds }) => {
        const next = nextRuns.get(job);
        return { job, everySeconds, nextAt: next ? new Date(next).toISOString() : null };
      }),
      pendingReactions: backlog.count,
      oldestPendingAt: backlog.oldestAt?.toISOString() ?? null,
    };
  }

  /** Fails unless the engine of the queues answers. */
  async ping(): Promise<void> {
    await this.queues.ping();
  }
}

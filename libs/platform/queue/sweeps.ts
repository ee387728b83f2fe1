import { type JobName, jobs } from '@kohorte/contracts';
import { Injectable } from '@nestjs/common';
import type { JobSchedulerJson } from 'bullmq';
import { Clock, seconds } from '../clock.js';
import { log } from '../log.js';
import { Engine, type JobQueue } from './engine.js';
import { QueueSettings } from './queue-settings.js';
import { noPayload, Queues, sweepOptions } from './queues.js';

/** The jobs that ask Postgres "what is due?" every so often. */
export const sweeps: readonly { job: JobName; everySeconds: number }[] = (Object.keys(jobs) as JobName[]).flatMap(
  (job) => {
    const { everySeconds } = jobs[job];
    return everySeconds === undefined ? [] : [{ job, everySeconds }];
  },
);

/** Keeps each sweep standing in its queue as a job scheduler, also after the queue was wiped. */
@Injectable()
export class Sweeps {
  private timer: NodeJS.Timeout | null = null;
  private checking: Promise<void> = Promise.resolve();

  constructor(
    private readonly engine: Engine,
    private readonly queues: Queues,
    private readonly clock: Clock,
    private readonly settings: QueueSettings,
  ) {}

  /** Puts every sweep in its queue, and looks after them from now on. */
  async start(): Promise<void> {
    this.timer = setInterval(() => {
      this.checking = this.checking.then(() => this.check(() => false));
    }, this.settings.sweepCheck);
    this.checking = this.check(() => true);
    await this.checking;
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.checking;
  }

  private async check(mustRenew: () => boolean): Promise<void> {
    try {
      await this.engine.prepare();
      for (const queue of this.queues.all) await this.checkIn(queue, mustRenew);
    } catch (error) {
      log.warn({ err: String(error) }, 'the sweeps could not be checked and will be later');
    }
  }

  private async checkIn(queue: JobQueue, mustRenew: () => boolean): Promise<void> {
    const standing = new Map((await queue.getJobSchedulers(0, -1)).map((scheduler) => [scheduler.key, scheduler]));
    for (const { job, everySeconds } of sweeps.filter(({ job }) => this.queues.of(job) === queue)) {
      const every = everySeconds * this.settings.sweepSecond;
      if (mustRenew() || !this.isAlive(standing.get(job), every))
        await queue.upsertJobScheduler(job, { every }, { name: job, data: noPayload, opts: sweepOptions });
      standing.delete(job);
    }
    for (const stale of standing.keys()) await queue.removeJobScheduler(stale);
  }

  /** One whose next run is long over has lost the job that would bring it about. */
  private isAlive(scheduler: JobSchedulerJson | undefined, every: number): boolean {
    if (!scheduler || scheduler.every !== every) return false;
    return (scheduler.next ?? 0) > this.clock.now().getTime() - 2 * every - seconds(30);
  }
}

import { type JobName, jobs, type QueueName } from '@kohorte/contracts';
import { Injectable } from '@nestjs/common';
import type { DefaultJobOptions } from 'bullmq';
import { days, seconds } from '../clock.js';
import { log } from '../log.js';
import { Engine, type JobQueue } from './engine.js';
import { type JobData, jobId } from './handlers.js';
import { QueueSettings } from './queue-settings.js';

export const queueNames: readonly QueueName[] = ['prompt', 'bulk'];

/** The largest payload of a job, in bytes of JSON. Jobs carry ids. */
const largestPayload = 16_384;

/** A job as it is handed over. */
export interface CausedJob {
  factId: string;
  job: string;
  payload: Record<string, string>;
}

/** How one stands in its queue. `missing`: it does not. */
export type Standing = 'missing' | 'coming' | 'completed' | 'failed';

/** The queues of the product, as seen by those who add to them or look into them. */
@Injectable()
export class Queues {
  private readonly byName: Readonly<Record<QueueName, JobQueue>>;

  constructor(
    private readonly engine: Engine,
    private readonly settings: QueueSettings,
  ) {
    this.byName = { prompt: this.open('prompt'), bulk: this.open('bulk') };
  }

  get engineName(): 'redis' | 'postgres' {
    return this.engine.name;
  }

  get all(): readonly JobQueue[] {
    return queueNames.map((name) => this.byName[name]);
  }

  named(name: QueueName): JobQueue {
    return this.byName[name];
  }

  /** The queue a job goes to. One that this release does not know goes where its failure is seen soonest. */
  of(job: string): JobQueue {
    return this.byName[Object.hasOwn(jobs, job) ? jobs[job as JobName].queue : 'prompt'];
  }

  /** Adds jobs. One that stands in its queue already, in whatever state, is left as it is. */
  async add(caused: readonly CausedJob[]): Promise<void> {
    const options = jobOptions(this.settings);
    for (const queue of this.all) {
      const here = caused.filter(({ job }) => this.of(job) === queue);
      if (here.length === 0) continue;
      await answered(
        queue.addBulk(
          here.map(({ factId, job, payload }) => ({
            name: job,
            data: { factId, payload },
            opts: { ...options, jobId: jobId(factId, job) },
          })),
        ),
      );
    }
  }

  async standingOf({ factId, job }: Pick<CausedJob, 'factId' | 'job'>): Promise<Standing> {
    const state = await answered(this.of(job).getJobState(jobId(factId, job)));
    if (state === 'unknown') return 'missing';
    return state === 'completed' || state === 'failed' ? state : 'coming';
  }

  async remove({ factId, job }: Pick<CausedJob, 'factId' | 'job'>): Promise<void> {
    await answered(this.of(job).remove(jobId(factId, job)));
  }

  /** Fails unless the engine answers. */
  async ping(): Promise<void> {
    await answered(this.byName.prompt.isPaused());
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((queue) => queue.close()));
  }

  private open(name: QueueName): JobQueue {
    const queue = this.engine.queue(name);
    queue.on('error', (error) => log.warn({ queue: name, err: error.message }, 'queue'));
    return queue;
  }
}

function jobOptions(settings: QueueSettings): DefaultJobOptions {
  return {
    attempts: settings.attempts,
    // Half of each wait is chance, so that what failed together does not come back together.
    backoff: { type: 'exponential', delay: settings.backoff, jitter: 0.5 },
    // The trail is in the outbox; these are for looking at.
    removeOnComplete: { count: 200 },
    removeOnFail: { age: days(30) / seconds(1), count: 2_000 },
    sizeLimit: largestPayload,
    stackTraceLimit: 3,
    keepLogs: 100,
  };
}

/** A sweep that fails is due again soon anyway; what it leaves behind is dealt with by the runner. */
export const sweepOptions: DefaultJobOptions = {
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: { age: days(30) / seconds(1), count: 2_000 },
  stackTraceLimit: 3,
};

export const noPayload: JobData = { factId: null, payload: {} };

/** An engine that is away must not hold up whoever asks. */
async function answered<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The queue does not answer.')), seconds(10));
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

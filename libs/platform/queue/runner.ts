import type { QueueName } from '@kohorte/contracts';
import { Injectable } from '@nestjs/common';
import { DelayedError, type Job, WaitingError } from 'bullmq';
import { log } from '../log.js';
import { Outbox } from '../outbox/outbox.js';
import { inContext } from '../request-context.js';
import { Engine, type JobWorker } from './engine.js';
import { handlerOf, type Handlers, type JobContext, type JobData, jobId } from './handlers.js';
import { OneAtATime } from './one-at-a-time.js';
import { type JobOutcome, observeJob } from './queue.metrics.js';
import { QueueSettings } from './queue-settings.js';
import { queueNames, Queues } from './queues.js';

type AnyJob = Job<JobData, void, string>;

/** One run of one job, as far as stopping it is concerned. */
class Run {
  readonly stop = new AbortController();
  readonly givenUp: Promise<never>;
  giveUp: () => void;

  constructor() {
    this.givenUp = new Promise((_resolve, reject) => {
      this.giveUp = () => reject(new Error('The worker has stopped.'));
    });
    this.givenUp.catch(() => undefined);
  }
}

/** Takes jobs from the queues and gives them to their handlers. */
@Injectable()
export class Runner {
  private handlers: Handlers;
  private workers: JobWorker[] = [];
  private readonly runs = new Set<Run>();
  private readonly failingSweeps = new Set<string>();

  constructor(
    private readonly engine: Engine,
    private readonly queues: Queues,
    private readonly outbox: Outbox,
    private readonly oneAtATime: OneAtATime,
    private readonly settings: QueueSettings,
  ) {}

  start(handlers: Handlers): void {
    this.handlers = handlers;
    this.workers = queueNames.map((name) => this.work(name));
  }

  /**
   * Takes no more jobs and lets those that run finish. After the grace they are told to stop, and what then still
   * runs goes back to the queue for another worker.
   */
  async close(): Promise<void> {
    const { grace, settle } = this.settings;
    const closing = Promise.all(this.workers.map((worker) => worker.close()));
    // Without a job to wait for, only an engine that is away keeps a worker from closing.
    if (await isWithin(this.runs.size > 0 ? grace : settle, closing)) return;
    log.info({ jobs: this.runs.size }, 'running jobs are returned to the queue');
    for (const { stop } of this.runs) stop.abort(new Error('The worker is stopping.'));
    if (await isWithin(settle, closing)) return;
    for (const { giveUp } of this.runs) giveUp();
    await isWithin(settle, closing);
  }

  private work(name: QueueName): JobWorker {
    const worker = this.engine.worker(name, (job, token) => this.process(job, token!), {
      concurrency: this.settings.concurrency[name],
      lockDuration: this.settings.lock,
      stalledInterval: this.settings.stalledCheck,
      maxStalledCount: this.settings.lostWorkers,
    });
    worker.on('error', (error) => log.warn({ queue: name, err: error.message }, 'worker'));
    worker.on('failed', (job, error) => void this.noteFailure(job, error));
    return worker;
  }

  private process(job: AnyJob, token: string): Promise<void> {
    return inContext(job.id!, async () => {
      const begun = performance.now();
      const run = new Run();
      this.runs.add(run);
      log.debug({ job: job.name, attempt: job.attemptsMade + 1 }, 'job begins');
      try {
        const outcome = await Promise.race([this.perform(job, run), run.givenUp]);
        this.note(job, outcome ?? 'skipped', begun);
        this.failingSweeps.delete(job.name);
        if (outcome === null) await this.standBy(job, token);
      } catch (error) {
        if (error instanceof DelayedError) throw error;
        if (!run.stop.signal.aborted) {
          this.note(job, this.isLastAttempt(job) ? 'failed' : 'retried', begun);
          if (job.data.factId === null) this.keepOneFailure(job);
          throw readable(error);
        }
        await job.moveToWait(token);
        this.note(job, 'returned', begun);
        throw new WaitingError();
      } finally {
        this.runs.delete(run);
      }
    });
  }

  /** Gives how it ended; `null` if another run of the same is on its way and must be waited for. */
  private async perform(job: AnyJob, run: Run): Promise<JobOutcome | null> {
    const handler = handlerOf(this.handlers, job.name);
    const { factId, payload } = job.data;
    let outcome: JobOutcome = 'skipped';
    const wasRun = await this.oneAtATime.run(factId ? jobId(factId, job.name) : job.name, async () => {
      if (factId && !(await this.outbox.isPending(factId, job.name))) return;
      await handler(payload, contextOf(job, run));
      if (factId) await this.outbox.markDone(factId, job.name);
      outcome = 'done';
    });
    // A sweep that is running needs no second one. A reaction may be in the hands of a worker that is dying.
    return wasRun || !factId ? outcome : null;
  }

  private async standBy(job: AnyJob, token: string): Promise<never> {
    await job.moveToDelayed(job.processedOn! + this.settings.standBy, token);
    throw new DelayedError();
  }

  private isLastAttempt(job: AnyJob): boolean {
    return job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
  }

  private note(job: AnyJob, outcome: JobOutcome, begun: number): void {
    const milliseconds = Math.round(performance.now() - begun);
    observeJob(job.name, outcome, milliseconds);
    const isRoutine = job.data.factId === null || outcome === 'skipped';
    log[isRoutine ? 'debug' : 'info']({ job: job.name, outcome, ms: milliseconds }, 'job ended');
  }

  private async noteFailure(job: AnyJob | undefined, error: Error): Promise<void> {
    if (!job) return;
    const isFinal = job.finishedOn !== undefined && job.finishedOn !== null;
    log[isFinal ? 'error' : 'warn']({ job: job.name, id: job.id, attempt: job.attemptsMade, err: error }, 'job failed');
    try {
      if (job.data.factId) await this.outbox.markFailed(job.data.factId, job.name, error.message);
    } catch (second) {
      log.warn({ err: String(second) }, 'a failure could not be noted');
    }
  }

  /** A sweep that fails each time would push every other failure out of sight: only its first one is kept. */
  private keepOneFailure(job: AnyJob): void {
    if (this.failingSweeps.has(job.name)) job.opts.removeOnFail = true;
    this.failingSweeps.add(job.name);
  }
}

function contextOf(job: AnyJob, run: Run): JobContext {
  let told = -1;
  return {
    factId: job.data.factId,
    signal: run.stop.signal,
    async progress(done, total) {
      const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
      if (percent === told) return;
      told = percent;
      // Nothing depends on it, and the queue may have been wiped meanwhile.
      await job.updateProgress({ done, total }).catch(() => undefined);
    },
  };
}

/** The Postgres engine cannot store NUL, and a failure that cannot be stored would come again for ever. */
function readable(error: unknown): Error {
  const given = error instanceof Error ? error : new Error(String(error));
  if (!given.message.includes('\0') && !given.stack?.includes('\0')) return given;
  return new Error(given.message.replaceAll('\0', ''));
}

async function isWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  return Promise.race([work.then(() => true), tooLate]).finally(() => clearTimeout(timer));
}

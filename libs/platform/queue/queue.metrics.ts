import { Counter, Gauge, Histogram } from 'prom-client';
import { metrics } from '../metrics.js';
import type { Outbox } from '../outbox/outbox.js';

/** How a run of a job ended. `skipped`: there was nothing to do; `returned`: the process had to stop. */
export type JobOutcome = 'done' | 'skipped' | 'retried' | 'failed' | 'returned';

const jobsTotal = new Counter({
  name: 'kohorte_jobs_total',
  help: 'Runs of jobs by outcome: done, skipped, retried, failed for good, returned at shutdown.',
  labelNames: ['job', 'outcome'] as const,
  registers: [metrics],
});

const jobSeconds = new Histogram({
  name: 'kohorte_job_seconds',
  help: 'How long runs of jobs took.',
  labelNames: ['job'] as const,
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1_800],
  registers: [metrics],
});

/** From the recording of a fact to the handing over of what it causes. */
export const relayLag = new Histogram({
  name: 'kohorte_relay_lag_seconds',
  help: 'Time from the recording of a fact until its jobs stood in the queue.',
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 300, 3_600],
  registers: [metrics],
});

/** Notes one run of a job. */
export function observeJob(job: string, outcome: JobOutcome, milliseconds: number): void {
  jobsTotal.inc({ job, outcome });
  jobSeconds.observe({ job }, milliseconds / 1_000);
}

/** Lets Prometheus see how much is pending; asked for when it asks. */
export function reportBacklog(outbox: Outbox): void {
  metrics.removeSingleMetric('kohorte_reactions_pending');
  new Gauge({
    name: 'kohorte_reactions_pending',
    help: 'Reactions recorded and not yet done.',
    registers: [metrics],
    async collect() {
      this.set((await outbox.backlog()).count);
    },
  });
}

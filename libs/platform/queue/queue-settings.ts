import type { QueueName } from '@kohorte/contracts';
import { minutes, seconds } from '../clock.js';

/** How patient the queue is. Times are milliseconds; tests hand in shorter ones. */
export class QueueSettings {
  /** How often a job is tried, and how long it waits after the first failure; the wait doubles each time. */
  attempts = 10;
  backoff = seconds(2);
  /** How many jobs one process runs at once. */
  concurrency: Readonly<Record<QueueName, number>> = { prompt: 8, bulk: 4 };
  /** How long a job belongs to a worker that does not answer. */
  lock = seconds(20);
  /** How often jobs of dead workers are looked for; two looks are needed. */
  stalledCheck = seconds(10);
  /** How often a job may lose its worker before it counts as what kills them. */
  lostWorkers = 10;
  /** How long a job waits for its own other run. */
  standBy = seconds(5);
  /** How long running jobs may take to finish when the process is told to stop, before they are returned. */
  grace = seconds(20);
  /** How long a job that was told to stop may take to do so. */
  settle = seconds(2);
  /** How long a reaction may stay undone until it is handed over again; doubles each time, up to the limit. */
  patience = minutes(1);
  patienceLimit = minutes(60);
  /** How many reactions are handed over at once. */
  batch = 200;
  /** How often the relay looks without being woken. */
  relayEvery = seconds(1);
  /** How often it is checked that every sweep stands in the queue. */
  sweepCheck = seconds(15);
  /** How long a sweep's second is. */
  sweepSecond = seconds(1);
  /** Keys in Redis begin with it; the braces keep them on one node of a cluster. */
  prefix = '{kohorte}';
}

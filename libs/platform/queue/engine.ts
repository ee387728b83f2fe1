import type { JobsView, QueueName } from '@kohorte/contracts';
import type { Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import type { JobData } from './handlers.js';

export type JobQueue = Queue<JobData, void, string>;
export type JobWorker = Worker<JobData, void, string>;
export type JobProcessor = Processor<JobData, void, string>;
export type JobWorkerOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;

/** What BullMQ runs on. Nothing outside this folder knows which it is. */
export abstract class Engine {
  abstract readonly name: JobsView['engine'];

  /** Lays out what the engine needs, where it is missing. May be called at any time. */
  abstract prepare(): Promise<void>;

  abstract queue(name: QueueName): JobQueue;

  abstract worker(name: QueueName, process: JobProcessor, options: JobWorkerOptions): JobWorker;

  /** Closes what queues and workers share; to be called when they are closed. */
  abstract close(): Promise<void>;
}

import type { QueueName } from '@kohorte/contracts';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { log } from '../log.js';
import type { JobData } from './handlers.js';
import { Engine, type JobProcessor, type JobQueue, type JobWorker, type JobWorkerOptions } from './engine.js';

/** BullMQ on Redis through ioredis: the production engine. */
export class RedisEngine extends Engine {
  readonly name = 'redis';
  private readonly connections: Redis[] = [];
  private asking: Redis | null = null;
  private working: Redis | null = null;

  constructor(
    private readonly url: string,
    private readonly prefix: string,
  ) {
    super();
  }

  async prepare(): Promise<void> {}

  queue(name: QueueName): JobQueue {
    // Whoever asks is told at once that Redis is away: the relay tries again, a person sees an answer.
    this.asking ??= this.connect({ enableOfflineQueue: false });
    return new Queue<JobData, void, string>(name, { connection: this.asking, prefix: this.prefix });
  }

  worker(name: QueueName, process: JobProcessor, options: JobWorkerOptions): JobWorker {
    this.working ??= this.connect({});
    return new Worker<JobData, void, string>(name, process, {
      ...options,
      connection: this.working,
      prefix: this.prefix,
    });
  }

  async close(): Promise<void> {
    for (const connection of this.connections) connection.disconnect();
  }

  private connect(options: { enableOfflineQueue?: boolean }): Redis {
    const connection = new Redis(this.url, { maxRetriesPerRequest: null, ...options });
    connection.on('error', (error) => log.warn({ err: error.message }, 'redis'));
    this.connections.push(connection);
    return connection;
  }
}

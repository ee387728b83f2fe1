import type { QueueName } from '@kohorte/contracts';
import { createPostgresBackend, DEFAULT_SCHEMA, runMigrations, withBackend } from 'bullmq';
import { Pool } from 'pg';
import { seconds } from '../clock.js';
import { log } from '../log.js';
import { Engine, type JobProcessor, type JobQueue, type JobWorker, type JobWorkerOptions } from './engine.js';
import type { JobData } from './handlers.js';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** Schema, table, function that is not there; a type or table that is there although the ledger says no. */
const gone = ['3F000', '42P01', '42883'];
const halfThere = ['42710', '42P07', '42723'];

/** BullMQ on its own PostgreSQL backend, in a schema of its own: needs no second server. */
export class PostgresEngine extends Engine {
  readonly name = 'postgres';
  private readonly pool: Pool;
  private preparing: Promise<void> | null = null;

  constructor(url: string) {
    super();
    // One pool for all. Each worker keeps one connection for listening; the rest is shared.
    this.pool = new Pool({
      connectionString: url,
      max: 10,
      options: `-c search_path=${DEFAULT_SCHEMA}`,
      application_name: 'kohorte-queue',
      keepAlive: true,
      connectionTimeoutMillis: seconds(10),
      idleTimeoutMillis: seconds(30),
    });
    this.pool.on('error', (error) => log.warn({ err: error.message }, 'queue database'));
    // One that breaks while it is lent, between two statements, would otherwise end the process.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  prepare(): Promise<void> {
    this.preparing ??= this.migrate().finally(() => {
      this.preparing = null;
    });
    return this.preparing;
  }

  queue(name: QueueName): JobQueue {
    // Only the type of the backend differs, which nobody here looks at.
    return new Queue<JobData, void, string>(name, { connection: this.pool }) as unknown as JobQueue;
  }

  worker(name: QueueName, process: JobProcessor, options: JobWorkerOptions): JobWorker {
    const worker = new Worker<JobData, void, string>(name, process, {
      ...options,
      connection: this.pool,
    }) as unknown as JobWorker;
    // A queue that was wiped while workers run is laid out anew, or they would ask in vain until a restart.
    worker.on('error', (error) => {
      if (gone.includes(codeOf(error))) void this.prepare().catch(() => undefined);
    });
    return worker;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async migrate(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await runMigrations(client, DEFAULT_SCHEMA).catch(async (error: unknown) => {
        if (!halfThere.includes(codeOf(error))) throw error;
        // Emptied together with its ledger. Nothing in it is missed: what is due stands in the outbox.
        log.warn('the schema of the queue is damaged and is laid out anew');
        await client.query(`drop schema ${DEFAULT_SCHEMA} cascade`);
        await runMigrations(client, DEFAULT_SCHEMA);
      });
    } finally {
      client.release();
    }
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string } | null)?.code ?? '';
}

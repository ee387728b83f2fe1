import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, jest } from '@jest/globals';
import {
  Clock,
  Config,
  type Handlers,
  later,
  PlatformModule,
  QueueSettings,
  readConfig,
  SystemClock,
  WorkerModule,
  WorkerProcess,
  Work,
} from '@kohorte/platform';
import { Test, type TestingModule } from '@nestjs/testing';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { Relay } from '../../../libs/platform/outbox/relay.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { allHandlers } from './recording-handlers.js';

/** Patience of a test: failures and dead workers are noticed in a fraction of a second. */
export const impatient: Partial<QueueSettings> = {
  attempts: 3,
  backoff: 50,
  lock: 1_000,
  stalledCheck: 300,
  standBy: 200,
  grace: 400,
  settle: 300,
  patience: 3_000,
  relayEvery: 100,
  sweepCheck: 500,
  sweepSecond: 30,
};

type Open = () => Promise<Workshop>;

/** Tells the same stories on both engines. */
export function onBothEngines(stories: (open: Open) => void): void {
  // Nothing here takes long, but a machine that does other things as well may.
  jest.setTimeout(120_000);
  describe('on Postgres', () => stories(() => Workshop.open(null)));
  const redisUrl = process.env['TEST_REDIS_URL'];
  if (redisUrl) describe('on Redis', () => stories(() => Workshop.open(redisUrl)));
  else describe.skip('on Redis (there is none)', () => stories(() => Workshop.open(null)));
}

/** A clock that runs, but elsewhere in time. */
export class ShiftedClock extends Clock {
  shift = 0;
  private readonly system = new SystemClock();

  now(): Date {
    return later(this.system.now(), this.shift);
  }
}

/** A database, an engine, and workers on them. */
export class Workshop {
  readonly clock = new ShiftedClock();
  private readonly modules: TestingModule[] = [];
  private readonly children: ChildProcess[] = [];
  private desk: TestingModule;

  private constructor(
    readonly config: Config,
    readonly settings: QueueSettings,
    readonly pool: Pool,
    private readonly database: FreshDatabase,
  ) {}

  static async open(redisUrl: string | null): Promise<Workshop> {
    const database = await freshDatabase();
    const config = readConfig({ DATABASE_URL: database.url, DATABASE_POOL: '8', REDIS_URL: redisUrl ?? undefined });
    // A prefix of its own: the Redis may be somebody's, and other specs run at the same time.
    const prefix = `{spec-${randomBytes(6).toString('hex')}}`;
    const settings = Object.assign(new QueueSettings(), impatient, { prefix });
    const workshop = new Workshop(config, settings, new Pool({ connectionString: database.url }), database);
    // Dropping the database ends connections that are about to end by themselves.
    workshop.pool.on('error', () => undefined);
    await workshop.pool.query(`
      create table run (id int generated always as identity, job text, fact_id uuid, pid int,
        began_at timestamptz default clock_timestamp(), ended_at timestamptz);
      create table effect (job text, fact_id uuid, primary key (job, fact_id))`);
    workshop.desk = await workshop.module();
    return workshop;
  }

  /** A service from a process that runs no jobs. */
  get<T>(service: (abstract new (...args: never[]) => T) | (new (...args: never[]) => T)): T {
    return this.desk.get(service as never);
  }

  /** A worker in this process, not yet started. */
  async module(): Promise<TestingModule> {
    const module = await Test.createTestingModule({
      imports: [PlatformModule.with({ config: this.config, clock: this.clock }), WorkerModule],
    })
      .overrideProvider(QueueSettings)
      .useValue(this.settings)
      .compile();
    await module.init();
    this.modules.push(module);
    return module;
  }

  /** A running worker in this process. */
  async worker(handlers: Handlers): Promise<WorkerProcess> {
    const worker = (await this.module()).get(WorkerProcess);
    await worker.start(handlers);
    return worker;
  }

  /** A running worker in a process of its own, that keeps a record in `run` and `effect`. */
  async child(more: Record<string, string> = {}): Promise<ChildProcess> {
    const child = fork(new URL('./worker-child.mjs', import.meta.url).pathname, {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        DATABASE_URL: this.config.databaseUrl,
        DATABASE_POOL: '8',
        REDIS_URL: this.config.redisUrl ?? '',
        SETTINGS: JSON.stringify(this.settings),
        JOB_MILLISECONDS: '100',
        ...more,
      },
    });
    this.children.push(child);
    const isStarted = await Promise.race([
      once(child, 'message').then(() => true),
      once(child, 'exit').then(() => false),
    ]);
    if (!isStarted && child.signalCode === null) throw new Error('The worker process did not start.');
    return child;
  }

  /** Handlers that keep a record in `run` and `effect`, as those of a child do. */
  recording(milliseconds: number): Handlers {
    return allHandlers(async (job, { factId }) => {
      if (factId === null) return;
      const run = `insert into run (job, fact_id, pid) values ($1, $2, $3) returning id`;
      const { rows } = await this.pool.query<{ id: number }>(run, [job, factId, process.pid]);
      await sleep(milliseconds);
      await this.pool.query(`insert into effect (job, fact_id) values ($1, $2) on conflict do nothing`, [job, factId]);
      await this.pool.query(`update run set ended_at = clock_timestamp() where id = $1`, [rows[0]!.id]);
    });
  }

  /** Records that so many seats were offered: one job each. */
  async offer(count: number): Promise<void> {
    const work = this.get(Work);
    await work.run(async ({ ids, record }) => {
      const cohortId = ids.next();
      for (let n = 0; n < count; n += 1) record('cohorts.seat-offered', { cohortId, enrolmentId: ids.next() });
    });
  }

  /** Records that a module was released: one prompt job and one for bulk. */
  async release(): Promise<void> {
    await this.get(Work).run(async ({ ids, record }) => {
      record('cohorts.module-released', { cohortId: ids.next(), moduleId: ids.next(), releaseId: ids.next() });
    });
  }

  /** Hands what is due to the queue, as the relay of a worker that runs no jobs. */
  async handOver(): Promise<void> {
    await this.get(Relay).handDue();
  }

  /** How many rows there are. */
  async count(statement: string): Promise<number> {
    const { rows } = await this.pool.query<{ count: string }>(`select count(*) from ${statement}`);
    return Number(rows[0]!.count);
  }

  /** Waits until nothing is pending. */
  async settled(milliseconds = 60_000): Promise<void> {
    await until(async () => (await this.count('reaction where done_at is null')) === 0, milliseconds);
  }

  /** Takes everything out of the queue, behind everybody's back. */
  async wipe(): Promise<void> {
    if (this.config.redisUrl) {
      const redis = new Redis(this.config.redisUrl);
      const keys = await redis.keys(`${this.settings.prefix}*`);
      if (keys.length > 0) await redis.del(...keys);
      redis.disconnect();
    } else await this.insist('drop schema bullmq cascade');
  }

  /** Runs a statement that may meet others in a deadlock. */
  async insist(statement: string): Promise<void> {
    await until(() =>
      this.pool.query(statement).then(
        () => true,
        (error: { code?: string }) => {
          if (error.code === '40P01') return false;
          throw error;
        },
      ),
    );
  }

  async close(): Promise<void> {
    for (const child of this.children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await Promise.all(this.modules.map((module) => module.close()));
    if (this.config.redisUrl) await this.wipe();
    await this.pool.end();
    await this.database.drop();
  }
}

/** Waits until something holds. */
export async function until(holds: () => Promise<boolean> | boolean, milliseconds = 60_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It did not come about within ${milliseconds} ms: ${String(holds)}`);
    await sleep(25);
  }
}

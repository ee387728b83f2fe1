import { randomBytes } from 'node:crypto';
import { fork, spawn } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, openCluster, stopProcess } from '../scripts/lib/processes.mjs';
import { at } from '../scripts/lib/root.mjs';
import { Sentence } from '../scripts/lib/say.mjs';
import { makeTemplate } from '../scripts/lib/test-services.mjs';
import { seed } from './seed.mjs';

/**
 * As durable as in production (fsync, synchronous commits and full-page writes are on), and with memory for all data,
 * as a database server has. Housekeeping comes between the rounds, not in them: both sides would meet it at odds.
 */
const settings = {
  shared_buffers: '768MB',
  max_wal_size: '8GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
};

/** How many connections to Postgres the API and the bare server have: the product's default. */
export const pool = 20;

/** Everything the measurements run on: a throw-away PostgreSQL with a seeded company, and the product built. */
export class House {
  #cluster;
  #dir;
  #closing = [];
  #app = null;
  #inject = null;
  #apis = [];
  #worker = null;

  /** A connection of the superuser, for the limits and for what comes between the rounds. */
  sql;
  databaseUrl;
  /** @type {import('./seed.mjs').Company} */
  company;

  /** @param {{ withCrowd: boolean, signal: AbortSignal }} options */
  static async open({ withCrowd, signal }) {
    const house = new House();
    house.#dir = await mkdtemp(join(tmpdir(), 'kohorte-bench-'));
    try {
      const dir = join(house.#dir, 'postgres');
      house.#cluster = await openCluster({
        dir,
        password: randomBytes(12).toString('hex'),
        isThrowaway: true,
        settings,
      });
      signal.throwIfAborted();
      await makeTemplate(house.#cluster.url);
      const url = new URL(house.#cluster.url);
      url.pathname = '/kohorte_template';
      house.databaseUrl = url.href;
      house.#environ();
      const { default: pg } = await import('pg');
      house.sql = new pg.Client({ connectionString: house.databaseUrl });
      house.sql.on('error', () => {});
      await house.sql.connect();
      signal.throwIfAborted();
      house.company = await seed(house.sql, { withCrowd });
      signal.throwIfAborted();
      return house;
    } catch (error) {
      await house.close();
      throw error;
    }
  }

  /**
   * A table like one of the product's, with its keys, indexes, checks and foreign keys, but without its triggers.
   * @returns its name
   */
  async twinOf(table) {
    const twin = `bare_${table}`;
    await this.sql.query(`create table ${twin} (like ${table} including all)`);
    const { rows } = await this.sql.query(
      `select pg_get_constraintdef(oid) as key from pg_constraint where conrelid = $1::regclass and contype = 'f'`,
      [table],
    );
    for (const { key } of rows) await this.sql.query(`alter table ${twin} add ${key}`);
    return twin;
  }

  /** The product in this process, as the worker has it. */
  async app() {
    if (this.#app) return this.#app;
    const [{ createWorker }, { readConfig }] = await Promise.all([
      this.part('apps/worker/create-worker.js'),
      this.part('libs/platform/index.js'),
    ]);
    this.#app = await createWorker({ config: readConfig(process.env) });
    this.#closing.push(() => this.#app.close());
    return this.#app;
  }

  /** The product's handlers of jobs. */
  async handlers() {
    const { handlersOf } = await this.part('apps/handlers.js');
    return handlersOf(await this.app());
  }

  /** The API in this process, to be asked without a socket, or by its services. */
  async inject() {
    if (this.#inject) return this.#inject;
    const [{ createApi }, { readConfig }] = await Promise.all([
      this.part('apps/api/create-api.js'),
      this.part('libs/platform/index.js'),
    ]);
    this.#inject = await createApi({ config: readConfig(process.env) });
    this.#closing.push(() => this.#inject.close());
    return this.#inject;
  }

  /** The address of the API as a process of its own, started as in production, logs and all. */
  async api() {
    return (await this.apis(1))[0];
  }

  /** So many processes of the API. */
  async apis(count) {
    while (this.#apis.length < count) {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const child = await this.#start('apps/api/main.js', {
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: url,
        WEB_DIR: at('dist/web'),
      });
      await this.#answering(`${url}/api/health/ready`, child);
      this.#apis.push({ port, url, pid: child.pid });
    }
    return this.#apis.slice(0, count);
  }

  /** The worker as a process of its own. It runs sweeps and jobs from then on, so that only figures about it want it. */
  async worker() {
    const port = await freePort();
    this.#worker ??= await this.#start('apps/worker/main.js', { METRICS_PORT: String(port) });
    return this.#worker;
  }

  async stopWorker() {
    if (!this.#worker) return;
    await stopProcess(this.#worker.pid);
    this.#worker = null;
  }

  /** Starts one of the programs of this folder as a process of its own; gives the way to ask it. */
  async helper(name, ...args) {
    const child = fork(at('bench', name), args, { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#mind(child);
    return (message) =>
      new Promise((done, fail) => {
        const ended = () => fail(new Sentence(`bench/${name} ended.`));
        child.once('exit', ended);
        child.once('message', (answer) => {
          child.off('exit', ended);
          if (answer.failed) fail(new Sentence(`bench/${name}: ${answer.failed}`));
          else done(answer);
        });
        child.send(message);
      });
  }

  /** A compiled file of the product. */
  part(path) {
    return import(pathToFileURL(at('dist', path)).href);
  }

  async close() {
    for (const close of this.#closing.reverse()) await close().catch(() => {});
    await this.sql?.end().catch(() => {});
    await this.#cluster?.stop();
    await rm(this.#dir, { recursive: true, force: true, maxRetries: 5 });
  }

  #settings() {
    return {
      NODE_ENV: 'production',
      DATABASE_URL: this.databaseUrl,
      DATABASE_POOL: String(pool),
      DATA_DIR: join(this.#dir, 'data'),
      REDIS_URL: '',
      SMTP_URL: '',
      RATE_LIMIT_FACTOR: '100000',
    };
  }

  /** What the product reads when it is loaded into this process; its logger reads it at once. */
  #environ() {
    Object.assign(process.env, this.#settings(), { LOG_LEVEL: 'silent' });
  }

  /** A process of the product, logging into a file as it would to its supervisor. */
  async #start(program, settings) {
    const log = await open(join(this.#dir, 'house.log'), 'a');
    const collects = ['--expose-gc', '--import', pathToFileURL(at('bench/collects.mjs')).href];
    const child = spawn(process.execPath, [...collects, at('dist', program)], {
      cwd: at(),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...process.env, ...this.#settings(), LOG_LEVEL: 'info', ...settings },
    });
    await log.close();
    this.#mind(child);
    return child;
  }

  #mind(child) {
    this.#cluster.mind(child.pid);
    this.#closing.push(async () => {
      if (child.exitCode === null && child.signalCode === null) await stopProcess(child.pid);
      this.#cluster.forget(child.pid);
    });
  }

  async #answering(url, child) {
    for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
      const answer = await fetch(url).catch(() => null);
      if (answer?.ok) return;
      await sleep(100);
    }
    throw new Sentence('The API did not start.');
  }
}

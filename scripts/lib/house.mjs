import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setUp, startProgram } from './children.mjs';
import { claimDataDir, databaseKeys, keepDatabaseKeys } from './data-dir.mjs';
import { openCluster } from './processes.mjs';
import { say, Sentence, since } from './say.mjs';

const patience = 60_000;

/** @throws {Sentence} when something else listens on the port */
export async function refusePortInUse(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Sentence(`PORT must be a whole number from 1 to 65535, not "${process.env.PORT}".`);
  for (const host of ['0.0.0.0', '127.0.0.1', '::1']) {
    const code = await new Promise((done) => {
      const probe = createServer();
      probe.once('error', (error) => done(error.code));
      probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(null)));
    });
    if (code === 'EADDRINUSE')
      throw new Sentence(`Port ${port} is in use; stop what uses it, or choose another one, such as PORT=${port + 1}.`);
    if (code === 'EACCES') throw new Sentence(`Port ${port} may not be used by this account; choose one above 1023.`);
  }
}

/**
 * Everything that runs on one machine: a data folder, PostgreSQL unless DATABASE_URL names one, API and worker.
 * What was opened is closed in the opposite order, PostgreSQL last.
 */
export class House {
  #signal;
  #env;
  #dataDir = null;
  #cluster = null;
  #programs = new Map();
  #isClosing = false;
  #reportTrouble;

  /** Rejects with a `Sentence` when a part ends that should not. */
  trouble = new Promise((_, fail) => (this.#reportTrouble = fail));

  /** @param {AbortSignal} signal what interrupts the opening  @param env what API, worker and setup are told */
  constructor(signal, env) {
    this.#signal = signal;
    this.#env = env;
    this.trouble.catch(() => {});
  }

  get logs() {
    return join(this.#dataDir.path, 'logs');
  }

  async openDatabase() {
    this.#dataDir = await claimDataDir(process.env.DATA_DIR || './data');
    this.#env = { ...this.#env, DATA_DIR: this.#dataDir.path };
    this.#signal.throwIfAborted();
    if (process.env.DATABASE_URL) return;
    const keys = await databaseKeys(this.#dataDir.path);
    const dir = join(this.#dataDir.path, 'postgres');
    this.#cluster = await openCluster({ dir, ...keys, logFile: join(this.logs, 'postgres.log') });
    if (this.#cluster.port !== keys.port)
      await keepDatabaseKeys(this.#dataDir.path, { ...keys, port: this.#cluster.port });
    void this.#cluster.gone.then(() => this.#troubled('PostgreSQL', join(this.logs, 'postgres.log')));
    this.#env.DATABASE_URL = await databaseNamed('kohorte', this.#cluster.url);
    this.#signal.throwIfAborted();
  }

  /** Runs a command of `setup`. */
  setUp(command) {
    const { logs } = this;
    return setUp(command, { env: this.#env, logs, ...this.#minder }, this.#signal);
  }

  async startPrograms(port) {
    for (const name of ['api', 'worker']) {
      const program = startProgram(name, { env: this.#env, logs: this.logs });
      this.#programs.set(name, program);
      this.#minder.mind(program.pid);
      void program.ended.then(({ code, signal }) => {
        this.#minder.forget(program.pid);
        if (this.#programs.get(name) === program)
          this.#troubled(`The ${name}`, join(this.logs, `${name}.log`), code ?? signal);
      });
    }
    await Promise.race([this.#ready(port), this.trouble]);
  }

  async stopPrograms() {
    const programs = [...this.#programs.values()];
    this.#programs.clear();
    await Promise.all(programs.map((program) => program.stop()));
  }

  async close() {
    this.#isClosing = true;
    await this.stopPrograms();
    await this.#cluster?.stop();
    await this.#dataDir?.release();
  }

  async #ready(port) {
    const from = performance.now();
    while (performance.now() - from < patience) {
      this.#signal.throwIfAborted();
      const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => null);
      if (answer?.ok) return;
      await sleep(100);
    }
    throw new Sentence(`Kohorte was not ready within ${patience / 1000} s; its logs are in ${this.logs}.`);
  }

  #troubled(what, log, how) {
    if (this.#isClosing) return;
    const ending = how === undefined ? '' : ` (${how})`;
    this.#reportTrouble(new Sentence(`${what} ended unexpectedly${ending}; its log is ${log}. Stopping the rest.`));
  }

  get #minder() {
    return { mind: (pid) => this.#cluster?.mind(pid), forget: (pid) => this.#cluster?.forget(pid) };
  }
}

async function databaseNamed(name, adminUrl) {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await admin.query(`create database ${admin.escapeIdentifier(name)}`);
  } finally {
    await admin.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Migrates, and fills an empty database: with the demo company, or for DEMO=false with nothing but a way in. */
export async function furnish(house) {
  const from = performance.now();
  await house.setUp('migrate');
  if (process.env.DEMO === 'false') return house.setUp('first-admin');
  const answer = await house.setUp('seed-demo');
  if (answer?.seeded) say(`Filled in the demo company in ${since(from)}.`);
  return answer;
}

/** Says where Kohorte is, and who may sign in. */
export function welcome(address, answer) {
  say(`\n  Kohorte runs at ${address}\n`);
  const accounts = answer?.accounts ?? [];
  if (accounts.length > 0) {
    const wide = (key) => Math.max(...accounts.map((account) => String(account[key]).length));
    say('  Demo accounts (e-mail, password):');
    for (const { role, email, password } of accounts)
      say(`    ${role.padEnd(wide('role'))}   ${email.padEnd(wide('email'))}   ${password}`);
    say();
  }
  if (answer?.url) say(`  There is nobody yet. The first admin starts here, once:\n    ${answer.url}\n`);
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, openCluster, stopProcess } from './processes.mjs';
import { at } from './root.mjs';
import { Sentence } from './say.mjs';

/** A throw-away PostgreSQL: fast, since nothing in it has to outlive a power cut. */
export async function openTestCluster() {
  return openCluster({
    dir: await mkdtemp(join(tmpdir(), 'kohorte-test-')),
    password: randomBytes(12).toString('hex'),
    isThrowaway: true,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      wal_level: 'minimal',
      max_wal_senders: '0',
      shared_buffers: '256MB',
      max_connections: '400',
    },
  });
}

/** Migrates the database that `freshDatabase` clones. */
export async function makeTemplate(adminUrl) {
  const { default: pg } = await import('pg');
  const { DataSource } = await import('typeorm');
  const { migrations } = await import(pathToFileURL(at('dist/migrations/index.js')).href);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('create database kohorte_template');
    const url = new URL(adminUrl);
    url.pathname = '/kohorte_template';
    const source = new DataSource({ type: 'postgres', url: url.href, migrations, migrationsTableName: 'migration' });
    try {
      await source.initialize();
      await source.runMigrations({ transaction: 'each' });
    } catch (error) {
      throw new Sentence(`The migrations fail: ${error.message}\n${error.query ?? error.stack}`);
    } finally {
      if (source.isInitialized) await source.destroy();
    }
  } finally {
    await admin.end();
  }
}

/**
 * The Redis of `REDIS_URL`, or a private one where `redis-server` is on the path, or null.
 * @param mind told the process to end should this one be killed
 */
export async function openTestRedis(mind) {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} };
  const program = onPath('redis-server');
  if (!program) return null;
  const dir = await mkdtemp(join(tmpdir(), 'kohorte-redis-'));
  const port = await freePort();
  const args = ['--port', port, '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction']; // prettier-ignore
  const child = spawn(program, args.map(String), { stdio: 'ignore', detached: true });
  child.once('error', () => {});
  if (child.pid) mind(child.pid);
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries >= 100 || child.exitCode !== null) throw new Sentence(`${program} did not start.`);
    await sleep(50);
  }
  const stop = async () => {
    await stopProcess(child.pid, 5_000);
    await rm(dir, { recursive: true, force: true });
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}

/** The Chromium of `CHROMIUM`, or of the system, or null. None is ever downloaded. */
export function findChromium() {
  const usual = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const found = process.env.CHROMIUM ? [process.env.CHROMIUM] : [...names.map(onPath), ...usual];
  return found.find((path) => path && isExecutable(path)) ?? null;
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin');
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (is) => {
      socket.destroy();
      done(is);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

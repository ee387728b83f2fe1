import { fork } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { at } from './root.mjs';
import { Sentence } from './say.mjs';

/** Aborted by Ctrl-C, SIGTERM, or the terminal going away; npm and the terminal may both say it, which is one. */
export function stopSignal() {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => controller.abort());
  // Told to end, npm ends the shell between it and us, and nobody passes it on.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && controller.abort(), 500).unref();
  return controller.signal;
}

/** Resolves once the signal has come, also where it came before anybody asked. */
export function aborted(signal) {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
}

/** Whether a process with this number runs (also when it is another user's). */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Asks a process to end, waits, and ends it after `patience` milliseconds. */
export async function stopProcess(pid, patience = 20_000) {
  const signal = (name) => {
    try {
      process.kill(pid, name);
    } catch {
      // It is gone already.
    }
  };
  signal('SIGTERM');
  for (let waited = 0; waited < patience && isAlive(pid); waited += 50) await sleep(50);
  if (isAlive(pid)) signal('SIGKILL');
}

/** A free loopback port: `wish` if it is free, otherwise one the system picks. */
export function freePort(wish = 0) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => (wish === 0 ? fail(error) : freePort(0).then(done, fail)));
    probe.listen({ port: wish, host: '127.0.0.1', exclusive: true }, () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/**
 * Starts an embedded PostgreSQL in a keeper process.
 * @param {{ dir: string, password: string, port?: number, settings?: Record<string, string>, isThrowaway?: boolean,
 *   logFile?: string }} options
 * @returns {Promise<{ url: string, port: number, mind: (pid: number) => void, forget: (pid: number) => void,
 *   gone: Promise<void>, stop: () => Promise<void> }>} `url` is the administrator's, of the database `postgres`
 */
export async function openCluster(options) {
  const keeper = fork(at('scripts/lib/cluster-keeper.mjs'), {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise((done) => keeper.once('exit', () => done()));
  const tell = (message) => keeper.connected && keeper.send(message, () => {});
  const answer = new Promise((done) => {
    keeper.once('message', done);
    keeper.once('exit', () => done({ failed: 'PostgreSQL did not start.' }));
  });
  tell({ start: { port: 0, ...options } });
  const stop = async () => {
    tell({ stop: true });
    await gone;
  };
  const { failed, url, port } = await answer;
  if (failed) {
    await stop();
    throw new Sentence(failed);
  }
  return { url, port, gone, stop, mind: (pid) => tell({ mind: pid }), forget: (pid) => tell({ forget: pid }) };
}

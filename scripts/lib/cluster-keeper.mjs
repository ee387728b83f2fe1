/**
 * Keeps one PostgreSQL for the process that forked it, in a process group of its own: Ctrl-C does not reach it, and
 * if its parent vanishes (kill -9), it stops first the processes it was told to mind and then PostgreSQL.
 */
import { appendFile, rm } from 'node:fs/promises';
import { startCluster } from './cluster.mjs';
import { stopProcess } from './processes.mjs';
import { Sentence } from './say.mjs';

let cluster = null;
let stopping = null;
let throwaway = null;
const minded = new Set();

const stop = () =>
  (stopping ??= (async () => {
    await Promise.all([...minded].map((pid) => stopProcess(pid)));
    await cluster?.stop();
    if (throwaway) await rm(throwaway, { recursive: true, force: true, maxRetries: 5 });
    process.exit(0);
  })());

for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
process.on('SIGTERM', () => void stop());
process.on('disconnect', () => void stop());
process.on('message', async (message) => {
  if (message.mind) minded.add(message.mind);
  if (message.forget) minded.delete(message.forget);
  if (message.stop) {
    minded.clear();
    await stop();
  }
  if (message.start) await start(message.start);
});

async function start(options) {
  if (options.isThrowaway) throwaway = options.dir;
  const log = (text) => options.logFile && void appendFile(options.logFile, text).catch(() => {});
  try {
    cluster = await startCluster({ ...options, log });
    void cluster.gone.then(() => !stopping && process.exit(1));
    process.send({ port: cluster.port, url: cluster.url('postgres') });
  } catch (error) {
    process.send({ failed: error instanceof Sentence ? error.message : String(error?.stack ?? error) });
  }
}

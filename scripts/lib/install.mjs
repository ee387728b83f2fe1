import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { at, root } from './root.mjs';
import { say, Sentence, since } from './say.mjs';

/** @throws {Sentence} when this Node is too old for Kohorte */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Sentence(`Kohorte needs Node 20.19 or newer (24 LTS is best), and this is Node ${version}.`);
}

/** Runs `npm ci` where `node_modules` is not what the lock file says. */
export async function installIfNeeded() {
  if (await isInstalled()) return;
  say('Installing packages (npm ci), about a minute the first time …');
  const from = performance.now();
  const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output))
      throw new Sentence('The packages could not be fetched: the npm registry is not reachable from here.');
    if (/EACCES|EROFS|EPERM/.test(output))
      throw new Sentence(`The packages could not be installed: ${root} may not be written to.`);
    throw new Sentence(`npm ci failed:\n\n${output.trim()}`);
  }
  say(`Installed in ${since(from)}.`);
}

/** Compares what npm noted in `node_modules` with the lock file; optional packages may be missing,
 * and what is there in excess does no harm. */
async function isInstalled() {
  const read = async (name) => JSON.parse(await readFile(at(name), 'utf8')).packages;
  const wanted = await read('package-lock.json');
  const there = await read('node_modules/.package-lock.json').catch(() => null);
  if (there === null) return false;
  const same = (name) => there[name]?.version === wanted[name]?.version;
  const mayMiss = (name) => wanted[name].optional || wanted[name].devOptional;
  return Object.keys(wanted).every((name) => name === '' || same(name) || (mayMiss(name) && !there[name]));
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const [program, ...rest] = cli?.endsWith('.js') ? [process.execPath, cli, ...args] : ['npm', ...args];
  // The answer is awaited with signals reaching npm itself: it is in the terminal's own group.
  const child = spawn(program, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

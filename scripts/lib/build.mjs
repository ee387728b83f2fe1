import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { at, root } from './root.mjs';
import { say, Sentence } from './say.mjs';

const serverFolders = ['apps', 'libs', 'migrations'];
const assets = /\.(md|json|sql|css|txt|html|svg|png|jpg|webp|wasm|imscc)$/;
const webSources = ['apps/web', 'libs/contracts', 'libs/rules', 'package-lock.json'];
const dist = at('dist');
const webNote = join(dist, '.web');

/** The same settings as the tests' (jest.config.mjs), plus aliases turned into relative paths. */
const swcSettings = {
  swcrc: false,
  configFile: false,
  cwd: root,
  sourceMaps: true,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
    baseUrl: root,
    // `.js`, so that a lib that is not there yet when this file is compiled gives the same output.
    paths: { '@kohorte/*': ['libs/*/index.js'] },
  },
  module: { type: 'nodenext', resolveFully: true },
};

/** Builds what is stale, server and web, and says so where it takes a while. */
export async function buildAll() {
  await buildServer();
  if (!(await isWebStale())) return;
  say('Building the web app …');
  await buildWeb();
}

/**
 * Compiles what changed in the server's folders into `dist`, and copies what is not code beside it. An output
 * bears the time of its source: equal times mean that it is fresh, so that two builds at once do no harm.
 * @returns how many files were written or removed
 * @throws {Sentence} with the place of every syntax error
 */
export async function buildServer() {
  await dropOtherSettings();
  const found = await Promise.all(serverFolders.map((folder) => filesUnder(at(folder))));
  const files = found.flat().map(fileOfServer).filter(Boolean);
  const stale = (await Promise.all(files.map(async (file) => !(await isFresh(file)) && file))).filter(Boolean);
  const errors = [];
  if (stale.length > 0) {
    const { transform } = await import('@swc/core');
    const write = (file) => (file.isCode ? compile(transform, file) : copy(file));
    const note = (file) => (error) => errors.push(`${file.name}: ${placeOf(error)}`);
    await Promise.all(stale.map((file) => write(file).catch(note(file))));
  }
  const removed = await dropStrays(new Set(files.flatMap(({ output }) => [output, `${output}.map`])));
  if (errors.length > 0) throw new Sentence(`The server does not compile.\n\n${errors.join('\n\n')}`);
  return stale.length + removed;
}

/** The compiler shows the line; how it came to find it is its own affair. */
const placeOf = (error) =>
  String(error.message ?? error)
    .split('\n\nCaused by:')[0]
    .trim();

/** What becomes of a source: null if it has no place in `dist`. */
function fileOfServer({ path, mtime }) {
  const name = relative(root, path);
  if (name.startsWith(join('apps', 'web') + sep) || name.endsWith('.spec.ts')) return null;
  const isCode = name.endsWith('.ts') && !name.endsWith('.d.ts');
  if (!isCode && !assets.test(name)) return null;
  return { path, name, mtime, isCode, output: join(dist, isCode ? name.replace(/\.ts$/, '.js') : name) };
}

async function isFresh({ output, mtime }) {
  const there = await stat(output).catch(() => null);
  return there?.mtime.getTime() === mtime.getTime();
}

async function dropStrays(wanted) {
  let removed = 0;
  for (const folder of serverFolders)
    for (const { path } of await filesUnder(join(dist, folder)))
      if (!wanted.has(path) && !path.endsWith('.tmp')) {
        await rm(path, { force: true });
        removed += 1;
      }
  return removed;
}

const copy = ({ path, output, mtime }) => place(output, mtime, (to) => copyFile(path, to));

async function compile(transform, { path, name, output, mtime }) {
  const { code, map } = await transform(await readFile(path, 'utf8'), { ...swcSettings, filename: path });
  const mapping = JSON.parse(map);
  mapping.sources = [relative(dirname(output), path).split(sep).join('/')];
  delete mapping.sourcesContent;
  const mapName = `${name.slice(name.lastIndexOf(sep) + 1).replace(/\.ts$/, '.js')}.map`;
  await place(`${output}.map`, mtime, (to) => writeFile(to, JSON.stringify(mapping)));
  await place(output, mtime, (to) => writeFile(to, `${code}//# sourceMappingURL=${mapName}\n`));
}

/** Writes beside and renames, so that nobody reads half a file. */
async function place(output, mtime, write) {
  const beside = `${output}.${process.pid}.tmp`;
  await mkdir(dirname(output), { recursive: true });
  await write(beside);
  await utimes(beside, mtime, mtime);
  await rename(beside, output);
}

/** Starts afresh when the compiler or its settings are not those that made `dist`. */
async function dropOtherSettings() {
  const hash = createHash('sha256');
  hash.update(await readFile(at('scripts/lib/build.mjs')));
  hash.update(await readFile(at('node_modules/@swc/core/package.json')).catch(() => ''));
  const print = hash.digest('hex');
  const note = join(dist, '.settings');
  if ((await readFile(note, 'utf8').catch(() => '')) === print) return;
  for (const folder of serverFolders) await rm(join(dist, folder), { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await writeFile(note, print);
}

/** Whether a file that the web app is made of changed since it was built. */
async function isWebStale() {
  if (!(await exists(at('apps/web/vite.config.ts')))) return false;
  const was = await readFile(webNote, 'utf8').catch(() => '');
  return was !== (await fingerprint(webSources)) || !(await exists(at('dist/web/index.html')));
}

/**
 * Builds the web app with Vite into `dist/web` if it is stale.
 * @returns whether it was
 */
export async function buildWeb() {
  if (!(await isWebStale())) return false;
  const print = await fingerprint(webSources);
  const { code, output } = await vite(['build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn']);
  if (code !== 0) throw new Sentence(`The web app does not build.\n\n${output.trim()}`);
  await writeFile(webNote, print);
  return true;
}

/** In a process of its own, whose memory is given back, and which draws nothing at the terminal. */
function vite(args) {
  const child = spawn(process.execPath, [at('node_modules/vite/bin/vite.js'), ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code, output }));
  });
}

/** A hash over names, sizes and times: enough to see a change, without reading what did not. */
async function fingerprint(names) {
  const hash = createHash('sha256');
  for (const name of names) {
    const info = await stat(at(name)).catch(() => null);
    const files = info?.isFile() ? [{ path: at(name), ...sizeAndTime(info) }] : await filesUnder(at(name));
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path, size, mtime } of files)
      if (!/\.spec\.tsx?$/.test(path)) hash.update(`${relative(root, path)} ${size} ${mtime.getTime()}\n`);
  }
  return hash.digest('hex');
}

async function filesUnder(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const found = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const info = await stat(path).catch(() => null);
      return info && { path, ...sizeAndTime(info) };
    });
  return (await Promise.all(found)).filter(Boolean);
}

const sizeAndTime = ({ size, mtime }) => ({ size, mtime });

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

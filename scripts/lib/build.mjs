import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { at, root } from './root.mjs';
import { Sentence } from './say.mjs';

const serverFolders = ['apps/api', 'apps/worker', 'apps/setup', 'libs', 'migrations'];
const assets = /\.(md|json|sql|css|txt|html|svg|png|jpg|webp|wasm|imscc)$/;
const webSources = ['apps/web', 'libs/contracts', 'libs/rules', 'package-lock.json'];
const dist = at('dist');

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

/**
 * Compiles what changed in the server's folders into `dist`, and copies what is not code beside it. An output
 * bears the time of its source: equal times mean that it is fresh, so that two builds at once do no harm.
 * @returns how many files were written or removed
 * @throws {Sentence} with the place of every syntax error
 */
export async function buildServer() {
  await dropOtherSettings();
  const sources = (await Promise.all(serverFolders.map((folder) => filesUnder(at(folder))))).flat();
  const wanted = new Set();
  const stale = [];
  for (const { path, mtime } of sources) {
    const name = relative(root, path);
    const isCode = /\.ts$/.test(name) && !/\.d\.ts$/.test(name);
    if (/\.spec\.ts$/.test(name) || (!isCode && !assets.test(name))) continue;
    const output = join(dist, isCode ? name.replace(/\.ts$/, '.js') : name);
    wanted.add(output);
    if (isCode) wanted.add(`${output}.map`);
    stale.push(stat(output).then((s) => s.mtime.getTime() !== mtime.getTime(), () => true).then((is) => is && { path, name, output, mtime, isCode })); // prettier-ignore
  }
  const jobs = (await Promise.all(stale)).filter(Boolean);
  const errors = [];
  if (jobs.length > 0) {
    const { transform } = await import('@swc/core');
    await Promise.all(
      jobs.map((job) => (job.isCode ? compile(transform, job) : place(job.output, job.mtime, (to) => copyFile(job.path, to))).catch((error) => errors.push(`${job.name}: ${String(error.message ?? error).trim()}`))), // prettier-ignore
    );
  }
  let removed = 0;
  for (const folder of serverFolders)
    for (const { path } of await filesUnder(join(dist, folder)))
      if (!wanted.has(path) && !path.endsWith('.tmp')) {
        await rm(path, { force: true });
        removed += 1;
      }
  if (errors.length > 0) throw new Sentence(`The server does not compile.\n\n${errors.join('\n\n')}`);
  return jobs.length + removed;
}

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

/**
 * Builds the web app with Vite into `dist/web` when a file it is made of changed.
 * @returns whether it was built
 */
export async function buildWeb() {
  if (!(await exists(at('apps/web/vite.config.ts')))) return false;
  const print = await fingerprint(webSources);
  const note = join(dist, '.web');
  const isFresh = (await readFile(note, 'utf8').catch(() => '')) === print && (await exists(at('dist/web/index.html')));
  if (isFresh) return false;
  const { build } = await import('vite');
  await build({
    configFile: at('apps/web/vite.config.ts'),
    root: at('apps/web'),
    logLevel: 'warn',
    mode: 'production',
  });
  await writeFile(note, print);
  return true;
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

import { Archive } from './archive.js';
import type { CartridgeCourse, CartridgeItem } from './cartridge-course.js';
import { CartridgeProblem } from './cartridge-problem.js';
import { Contents } from './contents.js';
import { type KeepFile, KeptFiles } from './kept-files.js';
import { type Limits, usualLimits } from './limits.js';
import { type Manifest, readManifest } from './manifest.js';
import { outlineOf } from './outline.js';
import { wordsOf } from './page-html.js';
import { readModules } from './read-modules.js';
import { readResource } from './read-resource.js';
import { reportOf } from './report.js';
import { oneLine, whole } from './text.js';
import { parseXml } from './xml.js';

export interface ReadingOptions {
  keep: KeepFile;
  /** In percent: `total` is 100, and `done` only grows. */
  onProgress?: (done: number, total: number) => void;
  limits?: Partial<Limits>;
  /** What the file was called, for a cartridge that does not tell its title. */
  fileName?: string;
}

/**
 * Reads an IMS Common Cartridge (1.0 to 1.3, thin ones, Canvas exports; also zipped again as a folder). Everything is
 * unpacked and checked once before the first file is kept. If it throws then, the caller discards what was kept.
 * @throws {CartridgeProblem} for anything that is the file's fault; errors of `keep` as they are
 */
export async function readCartridge(path: string, options: ReadingOptions): Promise<CartridgeCourse> {
  const limits = { ...usualLimits, ...options.limits };
  const progress = percentOf(options.onProgress);
  const archive = await Archive.open(path, limits);
  try {
    const root = rootOf(archive);
    const manifest = await manifestIn(archive, root, limits);
    await archive.verify((share) => progress(40 * share));

    const files = new KeptFiles(archive);
    const contents = new Contents(archive, root, files, limits);
    const title = titleOf(manifest, options.fileName);
    const { modules, lines } = await readModules(outlineOf(manifest, title), {
      limits,
      read: async ({ resourceId }) => {
        const reading = await readResource(resourceId, manifest, contents, files);
        if (reading.content && 'html' in reading.content) contents.spend(reading.content.html.length);
        return reading;
      },
      onProgress: (share) => progress(40 + 20 * share),
    });
    await files.keepAll(options.keep, (share) => progress(60 + 40 * share));
    progress(100);
    return {
      version: manifest.version,
      title,
      summary:
        whole(
          wordsOf(manifest.description ?? '')
            .trim()
            .slice(0, 20_000),
        ) || null,
      language: /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.exec(manifest.language?.trim() ?? '')?.[0] ?? null,
      modules: modules.map((module) => ({ ...module, items: module.items.map((item) => withFiles(item, files)) })),
      report: reportOf(manifest.version, modules.length, lines),
    };
  } finally {
    await archive.close();
  }
}

/** The folder that holds the manifest: the top, or the one folder that was zipped. */
function rootOf(archive: Archive): string {
  if (archive.has('imsmanifest.xml')) return '';
  const folders = archive.paths.flatMap((path) => /^([^/]+\/)imsmanifest\.xml$/.exec(path)?.[1] ?? []);
  if (folders.length !== 1) throw new CartridgeProblem('not-a-cartridge', 'no imsmanifest.xml');
  return folders[0]!;
}

async function manifestIn(archive: Archive, root: string, limits: Limits): Promise<Manifest> {
  const path = `${root}imsmanifest.xml`;
  if (archive.bytesOf(path) > limits.manifestBytes) throw new CartridgeProblem('cartridge-too-large', 'manifest');
  return readManifest(parseXml(await archive.read(path)));
}

function titleOf({ title, items }: Manifest, fileName = ''): string {
  const candidates = [title, items[0]?.title, fileName.replace(/\.(imscc|zip)$/i, ''), items[0]?.children[0]?.title];
  return candidates.map((candidate) => oneLine(candidate ?? '', 200)).find((candidate) => candidate !== '') ?? '…';
}

function withFiles(item: CartridgeItem, files: KeptFiles): CartridgeItem {
  if ('html' in item) return { ...item, html: files.fillIn(item.html) };
  return 'fileId' in item ? { ...item, fileId: files.idOf(item.fileId) } : item;
}

/** Tells whole percents, each once. */
function percentOf(onProgress: ReadingOptions['onProgress']): (percent: number) => void {
  let told = -1;
  return (percent) => {
    const whole = Math.min(100, Math.floor(percent));
    if (whole > told) onProgress?.((told = whole), 100);
  };
}

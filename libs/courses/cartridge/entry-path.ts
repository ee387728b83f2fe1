import { isUtf8 } from 'node:buffer';
import yauzl from 'yauzl';
import { CartridgeProblem } from './cartridge-problem.js';

const nameIsUtf8 = 0x800;
const unicodePathField = 0x7075;

/** What Macs and Windows add to folders; it belongs to no course. */
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/;

/**
 * The path of a zip's entry, normalised; `null` for folders and litter.
 * @throws {CartridgeProblem} `cartridge-unsafe-path` if it leads out of the archive or is no plain file.
 */
export function entryPath(entry: yauzl.Entry): string | null {
  const name = nameOf(entry);
  checkPath(name);
  checkFileType(entry);
  if (name.endsWith('/') || litter.test(name)) return null;
  const path = normalPath(name);
  if (path === '') throw new CartridgeProblem('cartridge-unsafe-path', 'no name');
  return path;
}

/** One way of writing each path: composed letters, no empty or `.` parts. Macs decompose letters, manifests do not. */
export function normalPath(path: string): string {
  return path
    .normalize('NFC')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

function nameOf(entry: yauzl.Entry): string {
  const saysUtf8 = (entry.generalPurposeBitFlag & nameIsUtf8) !== 0;
  if (isUtf8(entry.fileNameRaw)) {
    const hasOtherName = entry.extraFields.some(({ id }) => id === unicodePathField);
    // Many programs write UTF-8 and forget to say so.
    if (!hasOtherName) return entry.fileNameRaw.toString('utf8');
  } else if (saysUtf8) {
    throw new CartridgeProblem('cartridge-broken', 'a name that is not UTF-8');
  }
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

function checkPath(name: string): void {
  const isUnsafe = /[\p{Cc}\\]/u.test(name) || /^([a-z]:|\/)/i.test(name) || name.split('/').includes('..');
  if (isUnsafe) throw new CartridgeProblem('cartridge-unsafe-path', JSON.stringify(name.slice(0, 200)));
}

/** Zips made on Unix tell the file's type: links, devices and sockets have no place in a course. */
function checkFileType(entry: yauzl.Entry): void {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  const [folder, file] = [0o040000, 0o100000];
  if (type !== 0 && type !== folder && type !== file) {
    throw new CartridgeProblem('cartridge-unsafe-path', 'a link or device');
  }
}

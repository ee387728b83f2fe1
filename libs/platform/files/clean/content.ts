import { cleanGif, cleanPng, cleanWebp } from './images.js';
import { cleanJpeg } from './jpeg.js';
import { cleanRtf } from './rtf.js';
import { damaged } from './unreadable.js';
import { cleanXml } from './xml.js';

/** By as many of its first bytes it is seen what a file is. */
export const headBytes = 1_024;

/** Larger ones than this are not held in memory as a whole. */
export const largestContent = 128 * 1024 ** 2;

const starts = (bytes: Buffer, latin1: string, at = 0): boolean =>
  bytes.toString('latin1', at, at + latin1.length) === latin1;

/** Office formats of before 2007, and those that are encrypted: names in them cannot be found. */
export const isCompound = (bytes: Buffer): boolean => starts(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');

/** Archives of other kinds (7z, RAR, gzip, bzip2, xz, tar), in which documents with names may lie. */
const isPacked = (bytes: Buffer): boolean =>
  ['7z\xbc\xaf\x27\x1c', 'Rar!', '\x1f\x8b', 'BZh', '\xfd7zXZ'].some((magic) => starts(bytes, magic)) ||
  starts(bytes, 'ustar', 257);

export const isZip = (bytes: Buffer): boolean => starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06');

/** Whether a part of a document may hold names, by its path: the rest is not even unpacked. */
export const mayHoldNames = (path: string): boolean =>
  /\.(xml|rels|vml|psmdcp|opf|rdf|svg|jpe?g|png|webp|gif|pdf|rtf|fodt|fods|fodp)$/i.test(path);

const isXml = (bytes: Buffer): boolean =>
  /^(\xef\xbb\xbf)?\s*<[?!a-z]|^(\xff\xfe|\xfe\xff)/i.test(bytes.toString('latin1', 0, 200));

/** What knows how to clean a file, by its first bytes and its name; `null`: nothing has to. */
function cleanerOf(head: Buffer, path: string): ((bytes: Buffer, path: string) => Buffer | Promise<Buffer>) | null {
  if (starts(head, '\xff\xd8\xff')) return cleanJpeg;
  if (starts(head, '\x89PNG\r\n\x1a\n')) return cleanPng;
  if (starts(head, 'RIFF') && starts(head, 'WEBP', 8)) return cleanWebp;
  if (starts(head, 'GIF8')) return cleanGif;
  if (starts(head, '{\\rtf')) return cleanRtf;
  if (head.subarray(0, headBytes).includes('%PDF-')) return cleanPdf;
  if (isCompound(head) || isPacked(head)) return refuse;
  if (/\.svg$/i.test(path)) return cleanSvg;
  return isXml(head) ? cleanXml : null;
}

/** Whether anything has to be done about a file, by its first bytes. */
export const mayBeCleaned = (head: Buffer, path: string): boolean => cleanerOf(head, path) !== null;

/**
 * A file's bytes without the names in them, by what it is; what can hold no names, or is of no known kind, is as it was.
 * @param path its name, or its path in a document
 * @throws {Unreadable}
 */
export async function cleanContent(bytes: Buffer, path: string): Promise<Buffer> {
  return (await cleanerOf(bytes, path)?.(bytes, path)) ?? bytes;
}

/** What reads PDFs is large, and loaded only where there is one. */
async function cleanPdf(bytes: Buffer): Promise<Buffer> {
  const pdf = await import('./pdf.js');
  return pdf.cleanPdf(bytes);
}

function refuse(_bytes: Buffer, path: string): never {
  throw damaged(`${path} cannot be looked into`);
}

function cleanSvg(bytes: Buffer, path: string): Buffer {
  const text = bytes.toString('latin1').replace(/<(?:svg:)?metadata[\s>][\s\S]*?<\/(?:svg:)?metadata\s*>/g, '');
  return cleanXml(Buffer.from(text, 'latin1'), path);
}

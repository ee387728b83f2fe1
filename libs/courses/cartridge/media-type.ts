import { basename, extname } from 'node:path/posix';
import { fileTypeFromBuffer } from 'file-type';

/** Enough for the magic bytes of every type, and to look into office files, which are zips. */
export const headBytes = 64 * 1024;

/** By their magic bytes. What is not named here is refused: programs, installers, office files with macros. */
const allowed = new RegExp(
  `^(${[
    'image/(png|apng|jpeg|gif|webp|avif|heic|heif|bmp|tiff|x-icon)',
    'audio/[\\w.+-]+',
    'video/[\\w.+-]+',
    'application/(pdf|rtf|epub\\+zip|ogg|zip|gzip|x-7z-compressed|x-tar|x-bzip2|x-cfb|x-sqlite3|vnd\\.sqlite3)',
    'application/vnd\\.openxmlformats-officedocument\\.(wordprocessingml|presentationml|spreadsheetml)\\.\\w+',
    'application/vnd\\.oasis\\.opendocument\\.\\w+',
  ].join('|')})$`,
);

/** Text has no magic bytes, so that its name may say what kind of text it is. */
const texts: Record<string, string> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.vtt': 'text/vtt',
  '.srt': 'application/x-subrip',
  '.json': 'application/json',
  '.ics': 'text/calendar',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.py': 'text/x-python',
  '.ipynb': 'application/x-ipynb+json',
  '.sql': 'application/sql',
  '.tex': 'text/x-tex',
  '.yaml': 'text/yaml',
  '.yml': 'text/yaml',
};

/** Whatever it is called: what some program would run, or a browser take for a page. */
const runs = /^\ufeff?\s*(#!|<\?php|<!doctype html|<html|<script)/i;

/** What a file really is, by its first bytes; `null` where it may not be kept. */
export async function mediaTypeOf(path: string, head: Buffer): Promise<string | null> {
  const sniffed = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime;
  if (sniffed && sniffed !== 'application/xml') return allowed.test(sniffed) ? sniffed : null;
  const known = texts[extname(basename(path)).toLowerCase()];
  if (!known || head.includes(0) || runs.test(head.toString('utf8', 0, 200))) return null;
  return known;
}

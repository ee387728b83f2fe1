import { extname } from 'node:path';

/** Types that carry programs, or pages that would run in our origin. */
const refused =
  /^(application\/(x-msdownload|x-msdos-program|x-executable|x-elf|x-mach-binary|x-sharedlib|vnd\.microsoft\.portable-executable|java-archive|x-ms-installer|x-msi|x-rpm|x-deb|vnd\.debian\.binary-package|wasm|x-apple-diskimage|x-ms-shortcut|vnd\.android\.package-archive)|text\/html|application\/xhtml\+xml|application\/javascript|text\/javascript)$/;

/** Whether a file of this sniffed type may be kept. */
export function typeAllowed(mediaType: string): boolean {
  return !refused.test(mediaType);
}

const texts: Record<string, string> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.vtt': 'text/vtt',
  '.srt': 'application/x-subrip',
  '.json': 'application/json',
  '.ics': 'text/calendar',
  '.svg': 'image/svg+xml',
  '.py': 'text/x-python',
  '.ipynb': 'application/x-ipynb+json',
  '.sql': 'application/sql',
  '.tex': 'text/x-tex',
  '.yaml': 'text/yaml',
  '.yml': 'text/yaml',
};

/** Text has no magic bytes: it must look like text, and then its name may say what kind. */
export function typeOfText(name: string, head: Buffer): string | null {
  const known = texts[extname(name).toLowerCase()];
  if (!known || head.includes(0)) return null;
  return /^\s*(#!|<\?php|<!doctype html|<html)/i.test(head.toString('latin1')) ? null : known;
}

/** Types that a browser may show in place; everything else is offered for download. */
export function mayShowInline(mediaType: string): boolean {
  return /^(image\/(png|jpeg|gif|webp|avif)|application\/pdf|video\/(mp4|webm|ogg)|audio\/(mpeg|mp4|ogg|wav|webm|aac|x-m4a)|text\/(plain|vtt))$/.test(
    mediaType,
  );
}

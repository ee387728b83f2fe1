import { dirname, join } from 'node:path/posix';
import { normalPath } from './entry-path.js';

/** Stands for the folder of the cartridge's own files; Canvas means the one it calls `web_resources`. */
const fileBase = /^(\$|%24)IMS[-_]CC[-_]FILEBASE(\$|%24)\/*/i;
const canvasFiles = /^(\$|%24)CANVAS_COURSE_REFERENCE(\$|%24)\/file_contents\/course(%20| )files\//i;

/**
 * Where in the archive an address written in a page may lead, most likely place first. Paths are relative to the
 * manifest; one that leads out of the cartridge is none.
 */
export function placesOf(address: string, fromPath: string): string[] {
  const [path = ''] = address.trim().split(/[?#]/, 1);
  if (path === '' || path.startsWith('/') || path.includes('\\')) return [];
  const inCanvas = path.replace(canvasFiles, '');
  if (inCanvas !== path) return insideOnly([`web_resources/${inCanvas}`]);
  const fromBase = path.replace(fileBase, '');
  const besidePage = join(dirname(fromPath), fromBase);
  return fromBase === path
    ? insideOnly([besidePage, path])
    : insideOnly([`web_resources/${fromBase}`, fromBase, besidePage]);
}

/** As written, or with its `%20` read; both occur. */
export function spellingsOf(path: string): string[] {
  try {
    return [...new Set([normalPath(path), normalPath(decodeURIComponent(path))])];
  } catch {
    return [normalPath(path)];
  }
}

function insideOnly(places: string[]): string[] {
  return places.flatMap((place) => spellingsOf(join(place))).filter((place) => !/^\.\.(\/|$)/.test(place));
}

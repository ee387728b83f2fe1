import { extname } from 'node:path';
import type { FileView } from '@kohorte/contracts';

/** `Datei 2.pdf`, `File 2.pdf`: the kind of file and nothing of what its author called it. */
export function plainFileName(name: string, number: number, language: 'de' | 'en'): string {
  const extension = /^\.[a-z0-9]{1,8}$/i.test(extname(name)) ? extname(name).toLowerCase() : '';
  return `${language === 'de' ? 'Datei' : 'File'} ${number}${extension}`;
}

/** A link to a file of ours, or a picture, with what stands for it. */
const fileLinks =
  /\[([^[\]\n]*)\]\(((?:kohorte-file:|\/api\/discussion-files\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))\)/gi;

/**
 * A text that calls files as `plainFileName` does where it called them by their names, as it does when they are attached.
 * What somebody has written in their stead stays.
 * @param files in the order in which they are counted
 */
export function withPlainNames(
  text: string,
  files: Pick<FileView, 'fileId' | 'name'>[],
  language: 'de' | 'en',
): string {
  return text.replace(fileLinks, (link, label: string, address: string, id: string) => {
    const at = files.findIndex(({ fileId }) => fileId === id.toLowerCase());
    if (at < 0 || wordsOf(label) !== wordsOf(files[at]!.name)) return link;
    return `[${plainFileName(files[at]!.name, at + 1, language)}](${address})`;
  });
}

/** What of a name remains when it is put into a link. */
const wordsOf = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

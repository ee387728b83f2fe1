import { extname } from 'node:path';

/** `Datei 2.pdf`, `File 2.pdf`: the kind of file and nothing of what its author called it. */
export function plainFileName(name: string, number: number, language: 'de' | 'en'): string {
  const extension = /^\.[a-z0-9]{1,8}$/i.test(extname(name)) ? extname(name).toLowerCase() : '';
  return `${language === 'de' ? 'Datei' : 'File'} ${number}${extension}`;
}

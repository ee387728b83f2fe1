import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built file of a thread, beside this one; from the sources, as tests run them, the one that the build made of it. */
export function threadFile(name: string): string {
  const beside = fileURLToPath(new URL(`./${name}`, import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL(`../../dist/libs/schedule/${name}`, import.meta.url));
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The built file of a thread, beside the module that starts it; from the sources, as tests run them, the one that the
 * build made of it.
 * @param module `import.meta.url` of that module
 */
export function threadFile(module: string, name: string): string {
  const beside = fileURLToPath(new URL(`./${name}`, module));
  return existsSync(beside) ? beside : fileURLToPath(new URL(`./${name}`, module.replace(/\/libs\/(?!.*\/libs\/)/, '/dist/libs/'))); // prettier-ignore
}

/** Something that went wrong and that one sentence tells fully: printed without a stack. */
export class Sentence extends Error {}

/** One line at the terminal. */
export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** Runs a command line's `main`; a `Sentence` ends it with that sentence, anything else with its stack. */
export async function run(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Sentence ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}

/** Seconds since `from` (a `performance.now()`), as "1.2 s". */
export function since(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}

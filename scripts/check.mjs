/** Format, lint, types, ladder, dead code: all of them, or the parts that the arguments name. */
import { spawn } from 'node:child_process';
import { checkNode, installIfNeeded } from './lib/install.mjs';
import { at, root } from './lib/root.mjs';
import { run, say, Sentence, since } from './lib/say.mjs';

/**
 * The longest first: two run at a time. The lint that knows types has built the very programs whose errors `tsc` would
 * print, so it prints them too, in a fifth of the time.
 */
const parts = {
  'types-lint': ['oxlint/bin/oxlint', '--type-aware', '--type-check', '--deny-warnings'],
  format: ['prettier/bin/prettier.cjs', '--check', '--cache', '--log-level', 'warn', '.'],
  ladder: ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'apps', 'libs', 'migrations', 'test'], // prettier-ignore
  'dead-code': ['knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'],
};

await run(async () => {
  checkNode();
  await installIfNeeded();
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !(name in parts));
  if (unknown) throw new Sentence(`There is no part "${unknown}"; there are ${Object.keys(parts).join(', ')}.`);
  const queue = named.length > 0 ? named : Object.keys(parts);
  const from = performance.now();
  const failed = [];
  const work = async () => {
    for (let name; (name = queue.shift());) if (!(await passes(name))) failed.push(name);
  };
  await Promise.all([work(), work()]);
  say(failed.length === 0 ? `all good  ${since(from)}` : `${failed.join(', ')} failed  ${since(from)}`);
  return failed.length === 0 ? 0 : 1;
});

/** Runs one part and prints its line; below it, what it has to say when it fails. */
async function passes(name) {
  const [program, ...args] = parts[name];
  const from = performance.now();
  const child = spawn(process.execPath, [at('node_modules', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((done) => child.once('close', done));
  say(`${code === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${since(from)}${code === 0 ? '' : `\n\n${output.trimEnd()}\n`}`);
  return code === 0;
}

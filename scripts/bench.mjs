/**
 * Measures what the product promises about speed and size, each subject against its limit (docs/speed.md):
 * `npm run bench -- NAME… [--json] [--rounds N] [--seconds N] [--verbose]`. Without names, everything.
 */
import { parseArgs } from 'node:util';
import { checkNode, installIfNeeded } from './lib/install.mjs';
import { stopSignal } from './lib/processes.mjs';
import { run, say, Sentence, since } from './lib/say.mjs';

await run(async () => {
  checkNode();
  const asked = readArguments();
  const signal = stopSignal();
  await installIfNeeded();
  const { measurements } = await import('../bench/figures.mjs');
  const chosen = choose(measurements, asked.names);
  const { buildServer, buildWeb } = await import('./lib/build.mjs');
  const { findChromium } = await import('./lib/test-services.mjs');
  const chromium = findChromium();
  const possible = chosen.filter((one) => chromium || !one.chromium);
  await buildServer();
  if (possible.some(({ web }) => web)) await buildWeb();

  const figures = possible.length > 0 ? await measureAll(possible, { ...asked, chromium, signal }) : [];
  const names = chosen.flatMap(({ figures: its }) => its.filter((name) => isAsked(name, asked.names)));
  const missing = names.filter((name) => !figures.some((figure) => figure.name === name));
  if (asked.json) {
    for (const name of missing) print({ name, subject: null, limit: null, unit: null, ratio: null, target: null, met: 'skipped' }); // prettier-ignore
  } else say(`\n${table(figures)}`);
  if (missing.length > 0)
    process.stderr.write(`Skipped: ${missing.join(', ')} (no Chromium was found, and CHROMIUM is not set)\n`);
  return figures.some(({ met }) => met === false) ? 1 : 0;
});

function readArguments() {
  const whole = (text, name, min, max) => {
    const value = Number(text);
    if (!(value >= min && value <= max)) throw new Sentence(`--${name} must be a number from ${min} to ${max}.`);
    return value;
  };
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '2' },
    },
  });
  return {
    names: positionals,
    json: values.json,
    verbose: values.verbose,
    rounds: Math.floor(whole(values.rounds, 'rounds', 7, 1_000)),
    seconds: whole(values.seconds, 'seconds', 0.2, 30),
  };
}

/** Whether a figure is asked for: by its name, or by the first parts of it. */
function isAsked(figure, names) {
  return names.length === 0 || names.some((name) => figure === name || figure.startsWith(`${name}.`));
}

function choose(measurements, names) {
  const all = measurements.flatMap(({ figures }) => figures);
  const unknown = names.find((name) => !all.some((figure) => isAsked(figure, [name])));
  if (unknown) throw new Sentence(`There is no figure "${unknown}"; there are ${all.join(', ')}.`);
  return measurements.filter(({ figures }) => figures.some((figure) => isAsked(figure, names)));
}

/** Opens the house, measures, and prints each figure as it comes when JSON is asked for. */
async function measureAll(measurements, { names, json, verbose, rounds, seconds, chromium, signal }) {
  const { House } = await import('../bench/house.mjs');
  const tell = (text) => process.stderr.write(`${text}\n`);
  const from = performance.now();
  const house = await House.open({ withCrowd: measurements.some(({ crowd }) => crowd), signal });
  const figures = [];
  const work = async () => {
    tell(`Seeded in ${since(from)}.`);
    for (const { figures: its, run: load } of measurements) {
      signal.throwIfAborted();
      const begun = performance.now();
      const measure = await load();
      const note = (text) => verbose && tell(`  ${text}`);
      const found = await measure({ house, rounds, seconds, chromium, note });
      const wanted = found.filter(({ name }) => isAsked(name, names));
      if (json) wanted.forEach(print);
      figures.push(...wanted);
      tell(`Measured ${its.join(', ')} in ${since(begun)}.`);
    }
  };
  try {
    const stopped = new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Sentence('Stopped.'))));
    await Promise.race([work(), stopped]);
    return figures;
  } finally {
    await house.close();
  }
}

function print({ name, subject, limit, unit, ratio, target, met }) {
  say(JSON.stringify({ name, subject, limit, unit, ratio, target, met }));
}

function table(figures) {
  const rows = [
    ['figure', 'subject', 'limit', 'unit', 'ratio', 'best/best', 'target', 'met'],
    ...figures.map(({ name, subject, limit, unit, ratio, best, target, met }) =>
      [name, subject, limit, unit, ratio, best, target, met === true ? 'yes' : met === false ? 'NO' : met].map(String),
    ),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n'); // prettier-ignore
}

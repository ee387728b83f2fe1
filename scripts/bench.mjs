/**
 * Measures what the product promises about speed and size, each subject against its limit (docs/speed.md):
 * `npm run bench -- NAME… [--json] [--rounds N] [--seconds N] [--verbose]`. Without names, everything. For
 * `assemble.itc2007` also files or folders of instances, and `--solutions DIR` to write the answers to.
 */
import { existsSync } from 'node:fs';
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
  const withoutBrowser = chosen.filter((one) => !possible.includes(one)).flatMap(({ figures: its }) => its);
  const why = (name) => (withoutBrowser.includes(name) ? ' (no Chromium was found, and CHROMIUM is not set)' : '');
  if (missing.length > 0) process.stderr.write(`Skipped: ${missing.map((name) => `${name}${why(name)}`).join(', ')}\n`);
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
      seconds: { type: 'string' },
      solutions: { type: 'string' },
    },
  });
  const isPath = (text) => /[./\\]ctt$|[/\\]/.test(text) || existsSync(text);
  return {
    names: positionals.filter((text) => !isPath(text)),
    paths: positionals.filter(isPath),
    solutions: values.solutions,
    json: values.json,
    verbose: values.verbose,
    rounds: Math.floor(whole(values.rounds, 'rounds', 7, 1_000)),
    /** Undefined: as long as each figure needs. */
    seconds: values.seconds && whole(values.seconds, 'seconds', 0.2, 3_600),
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

/** Opens the house if one is needed, measures, and prints each figure as it comes when JSON is asked for. */
async function measureAll(measurements, { names, paths, solutions, json, verbose, rounds, seconds, chromium, signal }) {
  const tell = (text) => process.stderr.write(`${text}\n`);
  const house = measurements.every(({ pure }) => pure) ? null : await openHouse(measurements, tell, signal);
  const figures = [];
  const work = async () => {
    for (const { figures: its, pure, run: load } of measurements) {
      signal.throwIfAborted();
      const begun = performance.now();
      const measure = await load();
      const note = (text) => verbose && tell(`  ${text}`);
      // A load of more than half a minute tells nothing more; a search may go on for longer.
      const given = { house, rounds, chromium, note, tell, signal, paths, solutions };
      const found = await measure({ ...given, seconds: pure ? seconds : Math.min(seconds ?? 2, 30) });
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
    await house?.close();
  }
}

async function openHouse(measurements, tell, signal) {
  const { House } = await import('../bench/house.mjs');
  const from = performance.now();
  const house = await House.open({ withCrowd: measurements.some(({ crowd }) => crowd), signal });
  tell(`Seeded in ${since(from)}.`);
  return house;
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

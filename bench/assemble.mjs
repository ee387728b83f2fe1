/** The figures of the timetabling engine that need no house: against published instances, and against what is proven. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { at } from '../scripts/lib/root.mjs';
import { Sentence } from '../scripts/lib/say.mjs';
import { modelOf, readInstance, written } from './ctt.mjs';
import { figure } from './measure.mjs';

/** What the winner of the competition reached on each instance (Müller, 2007). */
const winner = { comp01: 5, comp02: 51, comp03: 84, comp04: 37, comp05: 330, comp06: 48, comp07: 20, comp08: 41, comp09: 109, comp10: 16, comp11: 0, comp12: 333, comp13: 66, comp14: 59, comp15: 84, comp16: 34, comp17: 83, comp18: 83, comp19: 62, comp20: 27, comp21: 103 }; // prettier-ignore

const seed = 1;

/**
 * Total cost of the instances of ITC-2007, track 3, that the arguments name, against the winner's. Each takes `seconds`
 * on one core; the solutions are written for others to judge.
 */
export async function itc2007({ paths, seconds = 180, solutions, tell, signal }) {
  const missing = paths.find((path) => !existsSync(path));
  if (missing) throw new Sentence(`There is no "${missing}".`);
  const instances = await findInstances(paths.length > 0 ? paths : [at('../shared/data/ctt')]);
  if (instances.length === 0) tell('  There are no instances: name .ctt files, or a folder of them.');
  if (solutions) await mkdir(solutions, { recursive: true });
  let subject = 0;
  let limit = 0;
  for (const path of instances) {
    const instance = await readInstance(path);
    const search = await solve(modelOf(instance), seconds, signal);
    const { total, unplaced, rooms, missingDays, alone, extraRooms } = search.bestCost();
    const name = basename(path, '.ctt');
    if (solutions) await writeFile(join(solutions, `${name}.sol`), written(instance, search.best()));
    tell(
      `  ${name}: ${total} (capacity ${rooms}, days ${missingDays}, compactness ${alone}, stability ${extraRooms}), ` +
        `${unplaced} left out; ${(search.step / 1e6).toFixed(0)} million steps`,
    );
    if (!(name in winner)) continue;
    subject += total;
    limit += winner[name];
  }
  // The winner paid nothing for comp11.
  if (limit === 0 && subject === 0) return [];
  return [figure({ name: 'assemble.itc2007', unit: 'cost', subject, limit: Math.max(limit, 1), atMost: 1 })];
}

async function findInstances(paths) {
  const found = [];
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const isFolder = (await stat(path)).isDirectory();
    const names = isFolder ? (await readdir(path)).filter((name) => name.endsWith('.ctt')).sort() : [];
    found.push(...(isFolder ? names.map((name) => join(path, name)) : [path]));
  }
  return found;
}

/** Plans as many steps as there is time for, again and again, as the speed is not the same when it is warm and cold. */
async function solve(model, seconds, signal) {
  const { Search } = await import('../dist/libs/rules/assemble-schedule/search/search.js');
  const from = performance.now();
  const spent = () => (performance.now() - from) / 1_000;
  const search = new Search(model, seed, { steps: seconds * 2_000_000 });
  const slice = 250_000;
  while (!search.isDone) {
    const before = spent();
    search.run(slice);
    const speed = slice / (spent() - before);
    const asIfSteady = search.step + speed * Math.max(seconds - spent(), 0);
    search.replan(0.98 * search.steps + 0.02 * Math.max(asIfSteady, search.step));
    if (spent() >= seconds) break;
    await breath();
    signal.throwIfAborted();
  }
  return search;
}

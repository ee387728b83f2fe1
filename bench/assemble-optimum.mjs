/** How near the engine's usual effort comes to what HiGHS proves on made-up cases of the product's shape. */
import { Worker } from 'node:worker_threads';
import { Random } from '../dist/libs/rules/assemble-schedule/search/random.js';
import { makeCase } from './assemble-cases.mjs';
import { figure, median } from './measure.mjs';

const cases = 15;
/** For one case: where the proof takes longer, the bound that it has reached stands in for the optimum. */
const secondsToProve = 20;

export async function optimum({ note, signal }) {
  const { Search } = await import('../dist/libs/rules/assemble-schedule/search/search.js');
  const { effortFor } = await import('../dist/libs/rules/assemble-schedule/search/effort.js');
  const ratios = [];
  let proven = 0;
  for (let seed = 1; seed <= cases; seed++) {
    signal.throwIfAborted();
    const model = caseOf(seed);
    const search = new Search(model, seed, { steps: effortFor(model) });
    search.run(search.steps);
    const { isProven, bound } = await prove(model);
    if (isProven) proven++;
    ratios.push(ratioOf(search.bestTotal, bound));
    note(`case ${seed}: ${model.meetings.length} meetings, ours ${search.bestTotal}, ${isProven ? 'optimum' : 'bound'} ${bound}`); // prettier-ignore
  }
  note(`${proven} of ${cases} proven, of the others the bound; at worst ${Math.max(...ratios).toFixed(3)}`);
  return [figure({ name: 'assemble.optimum', unit: 'of optimum', subject: median(ratios), limit: 1, atMost: 1.02 })];
}

const ratioOf = (ours, bound) => (ours === bound ? 1 : ours / Math.max(bound, 1));

/**
 * Up to 60 meetings, 40 slots, 8 rooms; one site, as travel is a matter of room and trainer at once. Steady hours and
 * pairs of one trainer make bounds so weak that few cases with them are proven: every fourth has the ones, every fifth
 * the others, and all have hours that somebody would rather not meet at.
 */
function caseOf(seed) {
  const cohorts = 2 + (seed % 3) * 2;
  const size = { cohorts, sessions: Math.min(10, 4 + (seed % 7)), rooms: 3 + (seed % 6), trainers: 4 + cohorts };
  const model = makeCase({ seed, ...size, weeks: 2, days: 5, hours: 4, sites: 1, longest: 2 });
  const random = new Random(seed);
  return {
    ...model,
    meetings: model.meetings.map((one) => ({ ...one, startCosts: one.startCosts.map(() => random.below(10)) })),
    series: model.series.map((one) => ({ ...one, extraWeekSlot: seed % 4 === 0 ? one.extraWeekSlot : 0 })),
    pairOfOneTrainer: seed % 5 === 0 ? 1 : 0,
  };
}

function prove(model) {
  const worker = new Worker(new URL('./assemble-proof.mjs', import.meta.url), {
    workerData: { model, seconds: secondsToProve },
  });
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
  });
}

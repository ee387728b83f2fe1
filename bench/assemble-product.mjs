/** Whole schedules as L&D asks for them: how fast, how good, and how little moves when somebody falls ill. */
import { figure, median } from './measure.mjs';
import { oneCohort, wholeCompany } from './assemble-company.mjs';

const rules = () => import('../dist/libs/rules/index.js');
const portion = 100_000;
const dayLong = 24 * 3_600_000;

/** Assembles to the end, with the seconds until there was a first answer, and until the last. */
async function assembled(asked) {
  const { Assembly } = await rules();
  const from = performance.now();
  const assembly = new Assembly(asked);
  const first = (performance.now() - from) / 1_000;
  while (!assembly.isDone) assembly.run(portion);
  const final = (performance.now() - from) / 1_000;
  return { first, final, result: assembly.result() };
}

/**
 * A cohort of 120 in three sites: first answer within a second, the last within five. What breaks a hard constraint is
 * judged anew by the rule that judges moves by hand, and makes the figure fail.
 */
export async function cohort({ rounds, tell }) {
  const { usualWeights } = await rules();
  const firsts = [];
  const finals = [];
  let broken = 0;
  for (let seed = 1; seed <= rounds; seed += 1) {
    const asked = oneCohort(usualWeights, seed);
    const { first, final, result } = await assembled(asked);
    broken += await clashes(asked, result);
    firsts.push(first);
    finals.push(final);
    tell(`  seed ${seed}: ${told(result)}; first ${first.toFixed(2)} s, final ${final.toFixed(2)} s`);
  }
  return [
    figure({ name: 'assemble.cohort.first', unit: 's', subject: median(firsts), limit: 1, atMost: 1 }),
    figure({ name: 'assemble.cohort', unit: 's', subject: median(finals), limit: 5, atMost: 1 }),
    figure({ name: 'assemble.cohort.broken', unit: 'clashes', subject: broken, limit: 1, atMost: 0 }),
  ];
}

/** Fifty cohorts at once: 600 sessions within a minute. */
export async function whole({ tell }) {
  const { usualWeights } = await rules();
  const asked = wholeCompany(usualWeights);
  const { first, final, result } = await assembled(asked);
  tell(`  ${told(result)}; first ${first.toFixed(2)} s, final ${final.toFixed(1)} s`);
  return [
    figure({ name: 'assemble.company', unit: 's', subject: final, limit: 60, atMost: 1 }),
    figure({ name: 'assemble.company.broken', unit: 'clashes', subject: await clashes(asked, result), limit: 1, atMost: 0 }), // prettier-ignore
  ];
}

/**
 * The trainer with most sessions falls ill for six weeks: of what others were told, as little as possible may change.
 * Necessary are the sessions that this trainer had in those weeks; the figure is how many more move, at the worst.
 */
export async function repair({ rounds, tell }) {
  const { usualWeights } = await rules();
  const more = [];
  for (let seed = 1; seed <= rounds; seed += 1) {
    const asked = oneCohort(usualWeights, seed);
    const { result } = await assembled(asked);
    const loads = new Map();
    for (const { trainerIds } of result.placed) for (const id of trainerIds) loads.set(id, (loads.get(id) ?? 0) + 1);
    const [ill] = [...loads].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    const from = Math.min(...result.placed.filter((one) => one.trainerIds.includes(ill)).map((one) => one.from));
    const spell = { from, to: from + 42 * dayLong };
    const groups = new Map(result.groups.map((one) => [one.cohortId, one.groups]));
    const then = {
      ...asked,
      cohorts: asked.cohorts.map((one) => ({ ...one, groups: groups.get(one.cohortId) })),
      trainers: asked.trainers.map((one) => (one.userId === ill ? { ...one, busy: [...one.busy, spell] } : one)),
      kept: result.placed,
    };
    const { result: after, final } = await assembled(then);
    const necessary = result.placed.filter((one) => one.trainerIds.includes(ill) && one.from < spell.to && spell.from < one.to); // prettier-ignore
    const moved = result.placed.filter((one) => !after.placed.some((other) => isSame(one, other)));
    more.push(moved.length - necessary.length);
    tell(
      `  seed ${seed}: ${necessary.length} had to move, ${moved.length} moved; ${told(after)} in ${final.toFixed(2)} s`,
    );
  }
  return [figure({ name: 'assemble.repair', unit: 'sessions', subject: Math.max(...more), limit: 3, atMost: 1 })];
}

const isSame = (one, other) =>
  one.itemId === other.itemId &&
  one.groupId === other.groupId &&
  one.from === other.from &&
  one.roomId === other.roomId &&
  one.trainerIds.join() === other.trainerIds.join();

async function clashes(asked, { groups, placed }) {
  const { Judge } = await rules();
  const known = new Map(groups.map((one) => [one.cohortId, one.groups]));
  const cohorts = asked.cohorts.map((one) => ({ ...one, groups: known.get(one.cohortId) }));
  return new Judge({ ...asked, cohorts }, placed).clashes().length;
}

const told = ({ placed, unplaced, cost }) =>
  `${placed.length} placed, ${unplaced.length} not, cost ${cost.total - unplaced.length * 3_000}`;

/** The fewest rounds that a figure rests on. */
export const fewestRounds = 7;

/** How far median and best may lie apart before a figure says nothing. */
const tolerance = 1.2;

/**
 * Runs all sides in turn, round by round, so that whatever else the machine does meets each of them alike; every other
 * round in the opposite order. One round before is thrown away. While a figure is not conclusive, up to three times as
 * many rounds are run.
 * @param {Record<string, () => Promise<number>>} sides each gives one sample of its own
 * @param {(samples: Record<string, number[]>) => Figure[]} judge
 * @param {{ rounds?: number, note?: (text: string) => void }} options
 * @returns {Promise<Figure[]>}
 *
 * @typedef {{ name: string, subject: number, limit: number, unit: string, ratio: number, target: string,
 *   met: boolean | 'inconclusive', best: number }} Figure
 */
export async function measure(sides, judge, { rounds = fewestRounds, note = () => {} } = {}) {
  const samples = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (const run of Object.values(sides)) await run();
  let figures = [];
  for (let round = 1; round <= 3 * rounds; round++) {
    const order = Object.keys(sides);
    if (round % 2 === 0) order.reverse();
    for (const name of order) samples[name].push(await sides[name]());
    note(`round ${round}: ${order.map((name) => `${name} ${rounded(samples[name].at(-1))}`).join(', ')}`);
    if (round < rounds) continue;
    figures = judge(samples);
    if (figures.every(({ met }) => met !== 'inconclusive')) break;
  }
  return figures;
}

/**
 * Weighs a subject against its limit: the ratio of their medians, and beside it that of their best samples.
 * @param {{ name: string, unit: string, subject: number[], limit: number[], best: 'low' | 'high',
 *   atMost?: number, atLeast?: number }} said `best` tells whether small or large samples are the good ones
 * @returns {Figure}
 */
export function compare({ name, unit, subject, limit, best, atMost, atLeast }) {
  const good = best === 'low' ? Math.min : Math.max;
  const ratio = median(subject) / median(limit);
  const bestRatio = good(...subject) / good(...limit);
  const apart = Math.max(ratio, bestRatio) / Math.min(ratio, bestRatio);
  return {
    ...figure({ name, unit, subject: median(subject), limit: median(limit), atMost, atLeast }),
    ...(apart > tolerance ? { met: 'inconclusive' } : {}),
    best: rounded(bestRatio),
  };
}

/**
 * A figure of what is counted, not timed: the same each time.
 * @returns {Figure}
 */
export function figure({ name, unit, subject, limit, atMost, atLeast }) {
  const ratio = subject / limit;
  return {
    name,
    subject: rounded(subject),
    limit: rounded(limit),
    unit,
    ratio: rounded(ratio),
    target: atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`,
    met: atMost === undefined ? ratio >= atLeast : ratio <= atMost,
    best: rounded(ratio),
  };
}

export function median(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Three digits are all that a measurement is worth; whole numbers stay what they are. */
function rounded(value) {
  return Number.isInteger(value) ? value : Number(value.toPrecision(3));
}

/** Milliseconds that `body` takes. */
export async function timed(body) {
  const from = performance.now();
  await body();
  return performance.now() - from;
}

/** Crowds of reviewers, made from a seed: for the figures of peer review. */

/** Numbers from a seed (mulberry32), the same on every machine. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const shuffled = (list) => {
    const mixed = [...list];
    for (let i = mixed.length - 1; i > 0; i -= 1) {
      const j = Math.floor(next() * (i + 1));
      [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
    }
    return mixed;
  };
  return { next, normal, shuffled, below: (n) => Math.floor(next() * n) };
}

/**
 * Kinds of crowds: mean and deviation of the work's quality, deviation of severity, noise of a single review, the share
 * of careless reviewers, whose noise is 2.5 times as large. None of them is what the rule thinks of as usual.
 */
export const crowds = {
  usual: { mean: 70, quality: 11, severity: 8, noise: 9, careless: 0.1 },
  'severe and mild': { mean: 65, quality: 12, severity: 13, noise: 8, careless: 0 },
  careless: { mean: 72, quality: 12, severity: 6, noise: 10, careless: 0.3 },
  'much alike': { mean: 78, quality: 7, severity: 6, noise: 9, careless: 0.1 },
  'far apart': { mean: 60, quality: 18, severity: 9, noise: 11, careless: 0.1 },
};

export const honest = { mean: 70, quality: 14, severity: 0, noise: 8, careless: 0 };

const within = (value) => Math.min(Math.max(value, 0), 100);

/** A crowd at work: true qualities, reviews (each gives and gets `each`), and calibrations on `examples`. */
export function reviewed(
  { mean, quality, severity, noise, careless },
  { seed, authors, each, examples = 0, clique = 0 },
) {
  const random = chance(seed);
  const ids = Array.from({ length: authors }, (_, n) => `p${n}`);
  const truth = new Map(ids.map((id) => [id, within(mean + quality * random.normal())]));
  const reviewer = new Map(
    ids.map((id) => [id, { bias: severity * random.normal(), noise: noise * (random.next() < careless ? 2.5 : 0.8 + 0.4 * random.next()) }]),
  ); // prettier-ignore
  const members = new Set(ids.slice(0, clique));
  const order = random.shuffled(ids);
  const gives = (reviewerId, of) => {
    const { bias, noise: own } = reviewer.get(reviewerId);
    return within(of + bias + own * random.normal());
  };
  // As the batch mode allocates: by shifts far apart, so that whoever reviews together differs each time.
  const shifts = random.shuffled(Array.from({ length: Math.floor((authors - 1) / 2) }, (_, n) => n + 1)).slice(0, each);
  const reviews = order.flatMap((reviewerId, n) =>
    shifts.map((shift) => {
      const submissionId = order[(n + shift) % authors];
      const isFriend = members.has(reviewerId) && members.has(submissionId);
      return { reviewerId, submissionId, points: isFriend ? 100 : gives(reviewerId, truth.get(submissionId)) };
    }),
  );
  const calibrations = ids.flatMap((reviewerId) =>
    Array.from({ length: examples }, (_, n) => {
      const right = [55, 85, 70, 40, 95][n % 5];
      return { reviewerId, given: gives(reviewerId, right), right };
    }),
  );
  return { truth, reviews, calibrations, members };
}

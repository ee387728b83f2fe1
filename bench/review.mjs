/** Peer review by simulation: who gets their reviews when many never show up, how right grades are, what a clique gains. */
import { chance, crowds, honest, reviewed } from './review-crowd.mjs';
import { figure } from './measure.mjs';

const allocation = () => import('../dist/libs/rules/allocate-reviews/index.js');
const grading = () => import('../dist/libs/rules/grade-submission/index.js');

/** Of those who are asked near the end for one review more, so many do it. */
const willing = 0.8;
/** Of those who have done what they owe, so many take another one when it is offered. */
const eager = 0.15;
/** Leases that lapse although their holder comes back later. */
const lapses = 0.05;

/**
 * One assignment: people come in any order, each as often as they owe reviews; some never come. Near the end who has done
 * their part is asked for more, three times.
 */
async function phase({ authors, absent, seed, need = 3 }) {
  const { nextReview, askForMore } = await allocation();
  const random = chance(seed);
  const people = Array.from({ length: authors }, (_, n) => `p${n}`);
  const away = new Set(random.shuffled(people).slice(0, Math.round(authors * absent)));
  const present = people.filter((id) => !away.has(id));
  const allocated = [];
  const pool = () => ({
    seed,
    need,
    give: need,
    submissions: people.map((id) => ({ submissionId: `s-${id}`, authorIds: [id] })),
    allocated,
    conflicts: [],
  });
  const review = (reviewerId) => {
    const next = nextReview(pool(), reviewerId);
    if (!next) return;
    if (random.next() < lapses) allocated.push({ reviewerId, submissionId: next.submissionId, state: 'lapsed' });
    else allocated.push({ reviewerId, submissionId: next.submissionId, state: 'done' });
  };
  const done = (reviewerId) => allocated.filter((one) => one.reviewerId === reviewerId && one.state === 'done').length;
  const visits = random.shuffled(present.flatMap((id) => Array.from({ length: need }, () => id)));
  for (const id of visits) review(id);
  for (const id of random.shuffled(present)) for (let tries = 0; done(id) < need && tries < 3; tries += 1) review(id);
  for (const id of random.shuffled(present)) if (random.next() < eager) review(id);
  for (let round = 0; round < 3; round += 1)
    for (const { reviewerId } of askForMore(pool())) if (random.next() < willing) review(reviewerId);
  const got = (id) => allocated.filter((one) => one.submissionId === `s-${id}` && one.state === 'done').length;
  return {
    diligent: present.length,
    served: present.filter((id) => got(id) >= need).length,
    none: people.filter((id) => got(id) === 0).length,
    authors,
    given: allocated.filter(({ state }) => state === 'done').length,
  };
}

async function phases(crowd, seeds = 200) {
  const sum = { diligent: 0, served: 0, none: 0, authors: 0, given: 0 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const one = await phase({ ...crowd, seed });
    for (const key of Object.keys(sum)) sum[key] += one[key];
  }
  return { served: sum.served / sum.diligent, none: sum.none / sum.authors, asked: sum.given / sum.diligent };
}

/** Who gets three reviews, when a fifth and when two fifths of all never review. */
export async function coverage({ tell }) {
  const fifth = await phases({ authors: 60, absent: 0.2 });
  const more = await phases({ authors: 60, absent: 0.4 });
  const few = await phases({ authors: 12, absent: 0.2 });
  const told = (one) => `${(100 * one.served).toFixed(1)} % served, ${(100 * one.none).toFixed(2)} % with none, ${one.asked.toFixed(2)} reviews each`; // prettier-ignore
  tell(`  60 authors, 20 % absent: ${told(fifth)}\n  60 authors, 40 % absent: ${told(more)}\n  12 authors, 20 % absent: ${told(few)}`); // prettier-ignore
  const share = (name, subject, limit) => figure({ name, unit: 'of diligent', subject, limit, atLeast: 1 });
  return [
    share('review.coverage.20', fifth.served, 0.99),
    share('review.coverage.40', more.served, 0.97),
    share('review.coverage.few', few.served, 0.94),
    figure({ name: 'review.coverage.asked.20', unit: 'reviews each', subject: fifth.asked, limit: 3.5, atMost: 1 }),
    figure({ name: 'review.coverage.asked.40', unit: 'reviews each', subject: more.asked, limit: 3.8, atMost: 1 }),
    figure({ name: 'review.coverage.none.40', unit: 'of authors', subject: more.none, limit: 0.01, atMost: 1 }),
  ];
}

/** Error of grades against the plain mean, and how often the interval holds what is true. */
export async function accuracy({ tell }) {
  const { knowCrowd, gradeSubmissions, meanPoints } = await grading();
  const run = (crowd, more) => {
    let [ours, mean, held, count] = [0, 0, 0, 0];
    for (let seed = 1; seed <= 60; seed += 1) {
      const { truth, reviews, calibrations } = reviewed(crowd, { seed, authors: 100, each: 3, ...more });
      const points = Map.groupBy?.(reviews, (one) => one.submissionId) ?? grouped(reviews);
      for (const grade of gradeSubmissions(reviews, calibrations, knowCrowd(reviews, calibrations)).grades) {
        const right = truth.get(grade.submissionId);
        ours += (grade.points - right) ** 2;
        mean += (meanPoints(points.get(grade.submissionId).map((one) => one.points)) - right) ** 2;
        held += grade.low <= right && right <= grade.high ? 1 : 0;
        count += 1;
      }
    }
    return { error: Math.sqrt(ours / mean), held: held / count };
  };
  const kinds = Object.entries(crowds).map(([name, crowd]) => {
    const [without, with_] = [run(crowd, {}), run(crowd, { examples: 3 })];
    tell(`  ${name}: ${without.error.toFixed(3)} of the mean's error, with three examples ${with_.error.toFixed(3)}; interval holds ${(100 * without.held).toFixed(1)} %`); // prettier-ignore
    return { without, with_ };
  });
  const average = (of) => kinds.reduce((sum, kind) => sum + of(kind), 0) / kinds.length;
  const equal = run(honest, {});
  tell(`  all equal and honest: ${equal.error.toFixed(3)}`);
  const held = average(({ without }) => without.held);
  return [
    figure({ name: 'review.accuracy', unit: 'of the mean’s error', subject: average(({ without }) => without.error), limit: 0.94, atMost: 1 }), // prettier-ignore
    figure({ name: 'review.accuracy.calibrated', unit: 'of the mean’s error', subject: average(({ with_ }) => with_.error), limit: 0.8, atMost: 1 }), // prettier-ignore
    figure({
      name: 'review.accuracy.honest',
      unit: 'of the mean’s error',
      subject: equal.error,
      limit: 1.02,
      atMost: 1,
    }),
    figure({
      name: 'review.accuracy.interval',
      unit: 'off 90 %',
      subject: Math.abs(held - 0.9),
      limit: 0.03,
      atMost: 1,
    }),
  ];
}

/** What a tenth of all gains by giving each other full marks. */
export async function clique({ tell }) {
  const { knowCrowd, gradeSubmissions } = await grading();
  const grades = ({ reviews }) =>
    new Map(gradeSubmissions(reviews, [], knowCrowd(reviews, [])).grades.map((one) => [one.submissionId, one.points]));
  let [gain, count] = [0, 0];
  for (const crowd of Object.values(crowds))
    for (let seed = 1; seed <= 40; seed += 1) {
      const size = { seed, authors: 100, each: 3 };
      const [fair, played] = [grades(reviewed(crowd, size)), reviewed(crowd, { ...size, clique: 10 })];
      const after = grades(played);
      for (const id of played.members) {
        gain += after.get(id) - fair.get(id);
        count += 1;
      }
    }
  tell(`  a clique of ten in a hundred gains ${(gain / count).toFixed(2)} points`);
  return [figure({ name: 'review.clique', unit: 'points', subject: gain / count, limit: 3, atMost: 1 })];
}

function grouped(reviews) {
  const groups = new Map();
  for (const one of reviews) groups.set(one.submissionId, [...(groups.get(one.submissionId) ?? []), one]);
  return groups;
}

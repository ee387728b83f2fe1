import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Calibration, type CountedReview, doubtsAbout, gradeAll, plainGrade } from './index.js';

const reviews: fc.Arbitrary<CountedReview[]> = fc
  .uniqueArray(fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 0, max: 100 }), fc.nat(9)), {
    maxLength: 40,
    selector: ([a, b]) => `${a} ${b}`,
  })
  .map((list) =>
    list.map(([a, b, points, chance]) => ({
      reviewId: `${a}-${b}`,
      reviewerId: chance === 0 ? `t${a}` : `r${a}`,
      submissionId: `s${b}`,
      points,
      byTrainer: chance === 0,
    })),
  );
const calibrations: fc.Arbitrary<Calibration[]> = fc.array(
  fc.record({ reviewerId: fc.nat(8).map((n) => `r${n}`), given: fc.nat(100), right: fc.nat(100) }),
  { maxLength: 6 },
);
const method = fc.constantFrom('calibrated' as const, 'mean' as const, 'median' as const);
const by = (reviewerId: string, points: number, byTrainer = false): CountedReview => ({
  reviewId: reviewerId,
  reviewerId,
  submissionId: 's',
  points,
  byTrainer,
});

describe('grading a round', () => {
  test('gives each submission with a review one grade in its interval, whose shares make up the whole', () => {
    fc.assert(
      fc.property(method, reviews, calibrations, (chosen, given, known) => {
        const { grades } = gradeAll({ method: chosen, need: 3, reviews: given, calibrations: known });
        expect(grades.map(({ submissionId }) => submissionId)).toEqual([...new Set(given.map(({ submissionId }) => submissionId))].sort()); // prettier-ignore
        for (const { points, low, high, shares, reviews: count } of grades) {
          expect(0 <= low && low <= points && points <= high && high <= 100).toBe(true);
          expect(Math.abs(shares.reduce((sum, { share }) => sum + share, 0) - 100)).toBeLessThan(count * 0.05 + 1e-6);
          expect(shares).toHaveLength(count);
        }
      }),
    );
  });

  test('does not depend on the order of reviews', () => {
    fc.assert(
      fc.property(method, reviews, calibrations, (chosen, given, known) => {
        const once = gradeAll({ method: chosen, need: 3, reviews: given, calibrations: known }).grades;
        const other = gradeAll({ method: chosen, need: 3, reviews: given.toReversed(), calibrations: known }).grades;
        other.forEach(({ submissionId, points, doubts }, index) => {
          expect(submissionId).toBe(once[index]!.submissionId);
          expect(Math.abs(points - once[index]!.points)).toBeLessThan(0.11);
          expect(doubts).toEqual(once[index]!.doubts);
        });
      }),
      { numRuns: 50 },
    );
  });

  test('takes a trainer’s review as the grade, whatever peers say, and doubts nothing', () => {
    for (const chosen of ['calibrated', 'mean', 'median'] as const) {
      const given = [by('a', 90), by('b', 95), by('t', 40, true)];
      const [grade] = gradeAll({ method: chosen, need: 3, reviews: given, calibrations: [] }).grades;
      expect(grade).toMatchObject({ points: 40, mean: 75, reviews: 3, doubts: [] });
      expect(grade!.shares.map(({ share }) => share)).toEqual([0, 0, 100]);
    }
  });

  test('learns from a trainer’s review who is mild', () => {
    const given = [by('a', 90), by('t', 60, true)];
    expect(gradeAll({ method: 'mean', need: 3, reviews: given, calibrations: [] }).reviewers.get('a')!.bias).toBeGreaterThan(5); // prettier-ignore
  });

  test('counts the middle with the median, all with the mean', () => {
    const given = [by('a', 20), by('b', 70), by('c', 80)];
    const median = gradeAll({ method: 'median', need: 3, reviews: given, calibrations: [] }).grades[0]!;
    expect([median.points, ...median.shares.map(({ share }) => share)]).toEqual([70, 0, 100, 0]);
    const mean = gradeAll({ method: 'mean', need: 3, reviews: given, calibrations: [] }).grades[0]!;
    expect([mean.points, ...mean.shares.map(({ share }) => share)]).toEqual([56.7, 33.3, 33.3, 33.3]);
  });

  test('grades nothing where there is nothing', () => {
    expect(gradeAll({ method: 'calibrated', need: 3, reviews: [], calibrations: [] }).grades).toEqual([]);
  });
});

describe('a plain grade', () => {
  test('is as unsure as one review is, and surer with each', () => {
    const reach = (points: number[]) => plainGrade(points, 'mean').high - plainGrade(points, 'mean').points;
    expect(reach([50])).toBeCloseTo(20.1, 1);
    expect(reach([50, 50])).toBeLessThan(reach([50]));
    expect(reach([50, 50, 50])).toBeLessThan(reach([50, 50]));
    expect(reach([20, 50, 80])).toBeGreaterThan(reach([50, 50, 50]));
  });

  test('never falls when a review rises', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 1, maxLength: 8 }),
        fc.nat(7),
        fc.nat(40),
        fc.constantFrom('mean' as const, 'median' as const),
        (points, which, more, chosen) => {
          const raised = points.map((one, n) => (n === which % points.length ? Math.min(100, one + more) : one));
          expect(plainGrade(raised, chosen).points).toBeGreaterThanOrEqual(plainGrade(points, chosen).points - 1e-9);
        },
      ),
    );
  });
});

describe('a grade is doubted', () => {
  const sure = { low: 65, high: 75 };

  test('with one review where more were asked for', () => {
    expect(doubtsAbout({ reviews: [70], need: 3, interval: sure })).toEqual(['few-reviews']);
    expect(doubtsAbout({ reviews: [70], need: 1, interval: sure })).toEqual([]);
    expect(doubtsAbout({ reviews: [], need: 3, interval: null })).toEqual([]);
  });

  test('where it is unsure, or reviews lie apart', () => {
    expect(doubtsAbout({ reviews: [70, 71], need: 3, interval: { low: 57, high: 82 } })).toEqual(['wide']);
    expect(doubtsAbout({ reviews: [70, 71], need: 3, interval: { low: 58, high: 82 } })).toEqual([]);
    expect(doubtsAbout({ reviews: [50, 81], need: 3, interval: sure })).toEqual(['apart']);
    expect(doubtsAbout({ reviews: [50, 80], need: 3, interval: null })).toEqual([]);
  });
});

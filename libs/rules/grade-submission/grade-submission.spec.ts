import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Calibration,
  gradeSubmissions,
  knowCrowd,
  meanPoints,
  medianPoints,
  type ScoredReview,
  weightedPoints,
} from './index.js';

const reviews: fc.Arbitrary<ScoredReview[]> = fc
  .uniqueArray(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 0, max: 100 })), {
    maxLength: 40,
    selector: ([a, b]) => `${a} ${b}`,
  })
  .map((list) => list.filter(([a, b]) => a !== b).map(([a, b, points]) => ({ reviewerId: `r${a}`, submissionId: `s${b}`, points }))); // prettier-ignore
const calibrations: fc.Arbitrary<Calibration[]> = fc.array(
  fc.record({ reviewerId: fc.nat(9).map((n) => `r${n}`), given: fc.nat(100), right: fc.nat(100) }),
  { maxLength: 8 },
);
const graded = (given: ScoredReview[], known: Calibration[]) => gradeSubmissions(given, known, knowCrowd(given, known));

describe('a grade', () => {
  test('lies between 0 and 100 and in its interval, and every submission with a review has one', () => {
    fc.assert(
      fc.property(reviews, calibrations, (given, known) => {
        const { grades } = graded(given, known);
        expect(grades.map(({ submissionId }) => submissionId)).toEqual([...new Set(given.map(({ submissionId }) => submissionId))].sort()); // prettier-ignore
        for (const { points, low, high, shares } of grades) {
          expect(0 <= low && low <= points && points <= high && high <= 100).toBe(true);
          expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
        }
      }),
    );
  });

  test('does not depend on the order of reviews', () => {
    fc.assert(
      fc.property(reviews, calibrations, (given, known) => {
        const rounded = (list: ReturnType<typeof graded>) => list.grades.map(({ submissionId, points }) => [submissionId, points.toFixed(6)]); // prettier-ignore
        expect(rounded(graded(given.toReversed(), known.toReversed()))).toEqual(rounded(graded(given, known)));
      }),
    );
  });

  test('never falls when a review of it rises, given what is known of the crowd', () => {
    fc.assert(
      fc.property(reviews, calibrations, fc.nat(39), fc.integer({ min: 1, max: 60 }), (given, known, which, more) => {
        if (given.length === 0) return;
        const crowd = knowCrowd(given, known);
        const at = which % given.length;
        const raised = given.map((one, n) => (n === at ? { ...one, points: Math.min(100, one.points + more) } : one));
        const of = (list: ScoredReview[]): number =>
          gradeSubmissions(list, known, crowd).grades.find(({ submissionId }) => submissionId === given[at]!.submissionId)!.points; // prettier-ignore
        expect(of(raised)).toBeGreaterThanOrEqual(of(given) - 1e-3);
      }),
    );
  });

  test('is pulled only so far by one review, however far off', () => {
    const fair = ['a', 'b', 'c', 'd'].map((reviewerId) => ({ reviewerId, submissionId: 's', points: 70 }));
    const crowd = knowCrowd(fair, []);
    const with_ = (points: number) => gradeSubmissions([...fair, { reviewerId: 'e', submissionId: 's', points }], [], crowd).grades[0]!.points; // prettier-ignore
    expect(with_(40) - with_(0)).toBeLessThan(3);
  });

  test('is corrected for a severe reviewer whom calibrations show to be one', () => {
    const severe: Calibration[] = [80, 60, 70].map((right) => ({ reviewerId: 'severe', given: right - 25, right }));
    const given = [
      { reviewerId: 'severe', submissionId: 's', points: 45 },
      { reviewerId: 'x', submissionId: 's', points: 68 },
    ];
    const crowd = knowCrowd(given, severe);
    expect(gradeSubmissions(given, severe, crowd).grades[0]!.points).toBeGreaterThan(
      gradeSubmissions(given, [], crowd).grades[0]!.points + 3,
    );
    expect(gradeSubmissions(given, severe, crowd).reviewers.find(({ reviewerId }) => reviewerId === 'severe')!.bias).toBeLessThan(-8); // prettier-ignore
  });
});

test('what examples tell about a reviewer counts also where the review itself is as usual as can be', () => {
  const given = [{ reviewerId: 'severe', submissionId: 's', points: 72 }];
  const known = [{ reviewerId: 'severe', given: 40, right: 80 }];
  expect(gradeSubmissions(given, known, knowCrowd(given, known)).grades[0]!.points).toBeGreaterThan(73);
});

test('points of a review are the weighted share of what each criterion could give', () => {
  expect(weightedPoints([{ points: 3, most: 4, weight: 1 }, { points: 10, most: 10, weight: 3 }])).toBeCloseTo(93.75); // prettier-ignore
  expect(weightedPoints([{ points: 0, most: 0, weight: 1 }])).toBe(0);
  expect(weightedPoints([])).toBe(0);
});

test('the median of an even number is the mean of the middle two', () => {
  expect([medianPoints([1, 9, 5]), medianPoints([4, 1, 9, 5]), meanPoints([1, 9, 5])]).toEqual([5, 4.5, 5]);
});

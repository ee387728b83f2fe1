import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreementOf, helpfulnessOf, reviewingPoints, totalPoints } from './index.js';

const points = fc.integer({ min: 0, max: 100 });
const compared = fc.array(fc.record({ points, grade: points }), { maxLength: 6 });
const count = fc.nat(6);

describe('the grade for reviewing', () => {
  test('is highest for who is always right, or always off by the same', () => {
    expect(agreementOf([{ points: 70, grade: 70 }], 0)).toBe(100);
    expect(agreementOf([{ points: 60, grade: 70 }, { points: 40, grade: 50 }], -10)).toBe(100); // prettier-ignore
    expect(agreementOf([{ points: 60, grade: 70 }], 0)).toBe(75);
    expect(agreementOf([{ points: 0, grade: 70 }], 0)).toBe(0);
    expect(agreementOf([], 5)).toBe(100);
  });

  test('takes helpfulness as the authors rate it', () => {
    expect([helpfulnessOf([]), helpfulnessOf([1]), helpfulnessOf([4, 4]), helpfulnessOf([2, 3])]).toEqual([null, 0, 100, 50]); // prettier-ignore
    expect(reviewingPoints({ agreement: 80, helpfulness: 100, given: 3, owed: 3 })).toBeCloseTo(86);
    expect(reviewingPoints({ agreement: 80, helpfulness: null, given: 3, owed: 3 })).toBe(80);
  });

  test('counts what was given of what was owed', () => {
    expect(reviewingPoints({ agreement: 90, helpfulness: null, given: 1, owed: 3 })).toBeCloseTo(30);
    expect(reviewingPoints({ agreement: 90, helpfulness: null, given: 5, owed: 3 })).toBe(90);
    expect(reviewingPoints({ agreement: 90, helpfulness: null, given: 0, owed: 3 })).toBe(0);
    expect(reviewingPoints({ agreement: 90, helpfulness: null, given: 1, owed: 0 })).toBe(90);
  });

  test('stays between 0 and 100 and never falls with more of anything good', () => {
    fc.assert(
      fc.property(
        compared,
        fc.integer({ min: -50, max: 50 }),
        fc.array(fc.integer({ min: 1, max: 4 })),
        count,
        count,
        fc.nat(20),
        (list, bias, ratings, given, owed, more) => {
          // prettier-ignore
          const agreement = agreementOf(list, bias);
          const helpfulness = helpfulnessOf(ratings);
          const grade = reviewingPoints({ agreement, helpfulness, given, owed });
          for (const one of [agreement, helpfulness ?? 0, grade]) expect(one >= 0 && one <= 100).toBe(true);
          const least = grade - 1e-9;
          expect(reviewingPoints({ agreement: agreement + more, helpfulness, given, owed })).toBeGreaterThanOrEqual(least); // prettier-ignore
          expect(reviewingPoints({ agreement, helpfulness, given: given + more, owed })).toBeGreaterThanOrEqual(least);
          if (helpfulness !== null)
          expect(reviewingPoints({ agreement, helpfulness: helpfulness + more, given, owed })).toBeGreaterThanOrEqual(least); // prettier-ignore
        },
      ),
    );
  });

  test('makes up the share that the assignment says', () => {
    expect([totalPoints(80, 40, 25), totalPoints(80, null, 25), totalPoints(80, 40, 0)]).toEqual([70, 80, 80]);
    fc.assert(
      fc.property(points, points, fc.nat(100), (submission, reviewing, share) => {
        const total = totalPoints(submission, reviewing, share);
        expect(total).toBeGreaterThanOrEqual(Math.min(submission, reviewing) - 1e-9);
        expect(total).toBeLessThanOrEqual(Math.max(submission, reviewing) + 1e-9);
      }),
    );
  });
});

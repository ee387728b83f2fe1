import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assignmentPhases } from './assignment-phases.js';
import { isPartDone, type PartGiven, reviewsOwed, todoNow } from './review-part.js';

const part = (change: Partial<PartGiven> = {}): PartGiven => ({
  handedIn: true,
  given: 0,
  give: 3,
  others: null,
  ...change,
});

const parts: fc.Arbitrary<PartGiven> = fc.record({
  handedIn: fc.boolean(),
  given: fc.nat(12),
  give: fc.nat(10),
  others: fc.option(fc.integer({ min: -1, max: 12 }), { nil: null }),
});

describe('the part of one learner', () => {
  test('is done with the work and the reviews that are asked', () => {
    expect(isPartDone(part({ given: 2 }))).toBe(false);
    expect(isPartDone(part({ given: 3 }))).toBe(true);
    expect(isPartDone(part({ given: 3, handedIn: false }))).toBe(false);
    expect(isPartDone(part({ give: 0 }))).toBe(true);
  });

  test('asks nobody for more reviews than there was work of others, once reviews are over', () => {
    expect(isPartDone(part({ given: 1, others: 1 }))).toBe(true);
    expect(isPartDone(part({ given: 0, others: 1 }))).toBe(false);
    expect(isPartDone(part({ given: 0, others: 0 }))).toBe(true);
    expect(reviewsOwed(part({ others: 8 }))).toBe(3);
  });

  test('is never done without the work, and a review more never undoes it', () => {
    fc.assert(
      fc.property(parts, (one) => {
        expect(isPartDone({ ...one, handedIn: false })).toBe(false);
        if (isPartDone(one)) expect(isPartDone({ ...one, given: one.given + 1 })).toBe(true);
      }),
    );
  });

  test('owes no more than is asked, no less than nothing, and no more at the end than before', () => {
    fc.assert(
      fc.property(parts, (one) => {
        const owed = reviewsOwed(one);
        expect(owed).toBeGreaterThanOrEqual(0);
        expect(owed).toBeLessThanOrEqual(reviewsOwed({ ...one, others: null }));
        expect(isPartDone({ ...one, handedIn: true, given: owed })).toBe(true);
      }),
    );
  });
});

describe('what can be done now', () => {
  const phases = assignmentPhases({
    opensAt: new Date('2026-03-02T08:00:00Z'),
    dueAfterDays: 4,
    timeZone: 'Europe/Berlin',
    graceHours: 24,
    reviewDays: 7,
    publishAfterHours: 48,
    dueMovedTo: null,
    reviewsMovedTo: null,
    extendedTo: null,
  });
  const usual = { handedIn: false, give: 3, ownPace: false, atOnce: false };
  const at = (instant: string, more: Partial<typeof usual> = {}) =>
    todoNow({ ...usual, ...more }, phases, new Date(instant));

  test('is to hand in, to the last instant of the grace', () => {
    expect(at('2026-03-02T07:59:59Z')).toBeNull();
    expect(at('2026-03-02T08:00:00Z')).toBe('hand-in');
    expect(at('2026-03-07T22:59:00Z')).toBe('hand-in');
    expect(at('2026-03-07T22:59:00.001Z')).toBeNull();
  });

  test('is to review from the moment after the due date, to the end of the reviews', () => {
    expect(at('2026-03-06T22:59:00Z', { handedIn: true })).toBeNull();
    expect(at('2026-03-06T22:59:00.001Z', { handedIn: true })).toBe('review');
    expect(at('2026-03-14T22:59:00Z', { handedIn: true })).toBe('review');
    expect(at('2026-03-14T22:59:00.001Z', { handedIn: true })).toBeNull();
  });

  test('is to review at once in one’s own pace, after the grace where everybody gets theirs at once, never where only trainers do', () => {
    expect(at('2026-03-03T08:00:00Z', { handedIn: true, ownPace: true })).toBe('review');
    expect(at('2026-03-07T12:00:00Z', { handedIn: true, atOnce: true })).toBeNull();
    expect(at('2026-03-08T12:00:00Z', { handedIn: true, atOnce: true })).toBe('review');
    expect(at('2026-03-08T12:00:00Z', { handedIn: true, give: 0 })).toBeNull();
  });
});

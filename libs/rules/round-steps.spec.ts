import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextRoundStep, type RoundNotes, type RoundStep, type RoundTimes } from './round-steps.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 2, 1) + day * 86_400_000);
const nothing: RoundNotes = {
  reviewsOpenedAt: null,
  closedAt: null,
  allocatedAt: null,
  reviewsClosedAt: null,
  publishedAt: null,
};
const times: RoundTimes = {
  reviewsFrom: at(5),
  graceUntil: at(6),
  lastGraceUntil: at(6),
  reviewsUntil: at(14),
  publishAt: at(16),
  isBatch: false,
};

/** What a sweep would note. */
function after(notes: RoundNotes, step: RoundStep, now: Date): RoundNotes {
  switch (step.do) {
    case 'turn-back':
      return {
        ...notes,
        closedAt: step.closed ? null : notes.closedAt,
        reviewsClosedAt: step.reviewsClosed ? null : notes.reviewsClosedAt,
        publishedAt: step.published ? null : notes.publishedAt,
      };
    case 'open-reviews':
      return { ...notes, reviewsOpenedAt: now };
    case 'close-submissions':
      return { ...notes, closedAt: now };
    case 'allocate':
      return { ...notes, allocatedAt: now };
    case 'close-reviews':
      return { ...notes, reviewsClosedAt: now };
    case 'publish':
      return { ...notes, publishedAt: now };
  }
}

function all(notes: RoundNotes, given: RoundTimes, now: Date): { steps: string[]; notes: RoundNotes } {
  const steps: string[] = [];
  let noted = notes;
  for (let step = nextRoundStep(noted, given, now); step; step = nextRoundStep(noted, given, now)) {
    steps.push(step.do);
    if (steps.length > 10) throw new Error('no end');
    noted = after(noted, step, now);
  }
  return { steps, notes: noted };
}

describe('the steps of a round', () => {
  test('come one by one as time goes by', () => {
    let { steps, notes } = all(nothing, times, at(5));
    expect(steps).toEqual([]);
    ({ steps, notes } = all(notes, times, new Date(at(5).getTime() + 1)));
    expect(steps).toEqual(['open-reviews']);
    ({ steps, notes } = all(notes, times, at(6.5)));
    expect(steps).toEqual(['close-submissions']);
    ({ steps, notes } = all(notes, times, at(14.1)));
    expect(steps).toEqual(['close-reviews']);
    ({ steps, notes } = all(notes, times, at(16)));
    expect(steps).toEqual(['publish']);
    expect(all(notes, times, at(400)).steps).toEqual([]);
  });

  test('come in order after a long sleep, without allocating what nobody can review any more', () => {
    expect(all(nothing, { ...times, isBatch: true }, at(100)).steps).toEqual([
      'open-reviews',
      'close-submissions',
      'close-reviews',
      'publish',
    ]);
    expect(nextRoundStep(nothing, times, at(100))).toEqual({ do: 'open-reviews', late: true });
  });

  test('go back with a deadline that is moved, and come again', () => {
    const { notes } = all(nothing, times, at(17));
    const moved = { ...times, reviewsUntil: at(20), publishAt: at(22) };
    const back = all(notes, moved, at(17));
    expect(back.steps).toEqual(['turn-back']);
    expect(back.notes).toMatchObject({ closedAt: at(17), reviewsClosedAt: null, publishedAt: null });
    expect(all(back.notes, moved, at(23)).steps).toEqual(['close-reviews', 'publish']);
  });

  test('wait for the latest extension before everybody gets their reviews, but not too long', () => {
    const batch = { ...times, isBatch: true };
    expect(all(nothing, { ...batch, lastGraceUntil: at(8) }, at(7)).steps).toEqual(['open-reviews']);
    expect(all(nothing, { ...batch, lastGraceUntil: at(8) }, at(8.1)).steps).toContain('allocate');
    expect(all(nothing, { ...batch, lastGraceUntil: at(13) }, at(7)).steps).toEqual(['open-reviews', 'allocate']);
  });

  test('come to an end from anywhere, and then nothing is due', () => {
    const some = fc.option(fc.integer({ min: 0, max: 40 }).map(at));
    fc.assert(
      fc.property(
        fc.record({
          reviewsOpenedAt: some,
          closedAt: some,
          allocatedAt: some,
          reviewsClosedAt: some,
          publishedAt: some,
        }),
        fc.tuple(...[1, 2, 3, 4, 5, 6].map(() => fc.integer({ min: 0, max: 10 }))),
        fc.boolean(),
        (notes, [from, grace, more, reviews, publish, now], isBatch) => {
          const given: RoundTimes = {
            reviewsFrom: at(from!),
            graceUntil: at(from! + grace!),
            lastGraceUntil: at(from! + grace! + more!),
            reviewsUntil: at(from! + grace! + reviews!),
            publishAt: at(from! + grace! + reviews! + publish!),
            isBatch,
          };
          const done = all(notes, given, at(now! * 4));
          expect(nextRoundStep(done.notes, given, at(now! * 4))).toBeNull();
          expect(done.notes.publishedAt !== null).toBe(
            at(now! * 4) > given.reviewsUntil && at(now! * 4) >= given.publishAt,
          );
        },
      ),
    );
  });
});

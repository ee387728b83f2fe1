import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignmentPhases, mayHandIn, phaseAt, type Phases, type PhasesGiven } from './assignment-phases.js';

const usual: PhasesGiven = {
  opensAt: new Date('2026-03-02T08:00:00Z'),
  dueAfterDays: 4,
  timeZone: 'Europe/Berlin',
  graceHours: 24,
  reviewDays: 7,
  publishAfterHours: 48,
  dueMovedTo: null,
  reviewsMovedTo: null,
  extendedTo: null,
};

const phases = (said: Partial<PhasesGiven> = {}): Phases => assignmentPhases({ ...usual, ...said });
const written = (said: Partial<PhasesGiven> = {}): string[] => {
  const { dueAt, graceUntil, reviewsFrom, reviewsUntil, publishAt } = phases(said);
  return [dueAt, graceUntil, reviewsFrom, reviewsUntil, publishAt].map((at) => at.toISOString().slice(0, 16));
};

const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC');
const anything: fc.Arbitrary<PhasesGiven> = fc.record({
  opensAt: instant,
  dueAfterDays: fc.integer({ min: 0, max: 60 }),
  timeZone: zone,
  graceHours: fc.integer({ min: 0, max: 336 }),
  reviewDays: fc.integer({ min: 1, max: 90 }),
  publishAfterHours: fc.integer({ min: 0, max: 336 }),
  dueMovedTo: fc.option(instant),
  reviewsMovedTo: fc.option(instant),
  extendedTo: fc.option(instant),
});

describe('the phases of an assignment', () => {
  it('follow each other from the release of its module', () => {
    expect(written()).toEqual([
      '2026-03-06T22:59',
      '2026-03-07T22:59',
      '2026-03-06T22:59',
      '2026-03-14T22:59',
      '2026-03-16T22:59',
    ]);
  });

  it('end at the same hour on the clocks when those change in between', () => {
    const spring = { opensAt: new Date('2026-03-23T08:00:00Z') };
    expect(written(spring).slice(0, 4)).toEqual([
      '2026-03-27T22:59',
      '2026-03-28T22:59',
      '2026-03-27T22:59',
      '2026-04-04T21:59',
    ]);
    const autumn = { opensAt: new Date('2026-10-19T07:00:00Z') };
    expect(written(autumn)[3]).toBe('2026-10-31T22:59');
  });

  it('move with the due date, and the reviews with theirs', () => {
    const dueMovedTo = new Date('2026-03-08T17:00:00Z');
    expect(written({ dueMovedTo })).toEqual([
      '2026-03-08T17:00',
      '2026-03-09T17:00',
      '2026-03-08T17:00',
      '2026-03-16T22:59',
      '2026-03-18T22:59',
    ]);
    const reviewsMovedTo = new Date('2026-03-20T17:00:00Z');
    expect(written({ reviewsMovedTo }).slice(3)).toEqual(['2026-03-20T17:00', '2026-03-22T17:00']);
  });

  it('do without a move that a later release, or a later due date, has overtaken', () => {
    const dueMovedTo = new Date('2026-03-08T17:00:00Z');
    const opensAt = new Date('2026-03-09T08:00:00Z');
    expect(written({ opensAt, dueMovedTo })).toEqual(written({ opensAt }));
    const reviewsMovedTo = new Date('2026-03-07T12:00:00Z');
    expect(written({ reviewsMovedTo })).toEqual(written());
  });

  it('keep an order, whatever is moved', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { opensAt, reviewsFrom, dueAt, graceUntil, reviewsUntil, publishAt } = assignmentPhases(given);
        const common = [opensAt, reviewsFrom, reviewsUntil, publishAt].map(Number);
        expect(common).toEqual(common.toSorted((a, b) => a - b));
        const own = [opensAt, dueAt, graceUntil].map(Number);
        expect(own).toEqual(own.toSorted((a, b) => a - b));
        const ofAll = assignmentPhases({ ...given, extendedTo: null });
        expect(ofAll.graceUntil.getTime()).toBeLessThanOrEqual(reviewsUntil.getTime());
      }),
    );
  });

  it('give who has more time no less, and the others nothing else', () => {
    fc.assert(
      fc.property(anything, instant, (given, extendedTo) => {
        const others = assignmentPhases({ ...given, extendedTo: null });
        const own = assignmentPhases({ ...given, extendedTo });
        expect(own.dueAt.getTime()).toBe(Math.max(others.dueAt.getTime(), extendedTo.getTime()));
        expect(own.graceUntil.getTime() - own.dueAt.getTime()).toBe(given.graceHours * 3_600_000);
        expect({ ...own, dueAt: others.dueAt, graceUntil: others.graceUntil }).toEqual(others);
      }),
    );
  });

  it('come no earlier where anything lasts longer or begins later', () => {
    const longer = fc.record({
      dueAfterDays: fc.nat(20),
      graceHours: fc.nat(100),
      reviewDays: fc.nat(20),
      publishAfterHours: fc.nat(100),
      opensAt: fc.nat(10_000_000_000),
    });
    fc.assert(
      fc.property(anything, longer, (given, more) => {
        const before = assignmentPhases(given);
        const after = assignmentPhases({
          ...given,
          opensAt: new Date(given.opensAt.getTime() + more.opensAt),
          dueAfterDays: given.dueAfterDays + more.dueAfterDays,
          graceHours: given.graceHours + more.graceHours,
          reviewDays: given.reviewDays + more.reviewDays,
          publishAfterHours: given.publishAfterHours + more.publishAfterHours,
        });
        for (const name of ['dueAt', 'graceUntil', 'reviewsFrom', 'reviewsUntil', 'publishAt'] as const)
          expect(after[name].getTime()).toBeGreaterThanOrEqual(before[name].getTime());
      }),
    );
  });
});

describe('where an assignment stands', () => {
  const at = (iso: string): Date => new Date(iso);

  it.each([
    ['2026-03-02T07:59:59.999Z', 'before', 'no'],
    ['2026-03-02T08:00:00.000Z', 'open', 'in-time'],
    ['2026-03-06T22:59:00.000Z', 'open', 'in-time'],
    ['2026-03-06T22:59:00.001Z', 'reviewing', 'late'],
    ['2026-03-07T22:59:00.000Z', 'reviewing', 'late'],
    ['2026-03-07T22:59:00.001Z', 'reviewing', 'no'],
    ['2026-03-14T22:59:00.000Z', 'reviewing', 'no'],
    ['2026-03-14T22:59:00.001Z', 'grading', 'no'],
    ['2026-03-16T22:58:59.999Z', 'grading', 'no'],
    ['2026-03-16T22:59:00.000Z', 'published', 'no'],
  ])('at %s: %s, and work is taken: %s', (now, phase, taken) => {
    expect(phaseAt(phases(), at(now))).toBe(phase);
    expect(mayHandIn(phases(), at(now))).toBe(taken);
  });

  it('takes work of who has more time after the others, in time', () => {
    const extended = phases({ extendedTo: at('2026-03-10T11:00:00Z') });
    expect(mayHandIn(extended, at('2026-03-10T11:00:00.000Z'))).toBe('in-time');
    expect(mayHandIn(extended, at('2026-03-10T11:00:00.001Z'))).toBe('late');
    expect(phaseAt(extended, at('2026-03-08T11:00:00Z'))).toBe('reviewing');
  });

  it('never goes back as time goes on', () => {
    const order = ['before', 'open', 'reviewing', 'grading', 'published'];
    const taken = { no: 2, late: 1, 'in-time': 0 };
    fc.assert(
      fc.property(anything, instant, instant, (given, one, other) => {
        const all = assignmentPhases(given);
        const [sooner, later] = one < other ? [one, other] : [other, one];
        expect(order.indexOf(phaseAt(all, sooner))).toBeLessThanOrEqual(order.indexOf(phaseAt(all, later)));
        if (sooner >= all.opensAt)
          expect(taken[mayHandIn(all, sooner)]).toBeLessThanOrEqual(taken[mayHandIn(all, later)]);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isComplete, nextStep, percentDone, progressByStep, progressIn, type StepItem } from './next-step.js';

const item = (itemId: string, change: Partial<StepItem> = {}): StepItem => ({
  itemId,
  minutes: 10,
  required: true,
  countable: true,
  ...change,
});
const optional = (itemId: string): StepItem => item(itemId, { required: false });
const placeholder = (itemId: string): StepItem => item(itemId, { countable: false });
const done = (...ids: string[]): Set<string> => new Set(ids);

describe('the next step', () => {
  const modules = [
    { title: 'One', isOpen: true, items: [placeholder('session'), item('a'), optional('b'), item('c')] },
    { title: 'Two', isOpen: true, items: [item('d')] },
    { title: 'Three', isOpen: false, items: [item('e')] },
  ];
  const next = (...ids: string[]): string | undefined => nextStep(modules, done(...ids))?.item.itemId;

  it('is the first thing that can be done', () => {
    const step = nextStep(modules, done())!;
    expect([step.module.title, step.item.itemId]).toEqual(['One', 'a']);
  });

  it('does not lead back to what is optional before the required is done', () => {
    expect(next('a')).toBe('c');
    expect(next('a', 'c')).toBe('d');
    expect(next('a', 'c', 'd')).toBe('b');
  });

  it('is nothing that waits for others, though it counts', () => {
    const items = [item('a', { waits: true }), item('b')];
    expect(nextStep([{ isOpen: true, items }], done())?.item.itemId).toBe('b');
    expect(progressIn(items, done())).toMatchObject({ done: 0, total: 2 });
  });

  it('is none when all that is open is done', () => expect(next('a', 'b', 'c', 'd')).toBeUndefined());
});

describe('progress', () => {
  it('counts what can be done, and the minutes left', () => {
    const items = [item('a'), optional('b'), item('c', { minutes: 25 }), placeholder('d')];
    expect(progressIn(items, done('a', 'd', 'elsewhere'))).toEqual({ done: 1, total: 3, percent: 33, minutesLeft: 35 });
    expect(progressIn([placeholder('d')], done('d'))).toEqual({ done: 0, total: 0, percent: 0, minutesLeft: 0 });
  });

  it('is told by week where a week has several modules', () => {
    const weeks = progressByStep(
      [
        { step: 1, items: [item('a')] },
        { step: 1, items: [item('b')] },
        { step: 2, items: [item('c')] },
      ],
      done('a', 'c'),
    );
    expect(weeks.map(({ step, percent }) => [step, percent])).toEqual([
      [1, 50],
      [2, 100],
    ]);
  });

  it('is 100 percent only when all is done', () => {
    expect(percentDone(999, 1000)).toBe(99);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (total, count) => {
        const percent = percentDone(Math.min(count, total), total);
        expect(percent === 100).toBe(count >= total);
        expect(Number.isInteger(percent) && percent >= 0).toBe(true);
      }),
    );
  });
});

describe('completion', () => {
  it('asks for all that is required and can be done', () => {
    const items = [item('a'), optional('b'), item('c'), placeholder('d')];
    expect(isComplete(items, done('a', 'b'))).toBe(false);
    expect(isComplete(items, done('a', 'c'))).toBe(true);
  });

  it('asks for everything where nothing is required', () => {
    expect(isComplete([optional('a'), optional('b')], done('a'))).toBe(false);
    expect(isComplete([optional('a'), optional('b')], done('a', 'b'))).toBe(true);
  });

  it('is not reached by doing nothing', () => {
    expect(isComplete([], done())).toBe(false);
    expect(isComplete([placeholder('a')], done('a'))).toBe(false);
  });

  it('and progress and the next step agree, whatever is done', () => {
    const anyItem = fc.record({
      itemId: fc.integer({ min: 0, max: 30 }).map(String),
      minutes: fc.nat(60),
      required: fc.boolean(),
      countable: fc.boolean(),
    });
    const items = fc.uniqueArray(anyItem, { selector: ({ itemId }) => itemId });
    const marks = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String)).map((ids) => new Set(ids));
    fc.assert(
      fc.property(items, marks, (all, marked) => {
        const progress = progressIn(all, marked);
        const next = nextStep([{ isOpen: true, items: all }], marked);
        expect(next === null).toBe(progress.done === progress.total);
        if (progress.percent === 100) expect(isComplete(all, marked)).toBe(true);
        if (next) {
          expect(marked.has(next.item.itemId) || !next.item.countable).toBe(false);
          const after = progressIn(all, new Set(marked).add(next.item.itemId));
          expect(after.done).toBe(progress.done + 1);
          expect(after.minutesLeft).toBe(progress.minutesLeft - next.item.minutes);
          if (!isComplete(all, marked) && all.some((each) => each.required && each.countable))
            expect(next.item.required).toBe(true);
        }
      }),
    );
  });
});

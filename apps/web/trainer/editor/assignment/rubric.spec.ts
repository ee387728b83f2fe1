import { describe, expect, test } from '@jest/globals';
import { answerProblems, type Criterion, pointsOf, rubricProblems } from '@kohorte/rules';
import fc from 'fast-check';
import {
  addLevel,
  type Assessment,
  duplicateCriterion,
  newCriterion,
  openIn,
  putCriterionBack,
  removeCriterion,
  removeLevel,
  stepCriterion,
  stepLevel,
} from './rubric.js';

const criterion = (criterionId: string, levels: string[]): Criterion => ({
  criterionId,
  title: criterionId.toUpperCase(),
  prompt: null,
  weight: 1,
  commentRequired: false,
  levels: levels.map((title, points) => ({ points, title, description: null })),
});

/** Two criteria; the example is good in `a` and poor in `b`. */
const before: Assessment = {
  rubric: [criterion('a', ['poor', 'fair', 'good']), criterion('b', ['poor', 'good'])],
  examples: [
    {
      exampleId: 'x',
      title: 'X',
      text: 'X',
      answers: [
        { criterionId: 'a', level: 2, comment: 'why' },
        { criterionId: 'b', level: 0, comment: null },
      ],
    },
  ],
};

/** `a: 0 poor, 1 fair* / b: …`: each level with its points, a star where the example stands. */
const written = ({ rubric, examples }: Assessment): string =>
  rubric
    .map(({ criterionId, levels }) => {
      const chosen = examples[0]!.answers.find((one) => one.criterionId === criterionId)?.level;
      const told = levels.map(({ points, title }, at) => `${points} ${title}${at === chosen ? '*' : ''}`);
      return `${criterionId}: ${told.join(', ')}`;
    })
    .join(' / ');

describe('A rubric', () => {
  test('as it begins', () => expect(written(before)).toBe('a: 0 poor, 1 fair, 2 good* / b: 0 poor*, 1 good'));

  test.each<[string, Assessment, string]>([
    ['a criterion up', stepCriterion(before, 'b', -1), 'b: 0 poor*, 1 good / a: 0 poor, 1 fair, 2 good*'],
    ['the last criterion down', stepCriterion(before, 'b', 1), written(before)],
    ['a criterion less', removeCriterion(before, 'a'), 'b: 0 poor*, 1 good'],
    ['a level more', addLevel(before, 'b'), 'a: 0 poor, 1 fair, 2 good* / b: 0 poor*, 1 good, 2 '],
    ['a level up', stepLevel(before, 'a', 2, -1), 'a: 0 poor, 1 good*, 2 fair / b: 0 poor*, 1 good'],
    ['its neighbour down', stepLevel(before, 'a', 1, 1), 'a: 0 poor, 1 good*, 2 fair / b: 0 poor*, 1 good'],
    ['the first level up', stepLevel(before, 'a', 0, -1), written(before)],
    ['a lower level less', removeLevel(before, 'a', 0), 'a: 1 fair, 2 good* / b: 0 poor*, 1 good'],
    ['the level of the example less', removeLevel(before, 'a', 2), 'a: 0 poor, 1 fair / b: 0 poor*, 1 good'],
  ])('with %s', (_, after, expected) => expect(written(after)).toBe(expected));

  test('keeps no answer to a criterion that is gone, and gets it back with the criterion', () => {
    const without = removeCriterion(before, 'a');
    expect(without.examples[0]!.answers).toEqual([{ criterionId: 'b', level: 0, comment: null }]);
    const back = putCriterionBack({ ...without, other: 'stays' }, before, 'a');
    expect(written(back)).toBe(written(before));
    expect(back.other).toBe('stays');
    expect(written(putCriterionBack(removeLevel(before, 'a', 0), before, 'a'))).toBe(written(before));
  });

  test('says what an example does not answer yet', () => {
    expect(openIn(before.examples[0]!, before.rubric)).toEqual([]);
    const twice = duplicateCriterion(before, 'a', 'A again');
    expect(twice.rubric.map(({ title }) => title)).toEqual(['A', 'A again', 'B']);
    expect(openIn(twice.examples[0]!, twice.rubric)).toEqual(['A again']);
    expect(openIn(removeLevel(before, 'a', 2).examples[0]!, before.rubric)).toEqual(['A']);
  });

  test('begins a new criterion with the levels of the last', () => {
    expect(newCriterion(before.rubric, []).levels.map(({ title }) => title)).toEqual(['poor', 'good']);
    expect(newCriterion([], before.rubric[0]!.levels).levels).toHaveLength(3);
  });

  const step = fc.record({
    what: fc.constantFrom('step', 'duplicate', 'add', 'stepLevel', 'removeLevel'),
    which: fc.nat(9),
    at: fc.nat(7),
    by: fc.constantFrom<1 | -1>(1, -1),
  });

  test('stays one that can be saved, with answers that fit, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let now = before;
        for (const { what, which, at, by } of steps) {
          const { criterionId, levels } = now.rubric[which % now.rubric.length]!;
          const level = at % levels.length;
          if (what === 'step') now = stepCriterion(now, criterionId, by);
          if (what === 'duplicate' && now.rubric.length < 20) now = duplicateCriterion(now, criterionId, 'again');
          if (what === 'add' && levels.length < 8) now = addLevel(now, criterionId);
          if (what === 'stepLevel') now = stepLevel(now, criterionId, level, by);
          if (what === 'removeLevel' && levels.length > 2) now = removeLevel(now, criterionId, level);
          expect(rubricProblems(now.rubric)).toEqual([]);
          expect(answerProblems(now.examples[0]!.answers, now.rubric)).toEqual([]);
        }
      }),
    );
  });

  test('gives the example other points only where its level moves', () => {
    const points = ({ rubric, examples }: Assessment) => pointsOf(examples[0]!.answers, rubric);
    expect(points(stepCriterion(before, 'a', 1))).toBe(points(before));
    expect(points(stepLevel(before, 'a', 0, 1))).toBe(points(before));
    expect(points(stepLevel(before, 'a', 2, -1))).toBe(25);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  answerProblems,
  type AssignmentDesign,
  type Criterion,
  type CriterionAnswer,
  designProblems,
  pointsOf,
  rubricProblems,
  wordsIn,
} from './assignment.js';

const criterion = (criterionId: string, points: number[], weight = 1): Criterion => ({
  criterionId,
  title: criterionId,
  prompt: null,
  weight,
  commentRequired: false,
  levels: points.map((worth) => ({ points: worth, title: `${worth}`, description: null })),
});
const answer = (criterionId: string, level: number | null): CriterionAnswer => ({ criterionId, level, comment: null });

const design = (said: Partial<AssignmentDesign> = {}): AssignmentDesign => ({
  handIn: { text: true, link: false, video: false, files: 0, fileMegabytes: 20 },
  leastWords: null,
  mostWords: null,
  template: null,
  graceHours: 24,
  teams: false,
  anonymity: 'double-blind',
  reviews: { give: 3, need: 3, days: 7, way: 'next', leaseHours: 48, leastWords: 30 },
  rubric: [criterion('clear', [0, 1, 2], 2), criterion('useful', [0, 4])],
  examples: [],
  grading: { method: 'calibrated', reviewingShare: 0, publishAfterHours: 48 },
  ...said,
});
const problems = (said: Partial<AssignmentDesign>): string[] =>
  designProblems(design(said)).map(({ field, code, figure }) => [field, code, figure].filter(isThere).join(' '));
const isThere = (part: unknown): boolean => part !== undefined;

const example = (answers: CriterionAnswer[], exampleId = 'good') => ({ exampleId, title: 'Gut', text: 'So.', answers });
const nothing = { text: false, link: false, video: false, files: 0, fileMegabytes: 20 };
const { reviews } = design();
const whole = [answer('clear', 2), answer('useful', 1)];

describe('what an assignment asks', () => {
  it.each<[string, Partial<AssignmentDesign>, string[]]>([
    ['the usual', {}, []],
    ['files only', { handIn: { ...nothing, files: 1 } }, []],
    ['nothing to hand in', { handIn: nothing }, ['handIn nothing-to-hand-in']],
    ['words between', { leastWords: 100, mostWords: 100 }, []],
    ['fewer words at most than at least', { leastWords: 100, mostWords: 99 }, ['mostWords min 100']],
    ['fewer reviews given than needed', { reviews: { ...reviews, give: 2 } }, ['reviews.give min 3']],
    ['only trainers review', { reviews: { ...reviews, give: 0, need: 0 } }, []],
    ['more given than needed', { reviews: { ...reviews, give: 5 } }, []],
    [
      'a rubric of which nothing counts',
      { rubric: [criterion('a', [0, 1], 0), criterion('b', [0, 1], 0)] },
      ['rubric.0.weight min 1'],
    ],
    ['a criterion that does not count', { rubric: [criterion('a', [0, 1], 0), criterion('b', [0, 1])] }, []],
    [
      'criteria and levels that are the same',
      { rubric: [criterion('a', [0, 1]), criterion('a', [3, 3])] },
      ['rubric.1.criterionId same-id', 'rubric.1.levels levels-alike'],
    ],
    ['an example', { examples: [example(whole)] }, []],
    ['an example half answered', { examples: [example([whole[0]!])] }, ['examples.0.answers not-answered']],
    [
      'an example with a criterion left open',
      { examples: [example([whole[0]!, answer('useful', null)])] },
      ['examples.0.answers not-answered'],
    ],
    [
      'an example that answers what nobody asks',
      { examples: [example([...whole, answer('other', 0)])] },
      ['examples.0.answers.2 criterion-unknown'],
    ],
    [
      'an example with a level that is not there',
      { examples: [example([whole[0]!, answer('useful', 2)])] },
      ['examples.0.answers.1 level-unknown'],
    ],
    ['examples of one name', { examples: [example(whole), example(whole)] }, ['examples.1.exampleId same-id']],
  ])('%s', (_, said, found) => expect(problems(said)).toEqual(found));

  it('has no problem with a rubric of different criteria and levels', () => {
    fc.assert(
      fc.property(rubrics, (rubric) => {
        expect(rubricProblems(rubric)).toEqual([]);
        expect(answerProblems(answersTo(rubric, 0), rubric)).toEqual([]);
      }),
    );
  });
});

/** Rubrics of criteria of which at least the first counts. */
const rubrics: fc.Arbitrary<Criterion[]> = fc
  .array(
    fc.record({
      points: fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 8 }),
      weight: fc.integer({ min: 0, max: 100 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(
    (all) =>
    all.map(({ points, weight }, at) => criterion(`c${at}`, points.toSorted((a, b) => a - b), at === 0 ? weight + 1 : weight)), // prettier-ignore
  );

/** Every criterion answered with one level, or its best where it has fewer. */
const answersTo = (rubric: readonly Criterion[], level: number): CriterionAnswer[] =>
  rubric.map(({ criterionId, levels }) => answer(criterionId, Math.min(level, levels.length - 1)));

describe('the points of a review', () => {
  const { rubric } = design();

  it.each<[CriterionAnswer[], number | null]>([
    [[answer('clear', 2), answer('useful', 1)], 100],
    [[answer('clear', 0), answer('useful', 0)], 0],
    [[answer('useful', 0), answer('clear', 2)], 200 / 3],
    [[answer('clear', 1), answer('useful', 1)], 200 / 3],
    [[answer('clear', 2)], null],
    [[answer('clear', 2), answer('useful', null)], null],
    [[answer('clear', 2), answer('useful', 7)], null],
  ])('%j: %p', (answers, points) => {
    const found = pointsOf(answers, rubric);
    if (points === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(points);
  });

  it('lie between 0 and 100, and are 100 for the best everywhere', () => {
    fc.assert(
      fc.property(rubrics, fc.nat(7), (some, level) => {
        const points = pointsOf(answersTo(some, level), some)!;
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(100);
        expect(pointsOf(answersTo(some, 7), some)).toBeCloseTo(100);
      }),
    );
  });

  it('do not fall when one criterion is met better', () => {
    fc.assert(
      fc.property(rubrics, fc.nat(6), fc.nat(7), (some, level, which) => {
        const answers = answersTo(some, level);
        const { levels } = some[which % some.length]!;
        const better = answers.map((one, at) =>
          at === which % some.length ? { ...one, level: Math.min(one.level! + 1, levels.length - 1) } : one,
        );
        expect(pointsOf(better, some)!).toBeGreaterThanOrEqual(pointsOf(answers, some)! - 1e-9);
      }),
    );
  });

  it('do not depend on the order of answers', () => {
    fc.assert(
      fc.property(rubrics, fc.nat(7), (some, level) => {
        const answers = answersTo(some, level);
        expect(pointsOf(answers.toReversed(), some)).toBe(pointsOf(answers, some));
      }),
    );
  });
});

it.each([
  ['', 0],
  ['  \n ', 0],
  ['Guten Tag, Frau Kern!', 4],
  ['Das – und nur das – zählt: 3 Punkte.', 7],
  ['- **fett**\n- E-Mail', 2],
])('the words of %j: %d', (text, words) => expect(wordsIn(text)).toBe(words));

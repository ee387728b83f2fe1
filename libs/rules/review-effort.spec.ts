import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Criterion, type CriterionAnswer, wordsIn } from './assignment.js';
import { reviewGaps } from './review-effort.js';

const criterion = (criterionId: string, commentRequired = false): Criterion => ({
  criterionId,
  title: criterionId,
  prompt: null,
  weight: 1,
  commentRequired,
  levels: [0, 1, 2].map((points) => ({ points, title: `${points}`, description: null })),
});
const rubric = [criterion('clear', true), criterion('useful')];
const answer = (criterionId: string, level: number | null, comment: string | null = null): CriterionAnswer => ({
  criterionId,
  level,
  comment,
});
const gaps = (answers: CriterionAnswer[], overall: string | null = null, leastWords = 0): string[] =>
  reviewGaps({ answers, overall }, rubric, leastWords).map(({ field, code }) => `${field} ${code}`);

describe('what is missing to a whole review', () => {
  test('a level for each criterion, a comment where one is asked for', () => {
    expect(gaps([])).toEqual(['answers.0.level level-missing', 'answers.0.comment comment-missing', 'answers.1.level level-missing']); // prettier-ignore
    expect(gaps([answer('clear', 1, ' … '), answer('useful', 0)])).toEqual(['answers.0.comment comment-missing']);
    expect(gaps([answer('useful', 0), answer('clear', 1, 'Klar.')])).toEqual([]);
    expect(gaps([answer('clear', 7, 'Klar.'), answer('useful', 0)])).toEqual(['answers.0.level level-missing']);
  });

  test('so many words over everything that is said', () => {
    const answers = [answer('clear', 1, 'Sehr klar.'), answer('useful', 0)];
    expect(reviewGaps({ answers, overall: null }, rubric, 5)).toEqual([{ field: 'overall', code: 'too-few-words', figure: 5 }]); // prettier-ignore
    expect(gaps(answers, 'Danke, das half.', 5)).toEqual([]);
  });

  test('the same sentence under each criterion is no review, where words are asked for', () => {
    const answers = [answer('clear', 1, 'Alles gut soweit!'), answer('useful', 0, ' alles gut, soweit ')];
    expect(gaps(answers, null, 1)).toEqual(['answers.1.comment comment-repeated']);
    expect(gaps(answers, null, 0)).toEqual([]);
    expect(reviewGaps({ answers: [answers[0]!], overall: null }, [rubric[0]!], 1)).toEqual([]);
  });

  const said = fc.option(fc.string({ maxLength: 30 }), { nil: null });
  const someAnswers = fc.array(
    fc.record({ criterionId: fc.constantFrom('clear', 'useful', 'gone'), level: fc.option(fc.nat(8), { nil: null }), comment: said }),
    { maxLength: 4 },
  ); // prettier-ignore

  test('whatever is said, each gap is named once, and it can be closed', () => {
    fc.assert(
      fc.property(someAnswers, said, fc.nat(60), (answers, overall, leastWords) => {
        const found = reviewGaps({ answers, overall }, rubric, leastWords).map(({ field, code }) => `${field} ${code}`);
        expect(new Set(found).size).toBe(found.length);
        const filled = [answer('clear', 1, 'Der Anfang ist klar.'), answer('useful', 2, 'Ich kann es brauchen.')];
        expect(reviewGaps({ answers: filled, overall: 'Wort '.repeat(leastWords) }, rubric, leastWords)).toEqual([]);
      }),
    );
  });

  test('who says more is never told that words are missing when they were not before', () => {
    fc.assert(
      fc.property(someAnswers, fc.string(), fc.nat(20), (answers, more, leastWords) => {
        const few = (overall: string): boolean =>
          reviewGaps({ answers, overall }, rubric, leastWords).some(({ code }) => code === 'too-few-words');
        expect(few(`Danke ${more}`) && !few('Danke')).toBe(false);
        expect(wordsIn(`Danke ${more}`)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Criterion } from '@kohorte/rules';
import { isDisputed } from './disagreement.js';

const criterion: Criterion = {
  criterionId: 'clear',
  title: 'Klarheit',
  prompt: null,
  weight: 1,
  commentRequired: false,
  levels: [0, 1, 2, 4].map((points) => ({ points, title: String(points), description: null })),
};
const given = (...levels: (number | null)[]) => levels.map((level) => [{ criterionId: 'clear', level, comment: null }]);

describe('Reviews disagree on a criterion', () => {
  test.each([
    ['none', given(), false],
    ['one alone', given(3), false],
    ['the same', given(2, 2, 2), false],
    ['a quarter of the scale', given(0, 1), false],
    ['half of the scale', given(1, 2, 0), false],
    ['more than half of it', given(1, 3), true],
    ['from end to end', given(0, 3), true],
    ['one without a level', given(null, 3), false],
  ])('%s', (_, reviews, disputed) => expect(isDisputed(criterion, reviews)).toBe(disputed));
});

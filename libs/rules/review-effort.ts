import { type Criterion, type CriterionAnswer, wordsIn } from './assignment.js';

/** What is missing to a whole review, by the path of the field; `figure` is what is asked at least. */
export interface ReviewGap {
  field: string;
  code: 'level-missing' | 'comment-missing' | 'comment-repeated' | 'too-few-words';
  figure?: number;
}

/**
 * What is missing to a whole review: a level for each criterion, a comment where one is asked for, and, where the
 * assignment asks for words at all, so many over everything said, and not the same sentence under each criterion. Fields
 * are numbered as the criteria of the rubric.
 */
export function reviewGaps(
  { answers, overall }: { answers: readonly CriterionAnswer[]; overall: string | null },
  rubric: readonly Criterion[],
  leastWords: number,
): ReviewGap[] {
  const answerTo = new Map(answers.map((answer) => [answer.criterionId, answer]));
  const comments = rubric.map(({ criterionId }) => answerTo.get(criterionId)?.comment ?? '');
  const gaps = rubric.flatMap((criterion, at): ReviewGap[] => {
    const level = answerTo.get(criterion.criterionId)?.level ?? null;
    return [
      ...(level === null || !criterion.levels[level] ? [{ field: `answers.${at}.level`, code: 'level-missing' as const }] : []),
      ...(criterion.commentRequired && wordsIn(comments[at]!) === 0
        ? [{ field: `answers.${at}.comment`, code: 'comment-missing' as const }]
        : []),
    ];
  }); // prettier-ignore
  if (leastWords === 0) return gaps;
  if (isRepeated(comments)) gaps.push({ field: `answers.${comments.length - 1}.comment`, code: 'comment-repeated' });
  const words = [...comments, overall ?? ''].reduce((sum, text) => sum + wordsIn(text), 0);
  if (words < leastWords) gaps.push({ field: 'overall', code: 'too-few-words', figure: leastWords });
  return gaps;
}

/** Every criterion has the same comment. */
function isRepeated(comments: readonly string[]): boolean {
  const said = new Set(
    comments.map((comment) =>
      comment
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    ),
  );
  return comments.length > 1 && said.size === 1 && !said.has('');
}

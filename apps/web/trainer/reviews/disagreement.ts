import type { Criterion, CriterionAnswer } from '@kohorte/rules';

/** Reviews lie apart by more than half of a criterion's scale: of three levels, from end to end. */
const apart = 0.5;

/** Whether reviews disagree on a criterion so far that somebody should look. */
export function isDisputed(
  { criterionId, levels }: Criterion,
  reviews: readonly (readonly CriterionAnswer[])[],
): boolean {
  const most = Math.max(...levels.map(({ points }) => points));
  const least = Math.min(...levels.map(({ points }) => points));
  const given = reviews.flatMap((answers) => {
    const level = answers.find((one) => one.criterionId === criterionId)?.level ?? null;
    const points = level === null ? undefined : levels[level]?.points;
    return points === undefined ? [] : [points];
  });
  return given.length > 1 && most > least && (Math.max(...given) - Math.min(...given)) / (most - least) > apart;
}

import { type AssignmentDesign, type Criterion, usualDesign } from '@kohorte/rules';

/** An assignment of the demo: the usual one, but for what it says otherwise. */
export const asking = (said: Partial<AssignmentDesign> & Pick<AssignmentDesign, 'rubric'>): AssignmentDesign => ({
  ...usualDesign,
  ...said,
});

/** A criterion with its levels from none of its points to all, each as `title: what it looks like`. */
export function criterion(
  criterionId: string,
  title: string,
  prompt: string,
  levels: string[],
  said: Partial<Criterion> = {},
): Criterion {
  return {
    criterionId,
    title,
    prompt,
    weight: 1,
    commentRequired: false,
    levels: levels.map((level, points) => {
      const [name, description] = level.split(': ') as [string, string?];
      return { points, title: name, description: description ?? null };
    }),
    ...said,
  };
}

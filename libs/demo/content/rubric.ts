import type { AssignmentDesign, Criterion } from '@kohorte/rules';

/** What the assignments of the demo ask unless they say otherwise: a text, double-blind, three reviews within a week. */
const usual: AssignmentDesign = {
  handIn: { text: true, link: false, video: false, files: 0, fileMegabytes: 20 },
  leastWords: null,
  mostWords: null,
  template: null,
  graceHours: 24,
  teams: false,
  anonymity: 'double-blind',
  reviews: { give: 3, need: 3, days: 7, way: 'next', leaseHours: 48, leastWords: 20 },
  rubric: [],
  examples: [],
  grading: { method: 'calibrated', reviewingShare: 0, publishAfterHours: 48 },
};

export const asking = (said: Partial<AssignmentDesign> & Pick<AssignmentDesign, 'rubric'>): AssignmentDesign => ({
  ...usual,
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

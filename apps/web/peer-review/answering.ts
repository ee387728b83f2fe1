import type { ReviewView } from '@kohorte/contracts';
import { type Criterion, type CriterionAnswer, wordsIn } from '@kohorte/rules';
import { api } from '../api.js';
import { queryClient, queryFor } from '../queries.js';
import { keepReview } from './keep.js';
import { type Stored, useKept } from '../keeping/kept.js';

/** A review as fields of their own: `level:…` and `comment:…` of each criterion, and `overall`. */
export type Answering = Record<string, string | number | null>;

function storedOf({ revision, rubric, answers, overall }: ReviewView): Stored<Answering> {
  const values: Answering = { overall: overall ?? '' };
  for (const { criterionId } of rubric) {
    const answer = answers.find((one) => one.criterionId === criterionId);
    values[`level:${criterionId}`] = answer?.level ?? null;
    values[`comment:${criterionId}`] = answer?.comment ?? '';
  }
  return { revision, values };
}

/** The same as the answers of the rubric. */
export function answersOf(rubric: readonly Criterion[], values: Answering): CriterionAnswer[] {
  return rubric.map(({ criterionId }) => ({
    criterionId,
    level: (values[`level:${criterionId}`] ?? null) as number | null,
    comment: String(values[`comment:${criterionId}`] ?? '') || null,
  }));
}

/** Words of a whole review, over all that it says. */
export function wordsOf(values: Answering): number {
  return Object.entries(values)
    .filter(([field]) => field === 'overall' || field.startsWith('comment:'))
    .reduce((sum, [, text]) => sum + wordsIn(String(text ?? '')), 0);
}

/** A review while it is written; each saving keeps it for its reviewer. */
export function useAnswering(review: ReviewView) {
  const { reviewId, rubric } = review;
  const params = { reviewId };
  return useKept<Answering>(`review.${reviewId}`, storedOf(review), {
    send: async (_changes, whole, revision) => {
      const body = { revision, answers: answersOf(rubric, whole), overall: String(whole['overall'] ?? '') || null };
      const saved = await api('PUT /reviews/:reviewId', { params, body });
      keepReview(saved);
      return storedOf(saved);
    },
    reread: async () =>
      storedOf(await queryClient.fetchQuery({ ...queryFor('GET /reviews/:reviewId', { params }), staleTime: 0 })),
  });
}

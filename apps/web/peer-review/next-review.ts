import type { ReviewView } from '@kohorte/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useApiMutation } from '../queries.js';
import { keepReview, refreshWhereShown, type Where } from './keep.js';

/** Asks for the next review, or the next example, and goes there. */
export function useNextReview({ cohortId, itemId }: Where) {
  const navigate = useNavigate();
  const goThere = (review: ReviewView): void => {
    keepReview(review);
    void refreshWhereShown();
    void navigate({ to: '/reviews/$reviewId', params: { reviewId: review.reviewId } });
  };
  const review = useApiMutation('POST /cohorts/:cohortId/assignments/:itemId/reviews', { onDone: goThere });
  const example = useApiMutation('POST /cohorts/:cohortId/assignments/:itemId/examples', { onDone: goThere });
  const params = { cohortId, itemId };
  return {
    review: () => review.mutate({ params }),
    example: () => example.mutate({ params }),
    isBusy: review.isPending || example.isPending,
    problem: review.error ?? example.error,
  };
}

import type { AssignmentView, OwnSubmission, ReviewView } from '@kohorte/contracts';
import { queryClient, queryFor, refresh } from '../queries.js';

/** Where an assignment is, as paths want it. */
export interface Where {
  cohortId: string;
  itemId: string;
}

const keyOf = ({ cohortId, itemId }: Where) =>
  queryFor('GET /cohorts/:cohortId/assignments/:itemId', { params: { cohortId, itemId } }).queryKey;

/** Shows an assignment at once as the server has just answered. */
export function keepAssignment(view: AssignmentView): void {
  queryClient.setQueryData(keyOf(view), view);
}

/** The same for what is being written. */
export function keepSubmission(where: Where, submission: OwnSubmission): void {
  queryClient.setQueryData(keyOf(where), (before: AssignmentView | undefined) => before && { ...before, submission });
}

/** The same for a review. */
export function keepReview(review: ReviewView): void {
  const { reviewId } = review;
  queryClient.setQueryData(queryFor('GET /reviews/:reviewId', { params: { reviewId } }).queryKey, review);
}

/** Reads an assignment again. */
export async function rereadAssignment(where: Where): Promise<AssignmentView> {
  return queryClient.fetchQuery({
    ...queryFor('GET /cohorts/:cohortId/assignments/:itemId', {
      params: { cohortId: where.cohortId, itemId: where.itemId },
    }),
    staleTime: 0,
  });
}

/** Reads again whatever shows that something was handed in or reviewed. */
export function refreshWhereShown(): Promise<void> {
  return refresh(
    'GET /cohorts/:cohortId/assignments',
    'GET /cohorts/:cohortId/assignments/:itemId',
    'GET /cohorts/:cohortId/outline',
    'GET /cohorts/:cohortId/items/:itemId',
    'GET /home',
    'GET /timetable',
  );
}

/** What is read again when something in a round has changed. */
export const changedInRound = [
  'GET /cohorts/:cohortId/assignments/:itemId/round',
  'GET /cohorts/:cohortId/assignments/:itemId/round/people',
  'GET /submissions/:submissionId',
] as const;

/** The same, when it also changes what learners see of the assignment. */
export const changedForLearners = [
  ...changedInRound,
  'GET /cohorts/:cohortId/assignments',
  'GET /cohorts/:cohortId/assignments/:itemId',
] as const;

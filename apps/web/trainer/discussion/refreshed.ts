/** What is read again when what waits for a moderator has changed. */
export const changedInQueues = [
  'GET /cohorts/:cohortId/unanswered',
  'GET /cohorts/:cohortId/moderation-queue',
  'GET /cohorts/:cohortId/threads',
  'GET /threads/:threadId',
  'GET /threads/:threadId/posts',
] as const;

/** What shows how a thread stands; of its posts nothing has changed. */
export const changedInThread = ['GET /cohorts/:cohortId/unanswered', 'GET /cohorts/:cohortId/threads'] as const;

/** The same for learning groups. */
export const changedInGroups = ['GET /cohorts/:cohortId/learning-groups', 'GET /cohorts/:cohortId/threads'] as const;

/** What is read again when somebody has come into a cohort or left it. */
export const changedByPeople = [
  'GET /cohorts/:cohortId',
  'GET /cohorts/:cohortId/enrolments',
  'GET /cohorts/:cohortId/progress',
  'GET /cohorts',
] as const;

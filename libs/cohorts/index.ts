export { type CardOfCourse, CohortCards } from './cohort-cards.js';
export { CohortJobs } from './cohorts.jobs.js';
export { CohortsModule } from './cohorts.module.js';
export { Enrolments } from './enrolments.js';
export { holidaysOf, isHolidayRegion } from './holidays.js';
export { instantIn } from './instants.js';
export { sortedName } from './person-json.js';
export { Planning } from './planning.js';
export { Releases } from './releases.js';

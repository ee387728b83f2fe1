export { DoneMarks } from './done-marks.js';
export { Outline } from './outline.js';
export { ProgressJobs } from './progress.jobs.js';
export { ProgressModule } from './progress.module.js';

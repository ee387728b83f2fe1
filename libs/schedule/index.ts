export { doneKey, DoneItems, type LearnersItem } from './done-items.js';
export { ScheduleJobs } from './schedule.jobs.js';
export { ScheduleModule } from './schedule.module.js';
export { entries, Timetable } from './timetable.js';

export { doneKey, DoneItems, type LearnersItem } from './done-items.js';
export { Rooms } from './rooms.js';
export { ScheduleJobs } from './schedule.jobs.js';
export { ScheduleModule } from './schedule.module.js';
export { Sites } from './sites.js';
export { entries, Timetable } from './timetable.js';
export { TrainerProfiles } from './trainer-profiles.js';
export { WorkPatterns } from './work-patterns.js';

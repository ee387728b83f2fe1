export { doneKey, DoneItems, type LearnersItem } from './done-items.js';
export { ScheduleModule } from './schedule.module.js';
export { entries, Timetable } from './timetable.js';

export { type WholeCourse, WholeCourses, type WholeItem } from './authored.js';
export { CourseJobs } from './courses.jobs.js';
export { CoursesModule } from './courses.module.js';
export { itemContent, itemContentColumns, type ItemRow } from './item-content.js';
export { renderLearnerText } from './learner-text.js';
export { plainText, renderText } from './render.js';

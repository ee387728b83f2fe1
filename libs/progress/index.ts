export { DoneMarks } from './done-marks.js';
export { Outline } from './outline.js';
export { ProgressModule } from './progress.module.js';

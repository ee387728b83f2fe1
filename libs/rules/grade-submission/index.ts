export { knowCrowd } from './crowd.js';
export { gradeSubmissions, meanPoints, medianPoints } from './grade.js';
export { type Calibration, type ScoredReview, weightedPoints } from './reviews.js';

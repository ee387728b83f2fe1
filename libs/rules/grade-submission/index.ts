export { knowCrowd } from './crowd.js';
export { type Grade, gradeSubmissions, meanPoints, medianPoints, type ReviewerMirror } from './grade.js';
export { type Calibration, type ScoredReview, weightedPoints } from './reviews.js';

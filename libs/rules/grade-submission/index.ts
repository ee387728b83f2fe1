export { knowCrowd } from './crowd.js';
export { doubtsAbout } from './doubt.js';
export { type CountedReview, gradeAll, type KnownReviewer, tenth, type WholeGrade } from './grade-all.js';
export { gradeSubmissions, meanPoints, medianPoints } from './grade.js';
export { plainGrade } from './plain.js';
export { agreementOf, helpfulnessOf, reviewingPoints, totalPoints } from './reviewing.js';
export { type Calibration, type ScoredReview, weightedPoints } from './reviews.js';

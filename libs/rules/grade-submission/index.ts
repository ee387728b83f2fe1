export { knowCrowd } from './crowd.js';
export { type Doubt, doubtsAbout } from './doubt.js';
export { type CountedReview, gradeAll, type KnownReviewer, tenth, type WholeGrade } from './grade-all.js';
export { type Grade, gradeSubmissions, meanPoints, medianPoints, type ReviewerMirror } from './grade.js';
export { plainGrade } from './plain.js';
export { agreementOf, helpfulnessOf, reviewingPoints, totalPoints } from './reviewing.js';
export { type Calibration, type ScoredReview, weightedPoints } from './reviews.js';

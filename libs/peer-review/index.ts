export { PeerReviewJobs } from './peer-review.jobs.js';
export { PeerReviewModule } from './peer-review.module.js';
export { Parts } from './parts.js';

export { allocateAll } from './allocate-all.js';
export { askForMore, nextReview } from './next-review.js';
export type { AllocationReason, Allocated, ReviewPool } from './pool.js';

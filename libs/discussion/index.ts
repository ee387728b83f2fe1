export { DiscussionJobs } from './discussion.jobs.js';
export { DiscussionModule } from './discussion.module.js';

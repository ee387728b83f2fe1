export { DiscussionJobs } from './discussion.jobs.js';
export { DiscussionModule } from './discussion.module.js';
export { Posts } from './posts.js';

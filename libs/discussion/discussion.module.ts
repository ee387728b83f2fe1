import { CohortsModule } from '@kohorte/cohorts';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { entities } from './entities/index.js';
import { Announcements } from './announcements.js';
import { Answers } from './answers.js';
import { DiscussionDrafts } from './discussion-drafts.js';
import { DiscussionFiles } from './discussion-files.js';
import { DiscussionSettings } from './discussion-settings.js';
import { DiscussionJobs } from './discussion.jobs.js';
import { Followings } from './followings.js';
import { GroupsController } from './groups.controller.js';
import { LearningGroups } from './learning-groups.js';
import { LiveHearing } from './live-hearing.js';
import { LiveStreams } from './live-streams.js';
import { LiveTelling } from './live-telling.js';
import { Mentionables } from './mentionables.js';
import { Moderation } from './moderation.js';
import { ModerationController } from './moderation.controller.js';
import { Places } from './places.js';
import { PostViews } from './post-views.js';
import { Posts } from './posts.js';
import { PostsController } from './posts.controller.js';
import { Previews } from './previews.js';
import { ReadMarkers } from './read-markers.js';
import { ReportedPosts } from './reported-posts.js';
import { Reports } from './reports.js';
import { SimilarThreads } from './similar-threads.js';
import { ThreadLists } from './thread-lists.js';
import { ThreadSearch } from './thread-search.js';
import { ThreadSurgery } from './thread-surgery.js';
import { ThreadViews } from './thread-views.js';
import { Threads } from './threads.js';
import { ThreadsController } from './threads.controller.js';
import { Unanswered } from './unanswered.js';
import { Votes } from './votes.js';
import { WritingController } from './writing.controller.js';

/** Discussion: where a cohort learns from each other. */
@Module({
  imports: [TypeOrmModule.forFeature(entities), CohortsModule],
  controllers: [GroupsController, ModerationController, PostsController, ThreadsController, WritingController],
  providers: [
    Announcements,
    Answers,
    DiscussionDrafts,
    DiscussionFiles,
    DiscussionJobs,
    DiscussionSettings,
    Followings,
    LearningGroups,
    LiveHearing,
    LiveStreams,
    LiveTelling,
    Mentionables,
    Moderation,
    Places,
    PostViews,
    Posts,
    Previews,
    ReadMarkers,
    ReportedPosts,
    Reports,
    SimilarThreads,
    ThreadLists,
    ThreadSearch,
    ThreadSurgery,
    ThreadViews,
    Threads,
    Unanswered,
    Votes,
  ],
  exports: [DiscussionJobs, Posts],
})
export class DiscussionModule {}

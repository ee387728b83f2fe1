import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Announcements } from './announcements.js';
import { DiscussionFiles } from './discussion-files.js';
import { LearningGroups } from './learning-groups.js';
import { LiveStreams } from './live-streams.js';

/** The jobs of this rung. */
@Injectable()
export class DiscussionJobs {
  constructor(
    private readonly announcements: Announcements,
    private readonly learningGroups: LearningGroups,
    private readonly discussionFiles: DiscussionFiles,
    private readonly liveStreams: LiveStreams,
  ) {}

  readonly handlers = {
    'discussion.announce-due': () => this.announcements.announceDue(),
    'discussion.prompt-groups': () => this.learningGroups.promptDue(),
    'discussion.clear-abandoned-files': () => this.discussionFiles.clearAbandoned(),
    'discussion.pass-on-live': ({ threadId }, { factId }) => this.liveStreams.passOn(threadId, factId),
    'discussion.clear-old-live-events': () => this.liveStreams.clearOld(),
  } satisfies Partial<Handlers>;
}

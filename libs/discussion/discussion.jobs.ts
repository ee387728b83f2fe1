import { type Handlers, Live } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Announcements } from './announcements.js';
import { DiscussionFiles } from './discussion-files.js';
import { LearningGroups } from './learning-groups.js';
import { LiveTelling } from './live-telling.js';

/** The jobs of this rung. */
@Injectable()
export class DiscussionJobs {
  constructor(
    private readonly announcements: Announcements,
    private readonly learningGroups: LearningGroups,
    private readonly discussionFiles: DiscussionFiles,
    private readonly liveTelling: LiveTelling,
    private readonly live: Live,
  ) {}

  readonly handlers = {
    'discussion.announce-due': () => this.announcements.announceDue(),
    'discussion.prompt-groups': () => this.learningGroups.promptDue(),
    'discussion.clear-abandoned-files': () => this.discussionFiles.clearAbandoned(),
    'discussion.pass-on-live': ({ threadId }, { factId }) => this.liveTelling.passOn(threadId, factId),
    'discussion.clear-old-live-events': () => this.live.clearOld(),
  } satisfies Partial<Handlers>;
}

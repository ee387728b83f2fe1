import { Announcement } from './announcement.entity.js';
import { DiscussionDraft } from './discussion-draft.entity.js';
import { DiscussionFile } from './discussion-file.entity.js';
import { DiscussionSetting } from './discussion-setting.entity.js';
import { Following } from './following.entity.js';
import { LearningGroup } from './learning-group.entity.js';
import { LearningGroupMember } from './learning-group-member.entity.js';
import { Mention } from './mention.entity.js';
import { Post } from './post.entity.js';
import { PostReport } from './post-report.entity.js';
import { PostVersion } from './post-version.entity.js';
import { PostVote } from './post-vote.entity.js';
import { ReadMarker } from './read-marker.entity.js';
import { SameQuestion } from './same-question.entity.js';
import { Thread } from './thread.entity.js';

/** Everything that this rung keeps. */
export const entities = [
  Announcement,
  DiscussionDraft,
  DiscussionFile,
  DiscussionSetting,
  Following,
  LearningGroup,
  LearningGroupMember,
  Mention,
  Post,
  PostReport,
  PostVersion,
  PostVote,
  ReadMarker,
  SameQuestion,
  Thread,
];

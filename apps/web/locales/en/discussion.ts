import type discussionDe from '../de/discussion.js';
import type { SameKeysAs } from '../shape.js';
import { list } from './discussion/list.js';
import { thread } from './discussion/thread.js';
import { write } from './discussion/write.js';

const discussion: SameKeysAs<typeof discussionDe> = {
  kind: {
    question: 'Question',
    discussion: 'Discussion',
    announcement: 'Announcement',
    prompt: 'Prompt of the week',
  },
  kinds: {
    question: 'Questions',
    discussion: 'Discussions',
    announcement: 'Announcements',
  },
  mark: { author: 'Author', trainer: 'Trainer', manager: 'Manager' },
  writer: {
    anonymous: 'Anonymous',
    ownAnonymous: 'You, anonymous to others',
    seenByYou: '(anonymous to others)',
    deleted: 'Deleted account',
  },
  place: { at: 'at {{at}}' },
  new: {
    posts_one: '{{count}} new post',
    posts_other: '{{count}} new posts',
  },
  follow: {
    thread: 'How you hear of this thread',
    cohort: 'How you hear of this cohort’s discussion',
    week: 'How you hear of “{{week}}”',
    asWider: 'As set for the cohort',
    asUsual: 'As usual',
    watch: 'Watch: every post',
    follow: 'Follow: gathered only',
    mute: 'Mute: nothing of it',
  },
  ...list,
  ...thread,
  ...write,
};

export default discussion;

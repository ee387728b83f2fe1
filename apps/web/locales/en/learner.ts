import type german from '../de/learner.js';
import type { SameKeysAs } from '../shape.js';

/** What everybody reads: the frame of the app, and the screens of learners. */
const learner: SameKeysAs<typeof german> = {
  shell: {
    skip: 'Skip to content',
    loading: 'Loading …',
    undo: 'Undo',
    close: 'Close',
    toStart: 'Go to home',
    tryAgain: 'Try again',
    troubleTitle: 'That did not work',
    troubleText: 'Something went wrong. Please try again.',
    unreachable: 'Kohorte cannot be reached right now. Check your connection and try again.',
    refusedTitle: 'You cannot go on here',
    notFoundTitle: 'There is no such page',
    notFoundText: 'It may have moved, or the address is not complete.',
  },
  nav: {
    label: 'Main navigation',
    home: 'Home',
    catalogue: 'Courses',
    calendar: 'Calendar',
    notifications: 'Notifications',
    profile: 'Profile',
    more: 'More',
    unread_one: '{{count}} unread notification',
    unread_other: '{{count}} unread notifications',
    groups: { teach: 'Teach', manage: 'Manage' },
    studio: 'My courses',
    imports: 'Imports',
    runs: 'Cohorts',
    completion: 'Completion',
    users: 'People',
    mails: 'Mails',
    jobs: 'Background jobs',
  },
};

export default learner;

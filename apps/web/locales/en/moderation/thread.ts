import type * as german from '../../de/moderation/thread.js';
import type { SameKeysAs } from '../../shape.js';

/** What those who moderate do with one thread. */
export const menu: SameKeysAs<typeof german.menu> = {
  label: 'Moderate',
  lock: 'Lock',
  unlock: 'Unlock',
  pin: 'Pin to the top',
  unpin: 'Unpin',
  move: 'Move …',
  merge: 'Merge …',
  split: 'Split posts out …',
  did: {
    locked: '“{{title}}” is locked: everybody can read it, only trainers can write.',
    unlocked: '“{{title}}” is open again.',
    pinned: '“{{title}}” is at the top now.',
    unpinned: '“{{title}}” is no longer at the top.',
  },
};

export const move: SameKeysAs<typeof german.move> = {
  title: 'Move thread',
  to: 'Where does it belong?',
  cohort: 'To the whole cohort',
  week: 'Week {{step}}: {{title}}',
  wholeWeek: 'Week {{step}} as a whole',
  hint: 'For whom the week is not open yet, the thread appears once it opens. Its address stays the same.',
  did: '“{{title}}” is moved.',
  cancel: 'Cancel',
  do: 'Move',
};

export const merge: SameKeysAs<typeof german.merge> = {
  title: 'Merge with another thread',
  search: 'Find a thread',
  alike: 'Similar ones in this cohort',
  found: 'Found',
  noneAlike: 'Found nothing similar. Look for a word.',
  noneFound: 'Found nothing. Try another word.',
  consequence: 'What happens',
  choose: 'Choose where the posts go.',
  does_one: 'The post goes to the end of “{{title}}”. Whoever opens the old address gets there.',
  does_other: 'All {{count}} posts go to the end of “{{title}}”. Whoever opens the old address gets there.',
  cancel: 'Cancel',
  do: 'Merge',
};

export const split: SameKeysAs<typeof german.split> = {
  bar: 'Split posts out',
  selected_zero: 'Choose the posts that become a thread of their own.',
  selected_one: '{{count}} post chosen',
  selected_other: '{{count}} posts chosen',
  tick: 'Split post {{number}} out',
  take: 'Split out …',
  stop: 'Stop choosing',
  title: 'Split posts out',
  does_one: 'The chosen post of “{{title}}” becomes a thread of its own, with its replies.',
  does_other: 'The {{count}} chosen posts of “{{title}}” become a thread of their own, with their replies.',
  newTitle: 'Title of the new thread',
  needsTitle: 'Give the new thread a title.',
  cancel: 'Cancel',
  do: 'Split out',
};

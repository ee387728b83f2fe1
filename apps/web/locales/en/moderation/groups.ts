import type * as german from '../../de/moderation/groups.js';
import type { SameKeysAs } from '../../shape.js';

/** Learning groups: which there are, how they are made, and what they are asked. */
export const groups: SameKeysAs<typeof german.groups> = {
  none: 'No learning groups yet',
  noneText:
    'In a learning group 4 to 8 people talk among themselves, with one prompt a week. You can have them mixed, or make them by hand.',
  title: 'Learning groups',
  count_one: '{{count}} group',
  count_other: '{{count}} groups',
  mix: 'Mix groups',
  mixAgain: 'Mix again',
  byHand: 'Make by hand',
  change: 'Change by hand',
  table: 'Learning groups with their members',
  group: 'Group',
  members: 'Members',
  size: 'People',
  talk: 'Talk',
  nobody: 'nobody',
  unread_one: '{{count}} new post',
  unread_other: '{{count}} new posts',
  look: 'Look in',
  lookAt: ' on {{name}}',
  looksIn: 'Trainers may look into the groups; the groups know it.',
  closed: 'The groups are among themselves: trainers do not look in.',
  changeLooksIn: 'Change',
  dissolved_one: '{{count}} dissolved group',
  dissolved_other: '{{count}} dissolved groups',
  dissolvedText: 'Those who were in it can go on reading there, but no longer write.',
  dissolvedOn: 'dissolved {{on}}',
};

export const mix: SameKeysAs<typeof german.mix> = {
  title: 'Mix learning groups',
  size: 'People in a group',
  sizeHint: 'Between 4 and 8 work well.',
  way: 'How?',
  ways: { mixed: 'Mixed', random: 'At random' },
  wayHint: {
    mixed: 'Each group gets people of as many units and sites as can be, who rarely meet otherwise.',
    random: 'Chance decides. People of the same unit may end up in the same group.',
  },
  consequence: 'What happens',
  tooFew: 'Groups need at least two people in the cohort.',
  people_one: '{{count}} person',
  people_other: '{{count}} people',
  makes: 'Out of {{people}} come {{groups}}.',
  groupsOf_one: '{{count}} group of {{each}}',
  groupsOf_other: '{{count}} groups of {{each}}',
  replaces_one: 'The current group is dissolved. What was written in it can still be read by its members.',
  replaces_other:
    'The {{count}} current groups are dissolved. What was written in them can still be read by their members.',
  told: 'Everybody is told with whom they are. Those who join later come into the smallest group.',
  cancel: 'Cancel',
  do: 'Mix groups',
  doAgain: 'Dissolve and mix again',
};

export const byHand: SameKeysAs<typeof german.byHand> = {
  groups: 'Groups',
  intro:
    'Name the groups, then choose the group of each person. Whoever comes into a group also reads what was said there. Nothing is saved before the end.',
  usualName: 'Learning group {{number}}',
  nameOf: 'Name of group {{number}}',
  members_zero: 'nobody',
  members_one: '{{count}} person',
  members_other: '{{count}} people',
  add: 'Add a group',
  remove: 'Dissolve',
  removeOf: 'Dissolve {{name}}',
  people: 'People',
  free_zero: 'everybody is in a group',
  free_one: '{{count}} without a group',
  free_other: '{{count}} without a group',
  search: 'Find a name or unit',
  which: 'Show',
  all: 'All',
  onlyFree: 'Without a group',
  allPlaced: 'Everybody is in a group.',
  noneFound: 'Nobody has that name.',
  table: 'People and their group',
  person: 'Person',
  group: 'Group',
  groupOf: 'Group of {{name}}',
  noGroup: 'No group',
  more: 'Show more',
  empty: 'Each group needs a name and at least one person.',
  twice: 'Two groups have the same name.',
  save: 'Save groups',
  cancel: 'Cancel',
};

export const prompts: SameKeysAs<typeof german.prompts> = {
  title: 'Prompts for the learning groups',
  intro:
    'Once a week opens, its prompt stands in each learning group: a question that is worth talking about. Weeks without a text stay without a prompt.',
  week: 'Week {{week}}',
  nothing: 'No prompt',
  save: 'Save prompts',
  saved: 'Saved.',
};

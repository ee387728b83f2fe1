import type * as german from '../../de/trainer/session.js';
import type { SameKeysAs } from '../../shape.js';

/** What a live session asks for. */
export const session: SameKeysAs<typeof german.session> = {
  planned: 'Goes into the schedule',
  plannedHint: 'For each cohort, a time, a room and a trainer are looked for. Here you say what matters.',
  what: 'What the session needs',
  mode: 'How you meet',
  modes: { 'on-site': 'On site', online: 'Online', hybrid: 'Hybrid' },
  modeHint: {
    'on-site': 'Everybody is in one room, at their own site.',
    online: 'Nobody needs a room.',
    hybrid: 'Some are in a room, the others join online.',
  },
  minutes: 'Length in minutes',
  trainers: 'Trainers',
  qualification: 'What they are qualified for',
  qualificationHint: 'Empty: any trainer can lead the session.',
  group: 'Participants in each group',
  groupLeast: 'at least',
  groupBest: 'at best',
  groupMost: 'at most',
  groupHint: 'If there are more, the cohort is split into groups that stay together to the end.',
  equipment: 'What must be in the room',
  equipmentHint: 'One word, then Enter. Only rooms that have all of it are considered.',
  equipmentExample: 'for example projector',
  when: 'When',
  window: 'Period',
  windows: {
    'module-week': 'While the module is the newest',
    'before-release': 'Before the module opens',
    'within-days': 'After the module has opened',
  },
  windowDays: { 'before-release': 'At most so many days before', 'within-days': 'At most so many days after' },
  leastDays: 'Days between the session before it and this one',
  leastDaysHint: 'Sessions follow each other as in the course. 0: on the same day, too.',
  wishes: 'Wishes',
  wishesHint: 'Are met as far as possible.',
  wish: {
    sameWeekSlot: 'Always on the same weekday at the same hour',
    sameRoom: 'Always in the same room',
    sameTrainer: 'Always with the same trainers',
    backToBack: 'Right before or after another session of the day',
  },
  spread: 'Spread over at least so many days',
  spreadHint: 'Together with the other sessions that wish for it. Empty: does not matter.',
};

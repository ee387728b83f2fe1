import type { MeView, NoticeTopic } from '@kohorte/contracts';

/** Whom a topic can be about, what others said to them first. */
const whose: Record<NoticeTopic, 'trainers' | 'all'> = {
  'trainer-tasks': 'trainers',
  replies: 'all',
  threads: 'all',
  announcements: 'all',
  groups: 'all',
  course: 'all',
  reviews: 'all',
  enrolment: 'all',
};

/** All topics, in the order in which they are shown. */
export const topics = Object.keys(whose) as NoticeTopic[];

/** Those that can be about this person; `chosen` always among them. */
export function topicsFor(me: MeView, chosen?: NoticeTopic): NoticeTopic[] {
  const teaches = me.roles.includes('trainer') || me.roles.includes('admin');
  return topics.filter((topic) => teaches || whose[topic] === 'all' || topic === chosen);
}

import type { MailWay, NotificationSettings, NoticeTopic } from '@kohorte/contracts';

/** How people hear of each topic who have not chosen. Push reaches only who has taken a browser in. */
export const usualWays: Readonly<Record<NoticeTopic, { mail: MailWay; push: boolean }>> = {
  course: { mail: 'at-once', push: false },
  enrolment: { mail: 'at-once', push: true },
  reviews: { mail: 'at-once', push: false },
  replies: { mail: 'at-once', push: true },
  threads: { mail: 'digest', push: false },
  announcements: { mail: 'at-once', push: true },
  groups: { mail: 'digest', push: true },
  'trainer-tasks': { mail: 'at-once', push: true },
};

/** When mails come to people who have not chosen; the columns of `notification_setting` say the same. */
export const usualTimes: Pick<
  NotificationSettings,
  'digest' | 'digestHour' | 'digestWeekday' | 'quietFrom' | 'quietUntil' | 'workingDays' | 'mailsADay'
> = {
  digest: 'daily',
  digestHour: 8,
  digestWeekday: 1,
  quietFrom: '20:00',
  quietUntil: '07:00',
  workingDays: [1, 2, 3, 4, 5],
  mailsADay: 5,
};

import { IsISO8601, IsIn, IsOptional } from 'class-validator';
import { endpoint, type Page } from './endpoint.js';
import { type Instant, type Language, PageQuery } from './inputs.js';
import { type NoticeTopic, noticeTopics } from './notification-settings.js';

/** What people are told about. The web has a sentence for each, in both languages. */
export const noticeKinds = [
  'module-released',
  'release-moved',
  'enrolled',
  'seat-offered',
  'offer-lapsed',
  'request-received',
  'invited',
  'cohort-cancelled',
  'import-finished',
  'completed',
  'schedule-published',
  'session-invited',
  'session-cancelled',
  'session-short',
  'deadline-moved',
  'extension-given',
  'reviews-opened',
  'reviews-owed',
  'more-reviews-asked',
  'work-flagged',
  'grades-published',
  'grade-changed',
  'appeal-made',
  'appeal-decided',
  'reply-written',
  'mentioned',
  'thread-post',
  'group-post',
  'answer-accepted',
  'post-hidden',
  'own-post-hidden',
  'announced',
  'groups-made',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Under which topic people choose how they hear of each kind; `null`: what a calendar lives by, which is always told. */
export const topicOf: Readonly<Record<NoticeKind, NoticeTopic | null>> = {
  'module-released': 'course',
  'release-moved': 'course',
  'schedule-published': 'course',
  enrolled: 'enrolment',
  'seat-offered': 'enrolment',
  'offer-lapsed': 'enrolment',
  invited: 'enrolment',
  'cohort-cancelled': 'enrolment',
  completed: 'enrolment',
  'request-received': 'trainer-tasks',
  'import-finished': 'trainer-tasks',
  'session-short': 'trainer-tasks',
  'work-flagged': 'trainer-tasks',
  'appeal-made': 'trainer-tasks',
  'post-hidden': 'trainer-tasks',
  'session-invited': null,
  'session-cancelled': null,
  'deadline-moved': 'reviews',
  'extension-given': 'reviews',
  'reviews-opened': 'reviews',
  'reviews-owed': 'reviews',
  'more-reviews-asked': 'reviews',
  'grades-published': 'reviews',
  'grade-changed': 'reviews',
  'appeal-decided': 'reviews',
  'reply-written': 'replies',
  mentioned: 'replies',
  'answer-accepted': 'replies',
  'own-post-hidden': 'replies',
  'thread-post': 'threads',
  announced: 'announcements',
  'group-post': 'groups',
  'groups-made': 'groups',
};

/** Something a person is told in the app. */
export interface NoticeView {
  noticeId: string;
  kind: NoticeKind;
  topic: NoticeTopic | null;
  at: Instant;
  read: boolean;
  courseTitle: string | null;
  cohortId: string | null;
  cohortName: string | null;
  courseId: string | null;
  importId: string | null;
  /** For what is about a live session. */
  sessionId: string | null;
  sessionTitle: string | null;
  /** For what is about an assignment. */
  itemId: string | null;
  itemTitle: string | null;
  /** The submission that it is about, for those who run the cohort; never for its authors or reviewers. */
  submissionId: string | null;
  /** Reviews that the reader still owes, as of now. */
  owed: number | null;
  moduleTitle: string | null;
  /** The week that opened, from 1. */
  step: number | null;
  /** What is in the module, in a sentence or two. */
  highlights: string | null;
  /**
   * For offers: until when; for moved releases and deadlines: the new instant; for live sessions: when it begins; for
   * reviews: until when they are given.
   */
  until: Instant | null;
  /** For what is about a thread or an announcement. */
  threadId: string | null;
  threadTitle: string | null;
  /** The newest post that it is about, by its number in the thread. */
  postNumber: number | null;
  /** How many posts it stands for: those of one thread that are unread are one notice. */
  posts: number | null;
  /** Who wrote the post; `null`: anonymous, deleted, or several people. */
  writerName: string | null;
  /** For what is about a learning group. */
  groupId: string | null;
  groupName: string | null;
}

export interface NotificationsView extends Page<NoticeView> {
  unread: number;
}

export class NoticesQuery extends PageQuery {
  @IsOptional() @IsIn(noticeTopics) topic?: NoticeTopic;
  @IsOptional() @IsIn(['unread']) only?: 'unread';
}

export class MarkRead {
  /** Everything up to this instant has been read. */
  @IsISO8601({ strict: true }) upTo: Instant;
}

/** A mail in the outbox that admins read. */
export interface MailRow {
  mailId: string;
  to: string;
  subject: string;
  kind: NoticeKind | 'digest';
  language: Language;
  createdAt: Instant;
  /** Handed to the mail server, or, without one, laid in the outbox. */
  sentAt: Instant | null;
  state: 'waiting' | 'sent' | 'kept' | 'failed';
  attempts: number;
  error: string | null;
}

export interface MailView extends MailRow {
  text: string;
  html: string;
}

export class MailQuery extends PageQuery {
  @IsOptional() @IsIn(['waiting', 'sent', 'kept', 'failed']) state?: MailRow['state'];
}

export const notificationEndpoints = {
  'GET /notifications': endpoint<NotificationsView>()({
    access: 'signed-in',
    does: 'Own notices, newest first; of one topic, or only those that are unread.',
    query: NoticesQuery,
  }),
  'GET /notifications/unread': endpoint<{ unread: number }>()({
    access: 'signed-in',
    does: 'How many notices are unread.',
  }),
  'PUT /notifications/read-marker': endpoint<{ unread: number }>()({
    access: 'signed-in',
    does: 'Marks notices as read, up to an instant.',
    body: MarkRead,
  }),
  'PUT /notifications/:noticeId/read-mark': endpoint<{ unread: number }>()({
    access: 'signed-in',
    does: 'Marks one notice as read.',
  }),
  'GET /mails': endpoint<Page<MailRow> & { transport: 'smtp' | 'outbox' }>()({
    access: 'admins',
    does: 'The outbox of mails, newest first.',
    query: MailQuery,
  }),
  'GET /mails/:mailId': endpoint<MailView>()({ access: 'admins', does: 'A mail as it was or will be sent.' }),
};

import { IsBoolean, IsISO8601, IsIn, IsOptional } from 'class-validator';
import { endpoint, type Page } from './endpoint.js';
import { type Instant, type Language, PageQuery } from './inputs.js';

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
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Something a person is told in the app. */
export interface NoticeView {
  noticeId: string;
  kind: NoticeKind;
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
}

export interface NotificationsView extends Page<NoticeView> {
  unread: number;
}

/** Which kinds of notice also come by mail. */
export interface NotificationSettings {
  releaseMails: boolean;
  enrolmentMails: boolean;
  /** About assignments and their reviews. */
  reviewMails: boolean;
}

export class MarkRead {
  /** Everything up to this instant has been read. */
  @IsISO8601({ strict: true }) upTo: Instant;
}

export class ChangeNotificationSettings {
  @IsOptional() @IsBoolean() releaseMails?: boolean;
  @IsOptional() @IsBoolean() enrolmentMails?: boolean;
  @IsOptional() @IsBoolean() reviewMails?: boolean;
}

/** A mail in the outbox that admins read. */
export interface MailRow {
  mailId: string;
  to: string;
  subject: string;
  kind: NoticeKind | 'set-password';
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
    does: 'Own notices, newest first.',
    query: PageQuery,
  }),
  'GET /notifications/unread': endpoint<{ unread: number }>()({
    access: 'signed-in',
    does: 'How many notices are unread.',
  }),
  'PUT /notifications/read-marker': endpoint<{ unread: number }>()({
    access: 'signed-in',
    does: 'Marks notices as read.',
    body: MarkRead,
  }),
  'GET /notification-settings': endpoint<NotificationSettings>()({
    access: 'signed-in',
    does: 'Which notices also come by mail.',
  }),
  'PATCH /notification-settings': endpoint<NotificationSettings>()({
    access: 'signed-in',
    does: 'Chooses which notices also come by mail.',
    body: ChangeNotificationSettings,
  }),
  'GET /mails': endpoint<Page<MailRow> & { transport: 'smtp' | 'outbox' }>()({
    access: 'admins',
    does: 'The outbox of mails, newest first.',
    query: MailQuery,
  }),
  'GET /mails/:mailId': endpoint<MailView>()({ access: 'admins', does: 'A mail as it was or will be sent.' }),
};

import type { Language, NoticeKind } from '@kohorte/contracts';
import { subjectColumns, subjectJoins, type SubjectRow } from './subjects.js';

/** A mail with everything its text is made of, but for what a digest tells. */
export interface MailRecord extends SubjectRow {
  id: string;
  user_id: string;
  kind: NoticeKind | 'digest';
  subject_id: string;
  created_at: Date;
  sent_at: Date | null;
  kept_at: Date | null;
  failed_at: Date | null;
  attempts: number;
  error: string | null;
  email: string;
  given_name: string;
  family_name: string;
  language: Language;
  time_zone: string;
  /** For the link by which a learner answers an invitation. */
  seat_enrolment_id: string | null;
  session_secret: Buffer | null;
  /** The day that a digest is for. */
  period_on: string | null;
}

/** A mail about one thing. */
export type MessageRecord = MailRecord & { kind: NoticeKind };

export const isMessage = (mail: MailRecord): mail is MessageRecord => mail.kind !== 'digest';

/** The mails that `which` gives, with everything their text is made of, in one statement. */
export function selectMail(which: string): string {
  return `select t.id, t.user_id, t.kind, t.subject_id, t.created_at,
      case when t.kind = 'digest' then (select period_on::text from digest where id = t.subject_id) end as period_on,
      t.sent_at, t.kept_at, t.failed_at, t.attempts, t.error,
      u.email::text, u.given_name, u.family_name, u.language, u.time_zone, ses.code_secret as session_secret,
      case when t.kind = 'session-invited' then (select a.enrolment_id from session_seat a
        where a.session_id = t.subject_id and a.user_id = t.user_id and a.left_at is null) end as seat_enrolment_id,
      ${subjectColumns}
    from (select w.*, (select n.after_number from notice n where n.user_id = w.user_id and n.kind = w.kind
            and n.once_key = w.once_key and w.kind in ('thread-post', 'group-post')) as after_number
          from (${which}) w) t join app_user u on u.id = t.user_id
    ${subjectJoins}`;
}

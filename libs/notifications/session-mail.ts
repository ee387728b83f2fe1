import type { OutgoingMail } from '@kohorte/platform';
import { answerToken, invitation } from '@kohorte/schedule';
import type { MessageRecord } from './mail-records.js';

/** Where a learner answers an invitation without signing in; `null` for everybody else, and for other mails. */
export function answerPath(mail: MessageRecord): string | null {
  const { session_id: sessionId, seat_enrolment_id: enrolmentId, session_secret: secret } = mail;
  return sessionId && enrolmentId && secret ? `/answer/${answerToken({ sessionId, enrolmentId }, secret)}` : null;
}

/** The invitation, or the cancellation, that goes along with a mail about a session. */
export function calendarOf(
  mail: MessageRecord,
  { publicUrl, mailFrom }: { publicUrl: string; mailFrom: string },
): OutgoingMail['calendar'] {
  if (mail.kind !== 'session-invited' && mail.kind !== 'session-cancelled') return undefined;
  if (!mail.session_id || !mail.session_starts_at || !mail.session_ends_at) return undefined;
  const method = mail.kind === 'session-invited' ? 'REQUEST' : 'CANCEL';
  const text = invitation(method, {
    sessionId: mail.session_id,
    sequence: mail.session_sequence ?? 0,
    changedAt: mail.session_changed_at ?? mail.created_at,
    startsAt: mail.session_starts_at,
    endsAt: mail.session_ends_at,
    timeZone: mail.cohort_zone ?? mail.time_zone,
    title: mail.session_title ?? '',
    courseTitle: mail.course_title ?? '',
    cohortName: mail.cohort_name ?? '',
    place: mail.session_room,
    trainers: mail.session_trainers,
    url: `${publicUrl}${answerPath(mail) ?? `/cohorts/${mail.cohort_id}/schedule`}`,
    to: { name: `${mail.given_name} ${mail.family_name}`, email: mail.email },
    organizer: mailFrom,
    language: mail.language,
  });
  return { method, text };
}

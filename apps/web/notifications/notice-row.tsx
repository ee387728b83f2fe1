import type { NoticeView } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Row } from '../shell/rows.js';
import { useTimes } from '../times.js';
import classes from './notice-row.module.css';

/** One notice as a sentence, which leads to what it is about. */
export function NoticeRow({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const times = useTimes();
  const sentence = t(`notice.${notice.kind}`, {
    cohort: notice.cohortName ?? notice.courseTitle ?? '',
    course: notice.courseTitle ?? '',
    module: notice.moduleTitle ?? '',
    step: notice.step ?? 0,
    session: notice.sessionTitle ?? '',
    item: notice.itemTitle ?? '',
    thread: notice.threadTitle ?? '',
    group: notice.groupName ?? '',
    count: notice.posts ?? notice.owed ?? 0,
    until: notice.until ? times.dayAndTime(notice.until) : '',
  });
  return (
    <Row
      linked
      stacks
      mark={<span className={notice.read ? classes.read : classes.new} />}
      title={
        <NoticeLink notice={notice}>
          {!notice.read && <span className="unseen">{t('notices.new')}: </span>}
          {sentence}
        </NoticeLink>
      }
      lines={[notice.highlights, notice.kind === 'import-finished' ? null : notice.courseTitle]}
      end={
        <time dateTime={notice.at} title={times.dayAndTime(notice.at)}>
          {times.fromNow(notice.at)}
        </time>
      }
    />
  );
}

const aboutSessions: ReadonlySet<NoticeView['kind']> = new Set([
  'schedule-published',
  'session-invited',
  'session-cancelled',
  'session-short',
]);

function NoticeLink({ notice, children }: { notice: NoticeView; children: ReactNode }) {
  const { kind, cohortId, courseId, importId, itemId, sessionId, step, submissionId } = notice;
  if (sessionId && kind !== 'session-cancelled') {
    return (
      <Link to="/sessions/$sessionId" params={{ sessionId }}>
        {children}
      </Link>
    );
  }
  if (submissionId && cohortId) {
    return (
      <Link to="/runs/$cohortId/submissions/$submissionId" params={{ cohortId, submissionId }}>
        {children}
      </Link>
    );
  }
  if (itemId && cohortId) {
    return (
      <Link to="/cohorts/$cohortId/assignments/$itemId" params={{ cohortId, itemId }}>
        {children}
      </Link>
    );
  }
  if (kind === 'import-finished' && importId) {
    return (
      <Link to="/studio/imports/$importId" params={{ importId }}>
        {children}
      </Link>
    );
  }
  if (kind === 'request-received' && cohortId) {
    return (
      <Link to="/runs/$cohortId" params={{ cohortId }}>
        {children}
      </Link>
    );
  }
  if (aboutSessions.has(kind) && cohortId) {
    return (
      <Link to="/cohorts/$cohortId/schedule" params={{ cohortId }}>
        {children}
      </Link>
    );
  }
  // Whoever is not in yet, or no longer, is led to the course and its cohorts.
  const isOutside =
    kind === 'seat-offered' || kind === 'offer-lapsed' || kind === 'invited' || kind === 'cohort-cancelled';
  if (isOutside && courseId) {
    return (
      <Link to="/courses/$courseId" params={{ courseId }}>
        {children}
      </Link>
    );
  }
  if (!cohortId) return <span>{children}</span>;
  return (
    <Link to="/cohorts/$cohortId" params={{ cohortId }} search={step === null ? {} : { week: step }}>
      {children}
    </Link>
  );
}

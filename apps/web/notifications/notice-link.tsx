import type { NoticeView } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Opening } from './reading.js';

interface Parts {
  notice: NoticeView;
  opening: Opening;
  children: ReactNode;
}

/** Leads to what a notice is about. */
export function NoticeLink({ notice, opening, children }: Parts) {
  const { kind, importId, sessionId, threadId } = notice;
  if (sessionId && kind !== 'session-cancelled') {
    return (
      <Link to="/sessions/$sessionId" params={{ sessionId }} {...opening}>
        {children}
      </Link>
    );
  }
  if (threadId && kind !== 'post-hidden') {
    return (
      <Link
        to="/threads/$threadId"
        params={{ threadId }}
        search={{ post: notice.postNumber ?? undefined }}
        {...opening}
      >
        {children}
      </Link>
    );
  }
  if (kind === 'import-finished' && importId) {
    return (
      <Link to="/studio/imports/$importId" params={{ importId }} {...opening}>
        {children}
      </Link>
    );
  }
  if (notice.cohortId) return <InCohort notice={notice} cohortId={notice.cohortId} opening={opening} text={children} />;
  return <span>{children}</span>;
}

interface CohortParts {
  notice: NoticeView;
  cohortId: string;
  opening: Opening;
  text: ReactNode;
}

const aboutSessions: ReadonlySet<NoticeView['kind']> = new Set(['schedule-published', 'session-cancelled']);
/** Whoever is not in yet, or no longer, is led to the course and its cohorts. */
const fromOutside: ReadonlySet<NoticeView['kind']> = new Set([
  'seat-offered',
  'offer-lapsed',
  'invited',
  'cohort-cancelled',
]);

function InCohort({ notice, cohortId, opening, text }: CohortParts) {
  const { kind, courseId, itemId, submissionId, step, groupId } = notice;
  if (submissionId) {
    return (
      <Link to="/runs/$cohortId/submissions/$submissionId" params={{ cohortId, submissionId }} {...opening}>
        {text}
      </Link>
    );
  }
  if (itemId) {
    return (
      <Link to="/cohorts/$cohortId/assignments/$itemId" params={{ cohortId, itemId }} {...opening}>
        {text}
      </Link>
    );
  }
  if (kind === 'post-hidden') {
    return (
      <Link to="/runs/$cohortId" params={{ cohortId }} search={{ tab: 'discussion', part: 'reported' }} {...opening}>
        {text}
      </Link>
    );
  }
  if (kind === 'groups-made' || kind === 'announced') {
    return (
      <Link
        to="/cohorts/$cohortId/discussion"
        params={{ cohortId }}
        search={{ group: groupId ?? undefined }}
        {...opening}
      >
        {text}
      </Link>
    );
  }
  if (kind === 'request-received') {
    return (
      <Link to="/runs/$cohortId" params={{ cohortId }} {...opening}>
        {text}
      </Link>
    );
  }
  if (aboutSessions.has(kind)) {
    return (
      <Link to="/cohorts/$cohortId/schedule" params={{ cohortId }} {...opening}>
        {text}
      </Link>
    );
  }
  if (fromOutside.has(kind) && courseId) {
    return (
      <Link to="/courses/$courseId" params={{ courseId }} {...opening}>
        {text}
      </Link>
    );
  }
  return (
    <Link to="/cohorts/$cohortId" params={{ cohortId }} search={step === null ? {} : { week: step }} {...opening}>
      {text}
    </Link>
  );
}

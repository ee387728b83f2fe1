import type { AttendanceMark, RosterRow, RosterView } from '@kohorte/contracts';
import { sessionMoments } from '@kohorte/rules';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { refresh, useApi } from '../queries.js';
import { Empty, Page, PageHeading, Section } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { useMarking } from './marking.js';
import { useEvery, useMoments } from './moments.js';
import classes from './roster.module.css';
import { useSessionWords } from './session-words.js';

const AttendanceCode = lazy(() => import('./attendance-code.js'));

const route = getRouteApi('/inside/sessions/$sessionId/roster');
const marks = ['present', 'late', 'excused', 'absent'] as const;
const answers = ['yes', 'maybe', 'no', 'open'] as const;

/** Who comes to a session, and who was there: a tap each. */
export function Roster() {
  const { t } = useTranslation('sessions');
  const { times, span, place } = useSessionWords();
  const params = route.useParams();
  const roster = useApi('GET /sessions/:sessionId/roster', { params });
  const { session, rows, counts } = roster;
  const moments = sessionMoments({ startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt) });
  useMoments([moments.checkInFrom, moments.checkInUntil], () => void refresh('GET /sessions/:sessionId/roster'));
  const [showsCode, setShowsCode] = useState(false);
  // Who checks in by the code on the wall appears without anybody touching the page.
  useEvery(showsCode ? 3_000 : null, () => void refresh('GET /sessions/:sessionId/roster'));
  const mayMark = moments.checkInFrom.getTime() <= now() && !session.cancelled;
  const mayShow = mayMark && now() < moments.checkInUntil.getTime();
  const seated = rows.filter(({ waits }) => !waits);
  const waiting = rows.filter(({ waits }) => waits);
  return (
    <Page>
      <PageHeading
        title={t('roster.title')}
        tab={`${t('roster.title')} · ${session.title}`}
        above={
          <Link to="/sessions/$sessionId" params={params}>
            {session.title} · {session.cohortName}
          </Link>
        }
        below={
          <span className="figures">
            {span(session)} · {place(session)} · {t('group', { number: session.groupNumber })}
          </span>
        }
        actions={
          mayShow && (
            <Button
              size="md"
              variant={showsCode ? 'default' : 'filled'}
              aria-expanded={showsCode}
              onClick={() => setShowsCode(!showsCode)}
            >
              {t(showsCode ? 'code.hide' : 'code.show')}
            </Button>
          )
        }
      />
      {session.cancelled && <p className="problem">{t('cancelled')}</p>}
      {mayShow && showsCode && (
        <Suspense fallback={<div className={classes.codePlace} />}>
          <AttendanceCode sessionId={session.sessionId} />
        </Suspense>
      )}
      <ul className={classes.counts} aria-label={t('roster.answers')}>
        {answers.map((one) => (
          <li key={one}>{t(`roster.count.${one}`, { count: counts[one] })}</li>
        ))}
      </ul>
      {!mayMark && !session.cancelled && (
        <p className={classes.hint}>{t('roster.from', { at: times.dayAndTime(moments.checkInFrom.getTime()) })}</p>
      )}
      {seated.length === 0 ? (
        <Empty title={t('roster.none')}>{t('roster.noneText')}</Empty>
      ) : mayMark ? (
        <Marking sessionId={session.sessionId} rows={seated} />
      ) : (
        <Rows>
          {seated.map(({ enrolmentId, person, answer }) => (
            <Row key={enrolmentId} title={person.name} lines={[unitOf(person)]} end={<Said answer={answer} />} />
          ))}
        </Rows>
      )}
      {waiting.length > 0 && (
        <Section title={t('roster.waitlist')}>
          <Rows ordered>
            {waiting.map(({ enrolmentId, person }) => (
              <Row key={enrolmentId} title={person.name} lines={[unitOf(person)]} />
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  );
}

const unitOf = ({ jobTitle, unit }: RosterRow['person']): string => [jobTitle, unit].filter(Boolean).join(' · ');

function Said({ answer }: { answer: RosterRow['answer'] }) {
  const { t } = useTranslation('sessions');
  const tone = answer === 'yes' ? 'good' : answer === 'maybe' ? 'warn' : 'plain';
  return <Tag tone={tone}>{t(`roster.said.${answer ?? 'open'}`)}</Tag>;
}

function Marking({ sessionId, rows }: { sessionId: string; rows: RosterView['rows'] }) {
  const { t } = useTranslation('sessions');
  const marking = useMarking(sessionId);
  const markOf = (row: RosterRow): AttendanceMark | null => marking.unsaved.get(row.enrolmentId) ?? row.mark;
  const present = rows.filter((row) => ['present', 'late'].includes(markOf(row) ?? '')).length;
  const open = rows.filter((row) => markOf(row) === null && row.answer !== 'no');
  const hasDeclined = rows.some((row) => markOf(row) === null && row.answer === 'no');
  return (
    <>
      <div className={classes.bar}>
        <p className={classes.present} aria-live="polite">
          <strong>{t('roster.count.present', { count: present })}</strong>
          <span className="small faint"> / {rows.length}</span>
        </p>
        {open.length > 0 && (
          <Button
            variant="default"
            size="md"
            onClick={() => marking.mark(open.map(({ enrolmentId }) => [enrolmentId, 'present'] as const))}
          >
            {t(open.length === rows.length ? 'roster.all' : 'roster.rest')}
          </Button>
        )}
        <span role="status" className="small faint">
          {marking.isSaving ? t('roster.saving') : marking.hasSaved && !marking.problem && t('roster.saved')}
        </span>
        {open.length > 0 && hasDeclined && <span className="small faint">{t('roster.allHint')}</span>}
      </div>
      {marking.problem && (
        <div className={classes.unsaved}>
          <ProblemNote problem={marking.problem} />
          <p>{t('roster.unsaved', { count: marking.unsaved.size })}</p>
          <Button variant="default" loading={marking.isSaving} onClick={marking.again}>
            {t('roster.again')}
          </Button>
        </div>
      )}
      <ul className={classes.rows}>
        {rows.map((row) => (
          <Learner
            key={row.enrolmentId}
            row={row}
            mark={markOf(row)}
            onMark={(mark) => marking.mark([[row.enrolmentId, mark]])}
          />
        ))}
      </ul>
    </>
  );
}

interface LearnerRow {
  row: RosterRow;
  mark: AttendanceMark | null;
  onMark: (mark: AttendanceMark) => void;
}

function Learner({ row, mark, onMark }: LearnerRow) {
  const { t } = useTranslation('sessions');
  const times = useTimes();
  const { person, answer, way, markedAt, corrections } = row;
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>{person.name}</p>
        <p className="small faint figures">
          {[
            t(`roster.said.${answer ?? 'open'}`),
            way && markedAt && t(way === 'code' ? 'roster.byCode' : 'roster.byHand', { at: times.time(markedAt) }),
            corrections > 0 && t('roster.corrected', { count: corrections }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {/* Buttons, not radios: an arrow key on its way to the last one would note each it passes. */}
      <div role="group" aria-label={t('roster.markOf', { name: person.name })} className={classes.marks}>
        {marks.map((one) => (
          <button
            key={one}
            type="button"
            data-mark={one}
            aria-pressed={one === mark}
            onClick={() => one !== mark && onMark(one)}
          >
            {t(`roster.mark.${one}`)}
          </button>
        ))}
      </div>
    </li>
  );
}

import type { SessionView } from '@kohorte/contracts';
import { sessionMoments } from '@kohorte/rules';
import { Button } from '@mantine/core';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { refresh, useApi } from '../queries.js';
import { Page, PageHeading, Section } from '../shell/page.js';
import { Tag } from '../shell/tag.js';
import { CheckIn } from './check-in.js';
import { useMoments } from './moments.js';
import { OwnAnswer } from './own-answer.js';
import { ParallelSessions } from './parallel-sessions.js';
import { RunSession } from './run-session.js';
import classes from './session-page.module.css';
import { lengthOf, ownAnswer, useSessionWords } from './session-words.js';

const route = getRouteApi('/inside/sessions/$sessionId');

/** One live session: when, where, with whom, and the own answer. */
export function SessionPage() {
  const { t } = useTranslation('sessions');
  const params = route.useParams();
  const session = useApi('GET /sessions/:sessionId', { params });
  const { startsAt, endsAt, cohortId, mine, cancelled, runs } = session;
  const moments = sessionMoments({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
  useMoments([...Object.values(moments), startsAt, endsAt], () => void refresh('GET /sessions/:sessionId'));
  const at = now();
  const isOver = Date.parse(endsAt) <= at;
  const isSeated = mine !== null && mine.place === null;
  const canCheckIn = isSeated && moments.checkInFrom.getTime() <= at && at < moments.checkInUntil.getTime();
  return (
    <Page>
      <PageHeading
        title={session.title}
        tab={`${session.title} · ${session.courseTitle}`}
        above={
          <Link to="/cohorts/$cohortId/schedule" params={{ cohortId }}>
            {session.courseTitle} · {session.cohortName}
          </Link>
        }
        below={<Standing session={session} isOver={isOver} />}
        actions={!cancelled && <JoinButton session={session} />}
      />
      {cancelled && (
        <p className={`problem ${classes.cancelled}`}>
          <strong>{t('cancelled')}.</strong> {t('cancelledText')}
        </p>
      )}
      {!cancelled && canCheckIn && <CheckIn key={session.sessionId} session={session} />}
      <Facts session={session} />
      {!cancelled && isSeated && !canCheckIn && mine.attendance && <Attended mark={mine.attendance} />}
      {!cancelled && Date.parse(startsAt) > at && <OwnAnswer session={session} />}
      {!cancelled && !isOver && <JoinLater session={session} />}
      {Date.parse(startsAt) > at && <ParallelSessions session={session} />}
      {runs && <RunSession session={session} isOver={isOver} />}
    </Page>
  );
}

function Standing({ session, isOver }: { session: SessionView; isOver: boolean }) {
  const { t } = useTranslation(['sessions', 'learner']);
  const { times, span } = useSessionWords();
  const own = ownAnswer(session);
  const there = times.elsewhere(session.startsAt, session.timeZone);
  const hasBegun = Date.parse(session.startsAt) <= now();
  return (
    <span className={classes.standing}>
      <span className="figures">
        <time dateTime={session.startsAt}>{span(session)}</time> · {times.minutes(lengthOf(session))}
        {!hasBegun && !session.cancelled && ` (${times.fromNow(session.startsAt).replaceAll(' ', '\u00a0')})`}
        {there && <span className="small faint"> · {t('learner:entry.there', there)}</span>}
      </span>
      {session.cancelled ? (
        <Tag tone="bad">{t('cancelled')}</Tag>
      ) : isOver ? (
        <Tag>{t('over')}</Tag>
      ) : hasBegun ? (
        <Tag tone="good">{t('on')}</Tag>
      ) : (
        own && <Tag tone={own === 'yes' ? 'good' : own === 'no' ? 'plain' : 'warn'}>{t(`own.${own}`)}</Tag>
      )}
    </span>
  );
}

function Facts({ session }: { session: SessionView }) {
  const { t } = useTranslation(['sessions', 'learner']);
  const { times, place } = useSessionWords();
  const { cohortId, step, seats, taken } = session;
  return (
    <dl className={classes.facts}>
      <dt>{t('fact.where')}</dt>
      <dd>{place(session)}</dd>
      {session.trainers.length > 0 && (
        <>
          <dt>{t('fact.trainers')}</dt>
          <dd>{session.trainers.map(({ name }) => name).join(', ')}</dd>
        </>
      )}
      <dt>{t('fact.group')}</dt>
      <dd>
        {[
          session.groupNumber,
          !session.cancelled &&
            (seats === null
              ? t('taken', { count: taken })
              : t('takenOf', { taken: times.number(taken), seats: times.number(seats) })),
        ]
          .filter(Boolean)
          .join(' · ')}
      </dd>
      <dt>{t('fact.item')}</dt>
      <dd>
        {/* The week, not the item: the item may not be open yet. */}
        <Link to="/cohorts/$cohortId" params={{ cohortId }} search={step === null ? {} : { week: step }}>
          {step === null ? session.courseTitle : t('learner:week.name', { step })}
        </Link>
      </dd>
    </dl>
  );
}

function Attended({ mark }: { mark: NonNullable<NonNullable<SessionView['mine']>['attendance']> }) {
  const { t } = useTranslation('sessions');
  return (
    <p className={classes.attended}>
      {t(`attendance.${mark}`)} <span className="small faint">{t('attendance.wrong')}</span>
    </p>
  );
}

/** The way in: a link given from shortly before the beginning. */
function JoinButton({ session: { joinUrl, endsAt } }: { session: SessionView }) {
  const { t } = useTranslation('sessions');
  if (!joinUrl || Date.parse(endsAt) <= now()) return null;
  return (
    <Button
      component="a"
      href={joinUrl}
      target="_blank"
      rel="noopener noreferrer"
      size="md"
      leftSection={<IconVideo size={20} aria-hidden="true" />}
      title={t('join.newTab', { host: URL.canParse(joinUrl) ? new URL(joinUrl).hostname : joinUrl })}
    >
      {t('join.go')}
    </Button>
  );
}

/** When the way in opens, for those who will need it. */
function JoinLater({ session }: { session: SessionView }) {
  const { t } = useTranslation('sessions');
  const { times } = useSessionWords();
  const { mode, joinUrl, joinFrom, mine } = session;
  if (mode === 'on-site' || joinUrl || !mine || mine.place !== null) return null;
  const isOpen = Date.parse(joinFrom) <= now();
  return (
    <Section title={t('join.title')}>
      <p className={classes.words}>
        {isOpen
          ? t('join.none')
          : t('join.from', {
              at: times.daysAway(joinFrom) === 0 ? times.time(joinFrom) : times.dayAndTime(joinFrom),
            })}
      </p>
    </Section>
  );
}

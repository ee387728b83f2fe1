import type { SessionView } from '@kohorte/contracts';
import IconCalendarCancel from '@tabler/icons-react/dist/esm/icons/IconCalendarCancel.mjs';
import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { Row } from '../shell/rows.js';
import { lengthOf, ownAnswer, useSessionWords } from './session-words.js';
import classes from './timetable-row.module.css';

/** A session of a cohort: what, where, with which group, and the own answer. */
export function SessionRow({ session }: { session: SessionView }) {
  const { t } = useTranslation(['sessions', 'learner']);
  const { times, place } = useSessionWords();
  const { sessionId, title, cancelled, startsAt, endsAt, groupNumber } = session;
  const isOver = Date.parse(endsAt) <= now();
  const own = ownAnswer(session);
  const there = times.elsewhere(startsAt, session.timeZone);
  const Icon = cancelled ? IconCalendarCancel : isOver ? IconCircleCheckFilled : IconCalendarEvent;
  return (
    <Row
      linked
      stacks
      mark={
        <Icon
          size={20}
          stroke={1.6}
          color={isOver && !cancelled ? 'var(--accent)' : 'var(--ink-faint)'}
          aria-hidden="true"
        />
      }
      title={
        <Link to="/sessions/$sessionId" params={{ sessionId }}>
          {title}
        </Link>
      }
      lines={[
        [
          cancelled ? t('cancelled') : t('learner:entry.session', { place: place(session) }),
          times.minutes(lengthOf(session)),
          t('group', { number: groupNumber }),
          !cancelled && !isOver && own && t(`own.${own}`),
        ]
          .filter(Boolean)
          .join(' · '),
      ]}
      end={
        <time dateTime={startsAt} className={classes.when}>
          {times.dayAndTime(startsAt)}
          {there && <span className={classes.there}>{t('learner:entry.there', there)}</span>}
        </time>
      }
    />
  );
}

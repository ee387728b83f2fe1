import type { SessionView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api.js';
import { now } from '../clock.js';
import { refresh, useApiMaybe, useApiMutation } from '../queries.js';
import { Section } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import { offerUndo } from '../shell/toasts.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './session-page.module.css';
import { changedBySession, keepSession } from './session-refresh.js';
import { useSessionWords } from './session-words.js';

/** The same item with other groups, for those whom this date does not suit. */
export function ParallelSessions({ session }: { session: SessionView }) {
  const { t } = useTranslation('sessions');
  const { cohortId, itemId, sessionId } = session;
  const outline = useApiMaybe('GET /cohorts/:cohortId/outline', { params: { cohortId } });
  const all = useApiMaybe('GET /cohorts/:cohortId/sessions', { params: { cohortId } }) ?? [];
  const others = all.filter(
    (one) => one.itemId === itemId && one.sessionId !== sessionId && !one.cancelled && Date.parse(one.startsAt) > now(),
  );
  if (!outline?.learns || others.length === 0) return null;
  // The seat that would be left; who has none takes one.
  const seat = all.find((one) => one.itemId === itemId && !one.cancelled && one.mine && one.mine.place === null);
  const isTooLate = seat !== undefined && Date.parse(seat.answerUntil) <= now();
  return (
    <Section title={t('parallel.title')}>
      {seat?.sessionId === sessionId && <p className={`${classes.words} faint`}>{t('parallel.text')}</p>}
      <Rows>
        {others.map((other) => (
          <Other key={other.sessionId} other={other} from={seat} mayChange={!isTooLate} />
        ))}
      </Rows>
    </Section>
  );
}

interface OtherRow {
  other: SessionView;
  from: SessionView | undefined;
  mayChange: boolean;
}

function Other({ other, from, mayChange }: OtherRow) {
  const { t } = useTranslation(['sessions', 'learner']);
  const { times, span, place } = useSessionWords();
  const there = times.elsewhere(other.startsAt, other.timeZone);
  const free = other.seats === null ? null : Math.max(0, other.seats - other.taken);
  return (
    <Row
      linked
      stacks
      title={
        <Link to="/sessions/$sessionId" params={{ sessionId: other.sessionId }}>
          {span(other)}
        </Link>
      }
      lines={[
        [t('group', { number: other.groupNumber }), place(other), there && t('learner:entry.there', there)]
          .filter(Boolean)
          .join(' · '),
        [
          free === null
            ? t('parallel.unlimited')
            : free === 0
              ? t('parallel.full')
              : t('parallel.free', { count: free }),
          other.trainers.map(({ name }) => name).join(', '),
        ]
          .filter(Boolean)
          .join(' · '),
      ]}
      end={<Change other={other} from={from} isFree={free !== 0} mayChange={mayChange} />}
    />
  );
}

function Change({ other, from, isFree, mayChange }: OtherRow & { isFree: boolean }) {
  const { t } = useTranslation('sessions');
  const { span } = useSessionWords();
  const navigate = useNavigate();
  const params = { sessionId: other.sessionId };
  const said = { number: other.groupNumber, when: span(other) };
  const take = useApiMutation('POST /sessions/:sessionId/seat', {
    refreshes: changedBySession,
    onDone: (taken) => {
      keepSession(taken);
      if (!taken.mine || taken.mine.place !== null) return;
      if (!from) return void navigate({ to: '/sessions/$sessionId', params });
      offerUndo(t('parallel.changed', said), async () => {
        keepSession(await api('POST /sessions/:sessionId/seat', { params: { sessionId: from.sessionId } }));
        await refresh(...changedBySession);
        await navigate({ to: '/sessions/$sessionId', params: { sessionId: from.sessionId } });
      });
      void navigate({ to: '/sessions/$sessionId', params });
    },
  });
  const stop = useApiMutation('DELETE /sessions/:sessionId/seat', {
    refreshes: changedBySession,
    onDone: keepSession,
  });
  if (other.mine && other.mine.place === null) return <Tag tone="good">{t('parallel.yours')}</Tag>;
  if (other.mine) {
    return (
      <>
        <Tag tone="warn">{t('parallel.waits', { place: other.mine.place ?? 0 })}</Tag>
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('parallel.waitNoMoreAt', said)}
          loading={stop.isPending}
          onClick={() => stop.mutate({ params })}
        >
          {t('answer.waitNoMore')}
        </Button>
        <ProblemNote problem={stop.error} />
      </>
    );
  }
  if (!mayChange || Date.parse(other.answerUntil) <= now()) return null;
  return (
    <>
      <Button
        variant="default"
        aria-label={t(isFree ? 'parallel.changeTo' : 'parallel.waitAt', said)}
        loading={take.isPending}
        onClick={() => take.mutate({ params })}
      >
        {t(isFree ? 'parallel.change' : 'answer.wait')}
      </Button>
      <ProblemNote problem={take.error} />
    </>
  );
}

import type { SessionView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { useApiMaybe, useApiMutation } from '../queries.js';
import { Section } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { AnswerButtons } from './answer-buttons.js';
import classes from './session-page.module.css';
import { changedBySession, keepSession } from './session-refresh.js';

/** Whether one comes; or the place on the waitlist; or the way to a seat, for learners who have none. */
export function OwnAnswer({ session }: { session: SessionView }) {
  const { mine } = session;
  if (!mine) return <NoSeat session={session} />;
  return mine.place === null ? <Answer session={session} /> : <Waits session={session} place={mine.place} />;
}

function Answer({ session }: { session: SessionView }) {
  const { t } = useTranslation('sessions');
  const times = useTimes();
  const { sessionId, answerUntil } = session;
  const give = useApiMutation('PUT /sessions/:sessionId/answer', {
    refreshes: changedBySession,
    onDone: keepSession,
  });
  const isLate = Date.parse(answerUntil) <= now();
  const given = session.mine?.answer ?? null;
  // While it is on its way the button is already pressed.
  const answer = give.isPending ? (give.variables.body?.answer ?? null) : given;
  return (
    <Section title={t('answer.title')}>
      <div className={classes.answering}>
        <AnswerButtons
          label={t('answer.title')}
          answer={answer}
          isLate={isLate}
          onAnswer={(chosen) => give.mutate({ params: { sessionId }, body: { answer: chosen } })}
        />
        <p role="status">{t(`answer.is.${answer ?? 'open'}`)}</p>
        <ProblemNote problem={give.error} />
        <p className="small faint">
          {isLate
            ? t('answer.late', { at: times.dayAndTime(answerUntil) })
            : t('answer.until', { at: times.dayAndTime(answerUntil), away: times.fromNow(answerUntil) })}
        </p>
      </div>
    </Section>
  );
}

function Waits({ session: { sessionId }, place }: { session: SessionView; place: number }) {
  const { t } = useTranslation('sessions');
  const stop = useApiMutation('DELETE /sessions/:sessionId/seat', {
    refreshes: changedBySession,
    onDone: keepSession,
  });
  return (
    <Section title={t('own.waits')}>
      <div className={classes.answering}>
        <p>
          <strong>{t('answer.waits', { place })}</strong> {t('answer.waitsText')}
        </p>
        <ProblemNote problem={stop.error} />
        <div>
          <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate({ params: { sessionId } })}>
            {t('answer.waitNoMore')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

/** Somebody else's group: a learner may come here instead, while there are seats and time. */
function NoSeat({ session }: { session: SessionView }) {
  const { t } = useTranslation('sessions');
  const { sessionId, cohortId, seats, taken, answerUntil } = session;
  const outline = useApiMaybe('GET /cohorts/:cohortId/outline', { params: { cohortId } });
  const take = useApiMutation('POST /sessions/:sessionId/seat', {
    refreshes: changedBySession,
    onDone: keepSession,
  });
  if (!outline?.learns || Date.parse(answerUntil) <= now()) return null;
  const isFree = seats === null || taken < seats;
  return (
    <Section title={t('answer.title')}>
      <div className={classes.answering}>
        <p>{t('answer.none')}</p>
        <ProblemNote problem={take.error} />
        <div>
          <Button variant="light" loading={take.isPending} onClick={() => take.mutate({ params: { sessionId } })}>
            {isFree ? t('parallel.change') : t('answer.wait')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

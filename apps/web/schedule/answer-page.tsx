import type { AnswerView } from '@kohorte/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { Outside } from '../people/outside.js';
import { queryClient, queryFor, useApi, useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import { Times } from '../times.js';
import { AnswerButtons } from './answer-buttons.js';
import classes from './answer-page.module.css';
import { useMoments } from './moments.js';
import { useSessionWords } from './session-words.js';

const route = getRouteApi('/answer/$token');

/**
 * Where an invitation's link leads: whoever holds it says whether they come. Opening it says nothing yet, as mail
 * programs open links by themselves.
 */
export function AnswerPage() {
  const { t } = useTranslation('sessions');
  const params = route.useParams();
  const asked = useApi('GET /answers/:token', { params });
  const { title, courseTitle, givenName, cancelled, startsAt, answerUntil } = asked;
  useMoments([startsAt, answerUntil], () => undefined);
  const hasBegun = Date.parse(startsAt) <= now();
  return (
    <Outside title={t('invitation.hello', { name: givenName })} below={!cancelled && !hasBegun && t('invitation.ask')}>
      <div className={classes.invitation}>
        <div className={classes.session} data-cancelled={cancelled || undefined}>
          <p className="small faint">{courseTitle}</p>
          <h2>{title}</h2>
          <WhenAndWhere asked={asked} />
        </div>
        {cancelled ? (
          <p className="problem">
            <strong>{t('cancelled')}.</strong> {t('cancelledText')}
          </p>
        ) : hasBegun ? (
          <p>{t('invitation.begun')}</p>
        ) : (
          <Answering asked={asked} token={params.token} />
        )}
        <p className="small">
          <a href={`/sessions/${asked.sessionId}`}>{t('invitation.toKohorte')}</a>
        </p>
      </div>
    </Outside>
  );
}

/** In the zone of whoever holds the device: nobody is signed in, so it is not known who that is. */
function useDeviceTimes(): Times {
  const { i18n } = useTranslation();
  return useMemo(() => new Times(i18n.language, Intl.DateTimeFormat().resolvedOptions().timeZone), [i18n.language]);
}

function WhenAndWhere({ asked }: { asked: AnswerView }) {
  const { t } = useTranslation(['sessions', 'learner']);
  const { times, span } = useSessionWords(useDeviceTimes());
  const there = times.elsewhere(asked.startsAt, asked.timeZone);
  return (
    <>
      <p className={classes.when}>
        <time dateTime={asked.startsAt}>{span(asked)}</time>
        {there && <span className="small faint"> · {t('learner:entry.there', there)}</span>}
      </p>
      <p>{asked.place ?? t('online')}</p>
    </>
  );
}

function Answering({ asked, token }: { asked: AnswerView; token: string }) {
  const { t } = useTranslation('sessions');
  const times = useDeviceTimes();
  const params = { token };
  const give = useApiMutation('POST /answers/:token', {
    onDone: (answered) => queryClient.setQueryData(queryFor('GET /answers/:token', { params }).queryKey, answered),
  });
  const isLate = Date.parse(asked.answerUntil) <= now();
  // While it is on its way the button is already pressed.
  const answer = give.isPending ? (give.variables.body?.answer ?? null) : asked.answer;
  return (
    <div className={classes.answering}>
      <AnswerButtons
        label={t('answer.title')}
        answer={answer}
        isLate={isLate}
        onAnswer={(chosen) => give.mutate({ params, body: { answer: chosen } })}
      />
      <p role="status">
        {give.isSuccess && asked.answer
          ? t(`invitation.now.${asked.answer}`)
          : asked.answer && !give.isPending && t(`answer.is.${asked.answer}`)}
      </p>
      <ProblemNote problem={give.error} />
      <p className="small faint">
        {isLate
          ? t('answer.late', { at: times.dayAndTime(asked.answerUntil) })
          : t('answer.until', { at: times.dayAndTime(asked.answerUntil), away: times.fromNow(asked.answerUntil) })}
      </p>
    </div>
  );
}

import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outside } from '../people/outside.js';
import { queryClient, queryFor, useApi, useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './unsubscribe-page.module.css';

const route = getRouteApi('/unsubscribe/$token');

/**
 * Where the link in a mail leads that ends mails of its kind. Opening it ends nothing yet, as mail programs open links
 * by themselves.
 */
export function UnsubscribePage() {
  const { t } = useTranslation(['notification-settings', 'notifications']);
  const params = route.useParams();
  const { topic, subscribed } = useApi('GET /unsubscriptions/:token', { params });
  const isDigest = topic === 'digest';
  const onDone = (now: { subscribed: boolean }): void => {
    queryClient.setQueryData(
      queryFor('GET /unsubscriptions/:token', { params }).queryKey,
      (before) => before && { ...before, ...now },
    );
  };
  const end = useApiMutation('POST /unsubscriptions/:token', { onDone });
  const takeBack = useApiMutation('DELETE /unsubscriptions/:token', { onDone });
  const isDone = end.isSuccess || takeBack.isSuccess;
  // The button that was pressed is another one now.
  const outcome = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isDone) outcome.current?.focus();
  }, [isDone, subscribed]);
  const said = !subscribed
    ? end.isSuccess
      ? t(isDigest ? 'unsubscribe.doneDigest' : 'unsubscribe.done')
      : t('unsubscribe.already')
    : takeBack.isSuccess && t('unsubscribe.isBack');
  return (
    <Outside title={t('unsubscribe.title')} below={subscribed && !takeBack.isSuccess && t('unsubscribe.text')}>
      <div className={classes.body}>
        <div className={classes.topic}>
          <h2>{isDigest ? t('unsubscribe.digestName') : t(`notifications:topic.${topic}`)}</h2>
          <p className="small faint">{isDigest ? t('unsubscribe.digestText') : t(`topics.${topic}`)}</p>
        </div>
        <p ref={outcome} tabIndex={-1} className={classes.outcome}>
          {said}
        </p>
        {subscribed ? (
          <Button size="md" loading={end.isPending} onClick={() => end.mutate({ params, body: {} })}>
            {t('unsubscribe.submit')}
          </Button>
        ) : (
          <Button size="md" variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate({ params })}>
            {t('unsubscribe.again')}
          </Button>
        )}
        <ProblemNote problem={end.error ?? takeBack.error} />
        <p className="small">
          <a href="/notifications/settings">{t('unsubscribe.settings')}</a>
        </p>
      </div>
    </Outside>
  );
}

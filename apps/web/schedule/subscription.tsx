import '../people/fields.js';
import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryFor, useApi, useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { Section } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import classes from './calendar.module.css';

/** The secret link by which another calendar shows this one. */
export function Subscription() {
  const { t } = useTranslation();
  const times = useTimes();
  const { feed } = useApi('GET /calendar-feed');
  const [url, setUrl] = useState<string | null>(null);
  const [asks, setAsks] = useState<'renew' | 'revoke' | null>(null);
  const know = (known: typeof feed): unknown =>
    queryClient.setQueryData(queryFor('GET /calendar-feed').queryKey, { feed: known });
  const make = useApiMutation('POST /calendar-feed', {
    onDone: (made) => {
      setUrl(made.url);
      know(made.feed);
    },
  });
  const revoke = useApiMutation('DELETE /calendar-feed', {
    onDone: () => {
      setUrl(null);
      know(null);
    },
  });
  return (
    <Section title={t('feed.title')}>
      <div className={classes.subscription}>
        <p className="faint">{t('feed.text')}</p>
        {url && <Address url={url} />}
        {feed && (
          <p className="small faint">
            {t('feed.made', { on: times.day(feed.createdAt) })}{' '}
            {feed.lastReadAt ? t('feed.read', { at: times.fromNow(feed.lastReadAt) }) : t('feed.neverRead')}
          </p>
        )}
        <div className={classes.buttons}>
          {feed ? (
            <>
              <Button variant="default" loading={make.isPending} onClick={() => setAsks('renew')}>
                {t('feed.renew')}
              </Button>
              <Button variant="default" loading={revoke.isPending} onClick={() => setAsks('revoke')}>
                {t('feed.revoke')}
              </Button>
            </>
          ) : (
            <Button loading={make.isPending} onClick={() => make.mutate({})}>
              {t('feed.make')}
            </Button>
          )}
        </div>
        <ProblemNote problem={make.error ?? revoke.error} />
      </div>
      {asks && (
        <Dialog
          title={t(`feed.${asks}Title`)}
          onClose={() => setAsks(null)}
          actions={
            <>
              <Button variant="default" onClick={() => setAsks(null)}>
                {t('feed.keep')}
              </Button>
              <Button
                onClick={() => {
                  setAsks(null);
                  if (asks === 'renew') make.mutate({});
                  else revoke.mutate({});
                }}
              >
                {t(`feed.${asks}`)}
              </Button>
            </>
          }
        >
          <p>{t('feed.stops')}</p>
        </Dialog>
      )}
    </Section>
  );
}

/** Shown once, when it has been made: only its fingerprint is kept. */
function Address({ url }: { url: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 4000 });
  return (
    <>
      <div className={classes.address}>
        <TextInput
          aria-label={t('feed.address')}
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button size="md" h={42} variant="default" onClick={() => clipboard.copy(url)}>
          {clipboard.copied ? t('feed.copied') : t('feed.copy')}
        </Button>
        <Button size="md" h={42} variant="default" component="a" href={url.replace(/^https?:/, 'webcal:')}>
          {t('feed.open')}
        </Button>
      </div>
      <p role="status" className="unseen">
        {clipboard.copied && t('feed.copied')}
      </p>
      <p className="small">{t('feed.secret')}</p>
    </>
  );
}

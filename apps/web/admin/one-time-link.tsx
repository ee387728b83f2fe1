import '../people/fields.js';
import type { OneTimeLinkView, UserView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import classes from './admin.module.css';

/** Makes a link by which a person sets a password, and shows it this once. */
export function OneTimeLink({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const clipboard = useClipboard({ timeout: 4000 });
  const [link, setLink] = useState<OneTimeLinkView | null>(null);
  const make = useApiMutation('POST /users/:userId/one-time-link', { onDone: setLink });
  return (
    <Dialog
      title={t('people.access.made', { name: user.name })}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('people.access.done')}
          </Button>
          {!link && (
            <Button
              loading={make.isPending}
              data-autofocus
              onClick={() => make.mutate({ params: { userId: user.userId } })}
            >
              {t('people.access.makeLink')}
            </Button>
          )}
        </>
      }
    >
      {link ? (
        <>
          <div className={classes.address}>
            <TextInput
              aria-label={t('people.access.address')}
              readOnly
              value={link.url}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button h={42} onClick={() => clipboard.copy(link.url)}>
              {clipboard.copied ? t('people.access.copied') : t('people.access.copy')}
            </Button>
          </div>
          <p role="status" className="unseen">
            {clipboard.copied && t('people.access.copied')}
          </p>
          <p className="small">{t('people.access.validUntil', { at: times.dayAndTime(link.expiresAt) })}</p>
        </>
      ) : (
        <p>{t('people.access.linkText')}</p>
      )}
      <ProblemNote problem={make.error} />
    </Dialog>
  );
}

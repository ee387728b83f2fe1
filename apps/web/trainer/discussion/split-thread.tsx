import '../fields.js';
import type { ThreadView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../queries.js';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './discussion.module.css';
import { changedInQueues } from './refreshed.js';
import { useModerationWords } from './words.js';

interface Parts {
  thread: ThreadView;
  postIds: readonly string[];
  onDone: (thread: ThreadView) => void;
  onClose: () => void;
}

/** Takes posts out into a thread of their own. */
export function SplitThread({ thread: { threadId, title: from }, postIds, onDone, onClose }: Parts) {
  const { t } = useModerationWords();
  const [title, setTitle] = useState('');
  const [isAsked, setAsked] = useState(false);
  const split = useApiMutation('POST /threads/:threadId/split', { refreshes: changedInQueues, onDone });
  const isMissing = title.trim() === '';
  return (
    <Dialog
      title={t('split.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('split.cancel')}
          </Button>
          <Button
            loading={split.isPending}
            onClick={() => {
              setAsked(true);
              if (!isMissing)
                split.mutate({ params: { threadId }, body: { postIds: [...postIds], title: title.trim() } });
            }}
          >
            {t('split.do')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <p>{t('split.does', { count: postIds.length, title: from })}</p>
        <TextInput
          label={t('split.newTitle')}
          value={title}
          maxLength={200}
          data-autofocus
          error={isAsked && isMissing ? t('split.needsTitle') : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <ProblemNote problem={split.error} />
      </div>
    </Dialog>
  );
}

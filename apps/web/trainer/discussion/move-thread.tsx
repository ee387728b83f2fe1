import '../fields.js';
import type { ThreadView } from '@kohorte/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api.js';
import { refresh, useApiMaybe, useApiMutation } from '../../queries.js';
import { Dialog } from '../../shell/dialog.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './discussion.module.css';
import { changedInThread } from './refreshed.js';
import { useModerationWords } from './words.js';

interface Parts {
  thread: ThreadView;
  onDone: (thread: ThreadView) => void;
  onClose: () => void;
}

/** Anchors a thread elsewhere: in the cohort as a whole, a week or one of its items. */
export function MoveThread({ thread, onDone, onClose }: Parts) {
  const { t } = useModerationWords();
  const { cohortId, threadId, place } = thread;
  const params = { threadId };
  const { moduleId, itemId } = place;
  const there = itemId ? `item ${itemId}` : moduleId ? `module ${moduleId}` : '';
  const [to, setTo] = useState(there);
  const modules = useApiMaybe('GET /cohorts/:cohortId/outline', { params: { cohortId } })?.modules ?? [];
  const move = useApiMutation('PUT /threads/:threadId/place', {
    refreshes: changedInThread,
    onDone: (after) => {
      onDone(after);
      offerUndo(t('move.did', { title: thread.title }), async () => {
        onDone(await api('PUT /threads/:threadId/place', { params, body: { moduleId, itemId } }));
        await refresh(...changedInThread);
      });
    },
  });
  const [kind, id = null] = to.split(' ');
  return (
    <Dialog
      title={t('move.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('move.cancel')}
          </Button>
          <Button
            loading={move.isPending}
            disabled={to === there}
            onClick={() =>
              move.mutate({
                params,
                body: { moduleId: kind === 'module' ? id : null, itemId: kind === 'item' ? id : null },
              })
            }
          >
            {t('move.do')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <NativeSelect size="md" label={t('move.to')} value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          <option value="">{t('move.cohort')}</option>
          {modules.map((one) => (
            <optgroup key={one.moduleId} label={t('move.week', { step: one.step, title: one.title })}>
              <option value={`module ${one.moduleId}`}>{t('move.wholeWeek', { step: one.step })}</option>
              {one.items.map((item) => (
                <option key={item.itemId} value={`item ${item.itemId}`}>
                  {item.title}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
        <p className="small faint">{t('move.hint')}</p>
        <ProblemNote problem={move.error} />
      </div>
    </Dialog>
  );
}

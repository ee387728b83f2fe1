import type { ThreadView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import IconArrowMerge from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs';
import IconArrowsSplit from '@tabler/icons-react/dist/esm/icons/IconArrowsSplit.mjs';
import IconFolderSymlink from '@tabler/icons-react/dist/esm/icons/IconFolderSymlink.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconPinnedOff from '@tabler/icons-react/dist/esm/icons/IconPinnedOff.mjs';
import { useState } from 'react';
import { api } from '../../api.js';
import { type Action, ActionsMenu } from '../../discussion/actions-menu.js';
import { refresh, useApiMutation } from '../../queries.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './discussion.module.css';
import { MergeThread } from './merge-thread.js';
import { MoveThread } from './move-thread.js';
import { changedInThread } from './refreshed.js';
import { SplitThread } from './split-thread.js';
import { useModerationWords } from './words.js';

interface Parts {
  thread: ThreadView;
  /** The posts that are ticked; `null` while the thread's page shows no boxes to tick. */
  selectedPosts: readonly string[] | null;
  /** Shows the boxes, with none ticked, or takes them away with `null`. */
  onSelect: (postIds: readonly string[] | null) => void;
  /** Something was done; the thread as it is now, or the one to which its posts went. */
  onDone: (thread: ThreadView) => void;
}

/**
 * What those who moderate can do with a thread. Splitting takes two steps: from the menu the page is asked for its
 * boxes, then what is ticked is taken out from the bar that stands here instead.
 */
export default function ModeratorMenu({ thread, selectedPosts, onSelect, onDone }: Parts) {
  const { t } = useModerationWords();
  const { threadId, locked, pinned } = thread;
  const [asks, setAsks] = useState<'move' | 'merge' | 'split' | null>(null);
  const params = { threadId };
  const lock = useFlag('PUT /threads/:threadId/lock', onDone);
  const pin = useFlag('PUT /threads/:threadId/pin', onDone);
  const isAlone = thread.kind === 'announcement' || thread.kind === 'prompt';
  const close = (): void => setAsks(null);
  const done = (after: ThreadView): void => {
    close();
    onSelect(null);
    onDone(after);
  };
  const size = { size: 18, stroke: 1.7 };
  const actions: (Action | false)[] = [
    {
      name: t(locked ? 'menu.unlock' : 'menu.lock'),
      icon: locked ? <IconLockOpen {...size} /> : <IconLock {...size} />,
      onChoose: () => lock.mutate({ params, body: { on: !locked } }),
    },
    {
      name: t(pinned ? 'menu.unpin' : 'menu.pin'),
      icon: pinned ? <IconPinnedOff {...size} /> : <IconPin {...size} />,
      onChoose: () => pin.mutate({ params, body: { on: !pinned } }),
    },
    !isAlone &&
      thread.place.groupId === null && {
        name: t('menu.move'),
        icon: <IconFolderSymlink {...size} />,
        onChoose: () => setAsks('move'),
      },
    !isAlone && { name: t('menu.merge'), icon: <IconArrowMerge {...size} />, onChoose: () => setAsks('merge') },
    thread.replies > 0 && { name: t('menu.split'), icon: <IconArrowsSplit {...size} />, onChoose: () => onSelect([]) },
  ];
  return (
    <>
      {selectedPosts === null ? (
        <div className={classes.moderating}>
          <ActionsMenu label={t('menu.label')} labelSeen actions={actions.filter((action) => action !== false)} />
        </div>
      ) : (
        <div className={classes.selecting} role="group" aria-label={t('split.bar')}>
          <span role="status" className="small figures">
            {t('split.selected', { count: selectedPosts.length })}
          </span>
          <Button disabled={selectedPosts.length === 0} onClick={() => setAsks('split')}>
            {t('split.take')}
          </Button>
          <Button variant="default" onClick={() => onSelect(null)}>
            {t('split.stop')}
          </Button>
        </div>
      )}
      <ProblemNote problem={lock.error ?? pin.error} />
      {asks === 'move' && <MoveThread thread={thread} onDone={done} onClose={close} />}
      {asks === 'merge' && <MergeThread thread={thread} onDone={done} onClose={close} />}
      {asks === 'split' && selectedPosts && (
        <SplitThread thread={thread} postIds={selectedPosts} onDone={done} onClose={close} />
      )}
    </>
  );
}

type Flag = 'PUT /threads/:threadId/lock' | 'PUT /threads/:threadId/pin';

/** Locks or pins at once; the toast takes it back. */
function useFlag(key: Flag, onDone: (thread: ThreadView) => void) {
  const { t } = useModerationWords();
  return useApiMutation(key, {
    refreshes: changedInThread,
    onDone: (after, { params, body: { on } }) => {
      onDone(after);
      const what = key === 'PUT /threads/:threadId/lock' ? (on ? 'locked' : 'unlocked') : on ? 'pinned' : 'unpinned';
      offerUndo(t(`menu.did.${what}`, { title: after.title }), async () => {
        onDone(await api(key, { params, body: { on: !on } }));
        await refresh(...changedInThread);
      });
    },
  });
}

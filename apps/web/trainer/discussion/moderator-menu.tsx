import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Popover.css';
import type { ThreadView } from '@kohorte/contracts';
import { Button, Menu } from '@mantine/core';
import IconArrowMerge from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs';
import IconArrowsSplit from '@tabler/icons-react/dist/esm/icons/IconArrowsSplit.mjs';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconFolderSymlink from '@tabler/icons-react/dist/esm/icons/IconFolderSymlink.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconPinnedOff from '@tabler/icons-react/dist/esm/icons/IconPinnedOff.mjs';
import { useState } from 'react';
import { api } from '../../api.js';
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
  return (
    <>
      {selectedPosts === null ? (
        <Menu position="bottom-end" width={260} shadow="md">
          <Menu.Target>
            <Button
              variant="default"
              className={classes.moderating}
              rightSection={<IconChevronDown size={16} aria-hidden="true" />}
            >
              {t('menu.label')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={locked ? <IconLockOpen size={18} stroke={1.7} /> : <IconLock size={18} stroke={1.7} />}
              onClick={() => lock.mutate({ params, body: { on: !locked } })}
            >
              {t(locked ? 'menu.unlock' : 'menu.lock')}
            </Menu.Item>
            <Menu.Item
              leftSection={pinned ? <IconPinnedOff size={18} stroke={1.7} /> : <IconPin size={18} stroke={1.7} />}
              onClick={() => pin.mutate({ params, body: { on: !pinned } })}
            >
              {t(pinned ? 'menu.unpin' : 'menu.pin')}
            </Menu.Item>
            {!isAlone && thread.place.groupId === null && (
              <Menu.Item leftSection={<IconFolderSymlink size={18} stroke={1.7} />} onClick={() => setAsks('move')}>
                {t('menu.move')}
              </Menu.Item>
            )}
            {!isAlone && (
              <Menu.Item leftSection={<IconArrowMerge size={18} stroke={1.7} />} onClick={() => setAsks('merge')}>
                {t('menu.merge')}
              </Menu.Item>
            )}
            {thread.replies > 0 && (
              <Menu.Item leftSection={<IconArrowsSplit size={18} stroke={1.7} />} onClick={() => onSelect([])}>
                {t('menu.split')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
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

import type { PostView, ThreadView } from '@kohorte/contracts';
import IconBlockquote from '@tabler/icons-react/dist/esm/icons/IconBlockquote.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconRosetteDiscountCheck from '@tabler/icons-react/dist/esm/icons/IconRosetteDiscountCheck.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useState } from 'react';
import { api } from '../api.js';
import { useApiMutation } from '../queries.js';
import { offerUndo } from '../shell/toasts.js';
import { ProblemNote } from '../shell/trouble.js';
import { type Action, ActionsMenu } from './actions-menu.js';
import classes from './post.module.css';
import { keepPost, keepThread, rereadThread } from './posts-window.js';
import { ReportDialog } from './report-dialog.js';
import { useTalkWords } from './words.js';

/** A post that was deleted or has come back; its thread counts it, or no longer. */
export function keepPostOf({ threadId }: ThreadView, post: PostView): void {
  keepPost(post);
  // With its last post a thread is gone, too.
  void rereadThread(threadId).then(keepThread, () => undefined);
}

interface Parts {
  post: PostView;
  thread: ThreadView;
  onQuote: () => void;
  onEdit: () => void;
}

/** What is seldom done with a post. */
export function PostMenu({ post, thread, onQuote, onEdit }: Parts) {
  const { t, name } = useTalkWords();
  const [reports, setReports] = useState(false);
  const [said, setSaid] = useState('');
  const params = { postId: post.postId };
  const endorse = useApiMutation('PUT /posts/:postId/endorsement', { onDone: keepPost });
  const remove = useApiMutation('DELETE /posts/:postId', {
    onDone: (changed) => {
      keepPostOf(thread, changed);
      document.getElementById(`post-${post.number}`)?.focus();
      offerUndo(t('post.isDeleted'), async () =>
        keepPostOf(thread, await api('POST /posts/:postId/restoration', { params })),
      );
    },
  });
  const copy = (): void => {
    const address = `${window.location.origin}/threads/${thread.threadId}?post=${post.number}`;
    void navigator.clipboard.writeText(address).then(() => setSaid(t('post.copied')));
  };
  const isReadable = post.html !== null && !post.deletedAt;
  const actions: (Action | false)[] = [
    thread.mayPost &&
      post.text !== null && {
        name: t('post.quote'),
        icon: <IconBlockquote size={17} stroke={1.7} />,
        onChoose: onQuote,
      },
    { name: t('post.copyLink'), icon: <IconLink size={17} stroke={1.7} />, onChoose: copy },
    thread.moderates &&
      isReadable && {
        name: t(post.endorsedBy === null ? 'post.endorse' : 'post.unendorse'),
        icon: <IconRosetteDiscountCheck size={17} stroke={1.7} />,
        onChoose: () => endorse.mutate({ params, body: { on: post.endorsedBy === null } }),
      },
    post.may.edit && { name: t('post.edit'), icon: <IconPencil size={17} stroke={1.7} />, onChoose: onEdit },
    post.may.remove && {
      name: t('post.delete'),
      icon: <IconTrash size={17} stroke={1.7} />,
      onChoose: () => remove.mutate({ params }),
    },
    isReadable &&
      !post.writer.own && {
        name: t(post.reported ? 'post.reported' : 'post.report'),
        icon: <IconFlag size={17} stroke={1.7} />,
        disabled: post.reported,
        onChoose: () => setReports(true),
      },
  ];
  return (
    <div className={classes.menu}>
      <p role="status" className={said ? 'small faint' : 'unseen'}>
        {said}
      </p>
      <ProblemNote problem={endorse.error ?? remove.error} />
      <ActionsMenu
        label={t('post.more', { name: name(post.writer), number: post.number })}
        actions={actions.filter((action) => action !== false)}
      />
      {reports && <ReportDialog post={post} thread={thread} onClose={() => setReports(false)} />}
    </div>
  );
}

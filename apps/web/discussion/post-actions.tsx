import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Popover.css';
import type { PostView, ThreadView } from '@kohorte/contracts';
import { ActionIcon, Button, Menu } from '@mantine/core';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconBlockquote from '@tabler/icons-react/dist/esm/icons/IconBlockquote.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconRosetteDiscountCheck from '@tabler/icons-react/dist/esm/icons/IconRosetteDiscountCheck.mjs';
import IconThumbUp from '@tabler/icons-react/dist/esm/icons/IconThumbUp.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useState } from 'react';
import { api } from '../api.js';
import { useApiMutation } from '../queries.js';
import { offerUndo } from '../shell/toasts.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './post.module.css';
import { keepPost, keepThread, rereadThread } from './posts-window.js';
import { ReportDialog } from './report-dialog.js';
import { useTalkWords } from './words.js';

interface Actions {
  post: PostView;
  thread: ThreadView;
  onReply?: () => void;
  onQuote: () => void;
  onEdit: () => void;
}

/** What can be done with a post: the frequent things in sight, the others in a menu. */
export function PostActions({ post, thread, onReply, onQuote, onEdit }: Actions) {
  const { t, name } = useTalkWords();
  const [reports, setReports] = useState(false);
  const [said, setSaid] = useState('');
  const params = { postId: post.postId };
  const ofThread = { params: { threadId: thread.threadId } };
  const after = (changed: PostView): void => {
    keepPost(changed);
    void rereadThread(thread.threadId).then(keepThread);
  };
  const accept = useApiMutation('PUT /threads/:threadId/accepted-answer', { onDone: keepThread });
  const unaccept = useApiMutation('DELETE /threads/:threadId/accepted-answer', { onDone: keepThread });
  const endorse = useApiMutation('PUT /posts/:postId/endorsement', { onDone: keepPost });
  const restore = useApiMutation('POST /posts/:postId/restoration', { onDone: after });
  const remove = useApiMutation('DELETE /posts/:postId', {
    onDone: (changed) => {
      after(changed);
      offerUndo(t('post.isDeleted'), async () => after(await api('POST /posts/:postId/restoration', { params })));
    },
  });
  const problem = [accept, unaccept, endorse, restore, remove].find(({ error }) => error)?.error ?? null;
  const isReadable = post.html !== null && !post.deletedAt;
  const mayReport = isReadable && !post.writer.own;
  const copy = (): void => {
    const address = `${window.location.origin}/threads/${thread.threadId}?post=${post.number}`;
    void navigator.clipboard.writeText(address).then(() => setSaid(t('post.copied')));
  };
  if (post.deletedAt)
    return post.may.restore ? (
      <>
        <Button
          size="compact-sm"
          variant="default"
          loading={restore.isPending}
          onClick={() => restore.mutate({ params })}
        >
          {t('post.restore')}
        </Button>
        <ProblemNote problem={problem} />
      </>
    ) : null;
  return (
    <>
      <div className={classes.actions}>
        {isReadable && <Helpful post={post} />}
        {thread.mayPost && onReply && isReadable && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
            aria-label={t('post.replyTo', { name: name(post.writer) })}
            onClick={onReply}
          >
            {t('post.reply')}
          </Button>
        )}
        {post.may.accept && (
          <Button
            size="compact-sm"
            variant="subtle"
            color={post.accepted ? 'teal' : 'gray'}
            aria-pressed={post.accepted}
            loading={accept.isPending || unaccept.isPending}
            leftSection={<IconCheck size={16} aria-hidden="true" />}
            onClick={() =>
              post.accepted ? unaccept.mutate(ofThread) : accept.mutate({ ...ofThread, body: { postId: post.postId } })
            }
          >
            {t(post.accepted ? 'post.isAccepted' : 'post.accept')}
          </Button>
        )}
        <Menu position="bottom-end" withinPortal={false}>
          <Menu.Target>
            <ActionIcon
              size={34}
              variant="subtle"
              color="gray"
              aria-label={t('post.more', { name: name(post.writer), number: post.number })}
            >
              <IconDots size={18} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {thread.mayPost && post.text !== null && (
              <Menu.Item leftSection={<IconBlockquote size={16} />} onClick={onQuote}>
                {t('post.quote')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconLink size={16} />} onClick={copy}>
              {t('post.copyLink')}
            </Menu.Item>
            {thread.moderates && isReadable && (
              <Menu.Item
                leftSection={<IconRosetteDiscountCheck size={16} />}
                onClick={() => endorse.mutate({ params, body: { on: post.endorsedBy === null } })}
              >
                {t(post.endorsedBy === null ? 'post.endorse' : 'post.unendorse')}
              </Menu.Item>
            )}
            {post.may.edit && (
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
                {t('post.edit')}
              </Menu.Item>
            )}
            {post.may.remove && (
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => remove.mutate({ params })}>
                {t('post.delete')}
              </Menu.Item>
            )}
            {mayReport && (
              <Menu.Item leftSection={<IconFlag size={16} />} disabled={post.reported} onClick={() => setReports(true)}>
                {t(post.reported ? 'post.reported' : 'post.report')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
        <p role="status" className={said ? 'small faint' : 'unseen'}>
          {said}
        </p>
      </div>
      <ProblemNote problem={problem} />
      {reports && <ReportDialog post={post} onClose={() => setReports(false)} />}
    </>
  );
}

/** Says that a post helped; how many said so stands beside it. */
function Helpful({ post }: { post: PostView }) {
  const { t } = useTalkWords();
  const keep = (helpful: PostView['helpful']): void => keepPost({ ...post, helpful });
  const vote = useApiMutation('PUT /posts/:postId/helpful-vote', { onDone: keep });
  const unvote = useApiMutation('DELETE /posts/:postId/helpful-vote', { onDone: keep });
  const { count, mine } = post.helpful;
  if (post.writer.own)
    return count === 0 ? null : (
      <span className={classes.helpful}>
        <IconThumbUp size={16} aria-hidden="true" /> {t('post.helpfulCount', { count })}
      </span>
    );
  return (
    <>
      <Button
        size="compact-sm"
        variant={mine ? 'light' : 'subtle'}
        color={mine ? 'teal' : 'gray'}
        aria-pressed={mine}
        aria-label={count > 0 ? `${t('post.helpful')}, ${t('post.helpfulCount', { count })}` : undefined}
        disabled={vote.isPending || unvote.isPending}
        leftSection={<IconThumbUp size={16} aria-hidden="true" />}
        onClick={() => (mine ? unvote : vote).mutate({ params: { postId: post.postId } })}
      >
        {t('post.helpful')}
        {count > 0 && ` · ${count}`}
      </Button>
      <ProblemNote problem={vote.error ?? unvote.error} />
    </>
  );
}

import type { PostView, ThreadView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconThumbUp from '@tabler/icons-react/dist/esm/icons/IconThumbUp.mjs';
import { useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import { keepPostOf } from './post-menu.js';
import classes from './post.module.css';
import { keepPost, keepThread } from './posts-window.js';
import { useTalkWords } from './words.js';

interface Actions {
  post: PostView;
  thread: ThreadView;
  onReply?: () => void;
}

/** What is often done with a post. */
export function PostActions({ post, thread, onReply }: Actions) {
  const { t, name } = useTalkWords();
  const restore = useApiMutation('POST /posts/:postId/restoration', { onDone: (back) => keepPostOf(thread, back) });
  const accept = useApiMutation('PUT /threads/:threadId/accepted-answer', { onDone: keepThread });
  const unaccept = useApiMutation('DELETE /threads/:threadId/accepted-answer', { onDone: keepThread });
  const ofThread = { params: { threadId: thread.threadId } };
  const isReadable = post.html !== null && !post.deletedAt;
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
            variant={post.accepted ? 'light' : 'subtle'}
            color={post.accepted ? 'teal' : 'gray'}
            aria-pressed={post.accepted}
            title={t('post.acceptLong')}
            loading={accept.isPending || unaccept.isPending}
            leftSection={<IconCheck size={16} aria-hidden="true" />}
            onClick={() =>
              post.accepted ? unaccept.mutate(ofThread) : accept.mutate({ ...ofThread, body: { postId: post.postId } })
            }
          >
            {t(post.accepted ? 'post.isAccepted' : 'post.accept')}
          </Button>
        )}
        {post.may.restore && (
          <Button
            size="compact-sm"
            variant="default"
            loading={restore.isPending}
            onClick={() => restore.mutate({ params: { postId: post.postId } })}
          >
            {t('post.restore')}
          </Button>
        )}
      </div>
      <ProblemNote problem={restore.error ?? accept.error ?? unaccept.error} />
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
        aria-label={count > 0 ? `${t('post.helpful')}: ${t('post.helpfulCount', { count })}` : undefined}
        aria-busy={vote.isPending || unvote.isPending}
        leftSection={<IconThumbUp size={16} aria-hidden="true" />}
        onClick={() =>
          vote.isPending || unvote.isPending || (mine ? unvote : vote).mutate({ params: { postId: post.postId } })
        }
      >
        {t('post.helpful')}
        {count > 0 && ` · ${count}`}
      </Button>
      <ProblemNote problem={vote.error ?? unvote.error} />
    </>
  );
}

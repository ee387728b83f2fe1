import '../people/fields.js';
import type { PostView, ThreadView } from '@kohorte/contracts';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconRosetteDiscountCheck from '@tabler/icons-react/dist/esm/icons/IconRosetteDiscountCheck.mjs';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api } from '../api.js';
import { Tag } from '../shell/tag.js';
import { useTimes } from '../times.js';
import { Composer } from './composer.js';
import { PostActions } from './post-actions.js';
import { PostMenu } from './post-menu.js';
import { PostHistory } from './post-history.js';
import { Said } from './said.js';
import { keepPost } from './posts-window.js';
import classes from './post.module.css';
import { useTalkWords } from './words.js';
import { Initials, Writer } from './writer.js';

export interface Shown {
  post: PostView;
  thread: ThreadView;
  /** The level of its heading. */
  level: 2 | 3 | 4;
  isNew?: boolean;
  /** What it replies to, where that is not right above it. */
  repliesTo?: number | null;
  /** Told when its end comes into sight. */
  watch: (end: Element | null) => (() => void) | undefined;
  onReply?: () => void;
  onQuote: (post: PostView) => void;
  /** What stands above it while posts are chosen. */
  tick?: (post: PostView) => ReactNode;
}

/** A post: who, what, and what can be done with it. */
export function Post({ post, thread, level, isNew = false, repliesTo = null, watch, onReply, onQuote, tick }: Shown) {
  const { t, name } = useTalkWords();
  const times = useTimes();
  const [isEdited, setEdited] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  const Heading = `h${level}` as const;
  const address = { to: '/threads/$threadId', params: { threadId: thread.threadId }, search: { post: post.number } } as const; // prettier-ignore
  return (
    <article
      id={`post-${post.number}`}
      className={classes.post}
      aria-labelledby={`post-${post.number}-by`}
      data-accepted={post.accepted || undefined}
      tabIndex={-1}
    >
      {tick?.(post)}
      <header className={classes.head}>
        <Initials writer={post.writer} />
        <Heading id={`post-${post.number}-by`} className={classes.by}>
          <Writer writer={post.writer} />
        </Heading>
        <span className={classes.when}>
          <Link {...address} replace className={classes.time} title={times.dayAndTime(post.createdAt)}>
            <span className="unseen">{t('post.number', { number: post.number })}: </span>
            <time dateTime={post.createdAt}>{times.fromNow(post.createdAt)}</time>
          </Link>
          {post.editedAt && post.html !== null && (
            <button
              type="button"
              className={classes.plain}
              title={times.dayAndTime(post.editedAt)}
              onClick={() => setShowsHistory(true)}
            >
              {t('post.edited')}
            </button>
          )}
          {isNew && !post.deletedAt && <Tag tone="good">{t('post.new')}</Tag>}
        </span>
        {!isEdited && !post.deletedAt && (
          <PostMenu post={post} thread={thread} onQuote={() => onQuote(post)} onEdit={() => setEdited(true)} />
        )}
      </header>
      {repliesTo !== null && (
        <p className="small faint">
          <Link to={address.to} params={address.params} search={{ post: repliesTo }} replace>
            {t('post.repliesTo', { number: repliesTo })}
          </Link>
        </p>
      )}
      {post.accepted && (
        <p className={classes.accepted}>
          <IconCheck size={16} stroke={2.4} aria-hidden="true" /> {t('post.accepted')}
        </p>
      )}
      {post.endorsedBy && (
        <p className={classes.endorsed}>
          <IconRosetteDiscountCheck size={17} stroke={1.8} aria-hidden="true" />{' '}
          {t('post.endorsed', { name: post.endorsedBy.name })}
        </p>
      )}
      {isEdited ? (
        <Composer
          place={`edit:${post.postId}`}
          cohortId={thread.cohortId}
          label={t('post.editLabel')}
          action={t('post.save')}
          autoFocus
          begins={{ title: '', text: post.text ?? '' }}
          send={async ({ text, fileIds }) => {
            const kept = post.files.map(({ fileId }) => fileId).filter((id) => !post.text?.includes(id));
            const body = { text, fileIds: [...new Set([...kept, ...fileIds])] };
            keepPost(await api('PATCH /posts/:postId', { params: { postId: post.postId }, body }));
            setEdited(false);
          }}
          onCancel={() => setEdited(false)}
        />
      ) : (
        <Said post={post} />
      )}
      <div ref={watch} data-number={post.number} className={classes.end}>
        {!isEdited && <PostActions post={post} thread={thread} onReply={onReply} />}
      </div>
      {showsHistory && (
        <PostHistory postId={post.postId} by={name(post.writer)} onClose={() => setShowsHistory(false)} />
      )}
    </article>
  );
}

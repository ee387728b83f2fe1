import type { PostView, ThreadView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiMutation } from '../queries.js';
import { LinkButton } from '../shell/links.js';
import { PageHeading } from '../shell/page.js';
import { Prose } from '../shell/prose.js';
import { Tag } from '../shell/tag.js';
import { ProblemNote } from '../shell/trouble.js';
import { FollowField } from './follow-field.js';
import { kindIcons } from './kinds.js';
import { keepThread } from './posts-window.js';
import classes from './talk.module.css';
import { useTalkWords } from './words.js';
import { Writer } from './writer.js';

interface Head {
  thread: ThreadView;
  /** Who looks at it now, the reader among them. */
  people: number;
  newFrom: number | null;
  /** What those who moderate can do. */
  menu: ReactNode;
  onAllRead: () => void;
}

/** What a thread is, where it belongs, and how one stands to it. */
export function ThreadHead({ thread, people, newFrom, menu, onAllRead }: Head) {
  const { t, place } = useTalkWords();
  const { threadId, cohortId, kind, place: where } = thread;
  const Icon = kindIcons[kind];
  return (
    <>
      <PageHeading
        title={thread.title}
        above={
          <>
            <Link
              to="/cohorts/$cohortId/discussion"
              params={{ cohortId }}
              search={{ group: where.groupId ?? undefined }}
            >
              {t('thread.in', { name: thread.cohortName })}
            </Link>
            {where.itemId ? (
              <>
                {' · '}
                <Link
                  to="/cohorts/$cohortId/items/$itemId"
                  params={{ cohortId, itemId: where.itemId }}
                  search={{ at: where.atSecond ?? undefined }}
                >
                  {place(where)}
                </Link>
              </>
            ) : (
              place(where) && ` · ${place(where)}`
            )}
          </>
        }
        below={
          <span className={classes.states}>
            <Tag>
              <Icon size={15} stroke={1.8} aria-hidden="true" /> {t(`kind.${kind}`)}
            </Tag>
            {thread.accepted && (
              <Tag tone="good">
                <IconCheck size={15} stroke={2.2} aria-hidden="true" /> {t('thread.solved')}
              </Tag>
            )}
            {thread.pinned && (
              <Tag>
                <IconPin size={15} stroke={1.8} aria-hidden="true" /> {t('thread.pinned')}
              </Tag>
            )}
            {thread.locked && (
              <Tag tone="warn">
                <IconLock size={15} stroke={1.8} aria-hidden="true" /> {t('thread.locked')}
              </Tag>
            )}
            {people > 1 && <span className="small faint">{t('thread.presence', { count: people })}</span>}
          </span>
        }
      />
      <div className={classes.standing}>
        {kind === 'question' && !thread.writer.own && <SameQuestion thread={thread} />}
        {kind === 'question' && thread.writer.own && thread.same.count > 0 && (
          <span className="small faint">{t('thread.sameCount', { count: thread.same.count })}</span>
        )}
        {newFrom !== null && newFrom > 1 && thread.unread > 0 && (
          <LinkButton
            to="/threads/$threadId"
            params={{ threadId }}
            search={{ post: newFrom }}
            replace
            resetScroll={false}
            size="sm"
            variant="default"
            leftSection={<IconArrowDown size={16} aria-hidden="true" />}
          >
            {t('thread.toFirstUnread', { count: thread.unread })}
          </LinkButton>
        )}
        {thread.unread > 1 && (
          <Button size="sm" variant="subtle" color="gray" onClick={onAllRead}>
            {t('thread.allRead')}
          </Button>
        )}
        {menu}
        <div className={classes.follow}>
          <FollowField
            cohortId={cohortId}
            threadId={threadId}
            label={t('follow.thread')}
            level={thread.following}
            onLevel={(following) => keepThread({ ...thread, following })}
          />
        </div>
      </div>
    </>
  );
}

/** Instead of writing "me too". */
function SameQuestion({ thread }: { thread: ThreadView }) {
  const { t } = useTalkWords();
  const params = { threadId: thread.threadId };
  const keep = (same: ThreadView['same']): void => keepThread({ ...thread, same });
  const say = useApiMutation('PUT /threads/:threadId/same-question', { onDone: keep });
  const takeBack = useApiMutation('DELETE /threads/:threadId/same-question', { onDone: keep });
  const { mine, count } = thread.same;
  return (
    <>
      <Button
        size="sm"
        variant={mine ? 'light' : 'default'}
        aria-pressed={mine}
        disabled={say.isPending || takeBack.isPending}
        onClick={() => (mine ? takeBack : say).mutate({ params })}
      >
        {t('thread.same')}
        {count > 0 && ` · ${count}`}
      </Button>
      <ProblemNote problem={say.error ?? takeBack.error} />
    </>
  );
}

/** The answer right below the question, for those who came for it. */
export function AcceptedAnswer({ post, thread }: { post: PostView; thread: ThreadView }) {
  const { t } = useTalkWords();
  if (post.html === null) return null;
  return (
    <section className={classes.solution} aria-labelledby="solution">
      <h2 id="solution">
        <IconCheck size={18} stroke={2.4} aria-hidden="true" /> {t('thread.answer')}
      </h2>
      <Prose html={post.html} />
      <p className={classes.solutionBy}>
        <Writer writer={post.writer} />
        {' · '}
        <Link
          to="/threads/$threadId"
          params={{ threadId: thread.threadId }}
          search={{ post: post.number }}
          replace
          resetScroll={false}
        >
          {t('thread.inPlace')}
        </Link>
      </p>
    </section>
  );
}

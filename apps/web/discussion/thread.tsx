import type { PostView, ThreadView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLive, useLookingAt } from '../live.js';
import { useApi, useApiMaybe } from '../queries.js';
import { Page } from '../shell/page.js';
import { useModerating } from '../trainer/discussion/moderating.js';
import { Answering } from './answering.js';
import { NewPostsBar } from './new-posts-bar.js';
import { quoted } from './markdown.js';
import { Post } from './post.js';
import { keepThread, postsAround, readNewer, rereadPost, rereadThread, startFor } from './posts-window.js';
import { markRead, useReading } from './reading.js';
import classes from './talk.module.css';
import { AcceptedAnswer, ThreadHead } from './thread-head.js';
import { branchesOf } from './threading.js';
import { useTalkWords } from './words.js';

const route = getRouteApi('/inside/threads/$threadId');

/** A thread: the question on top, its answer, and what was said, in order. */
export function Thread() {
  const { threadId } = route.useParams();
  const thread = useApi('GET /threads/:threadId', { params: { threadId } });
  if (thread.mergedInto) return <Navigate to="/threads/$threadId" params={{ threadId: thread.mergedInto }} replace />;
  return <Talk key={threadId} thread={thread} />;
}

function Talk({ thread }: { thread: ThreadView }) {
  const { t, name } = useTalkWords();
  const { threadId, cohortId } = thread;
  const sought = route.useSearch().post;
  const navigate = route.useNavigate();
  const [around, setAround] = useState(() => startFor(sought));
  const window = useSuspenseInfiniteQuery(postsAround(threadId, around));
  const posts = useMemo(() => uniquePosts(window.data.pages.flatMap((page) => page.posts)), [window.data]);
  const settings = useApiMaybe('GET /cohorts/:cohortId/discussion-settings', { params: { cohortId } });
  const numbers = posts.map(({ number }) => number);
  const { newFrom, watch } = useReading(thread, numbers);
  const people = useLookingAt({ thread: threadId });
  // Which post one answers: `null` the thread as a whole.
  const [answers, setAnswers] = useState<string | null>(null);
  const [quote, setQuote] = useState<{ text: string } | null>(null);
  const place = useRef<HTMLDivElement>(null);

  const first = posts.find(({ number }) => number === 1);
  const last = posts.at(-1)?.number ?? 0;
  const fresh = window.hasNextPage ? 0 : Math.max(0, thread.newestNumber - last);
  const showFresh = async (): Promise<void> => {
    await readNewer(threadId, around, last);
    await rereadThread(threadId);
    scrollTo(last + 1);
  };

  useLive((event) => {
    if (event.kind === 'hello' || event.kind === 'stale') void rereadThread(threadId).then(keepThread, () => undefined);
    if (!('threadId' in event) || event.threadId !== threadId || event.kind === 'presence') return;
    if (event.number <= last) void rereadPost(threadId, event.number).catch(() => undefined);
    void rereadThread(threadId).then(keepThread, () => undefined);
  });

  // A post one comes for is brought into sight, once it is there.
  const [found, setFound] = useState<number>();
  const isThere = posts.some(({ number }) => number === sought);
  useEffect(() => {
    if (sought === undefined || sought === found) return;
    if (isThere) {
      setFound(sought);
      scrollTo(sought);
    } else if (!window.isFetching && around !== startFor(sought)) setAround(startFor(sought));
  }, [sought, found, isThere, window.isFetching, around]);

  // What is put above must not move what one reads.
  const height = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (height.current === null || !place.current) return;
    globalThis.scrollBy({ top: place.current.offsetHeight - height.current, behavior: 'instant' });
    height.current = null;
  }, [window.data]);
  const readBack = async (): Promise<void> => {
    height.current = place.current?.offsetHeight ?? null;
    await window.fetchPreviousPage();
  };

  const onQuote = (post: PostView, within: string | null): void => {
    const selected = selectionIn(post.number);
    const address = `/threads/${threadId}?post=${post.number}`;
    setAnswers(within);
    setQuote({ text: quoted(selected || (post.text ?? ''), name(post.writer), address, post.number) });
  };
  const { menu, tick } = useModerating(thread, (after) => {
    if (after.threadId === threadId) keepThread(after);
    else void navigate({ to: '/threads/$threadId', params: { threadId: after.threadId }, search: {} });
  });
  const shared = { thread, watch, tick };
  const isNew = (post: PostView): boolean => newFrom !== null && post.number >= newFrom && !post.writer.own;
  const branches = branchesOf(posts).filter(({ post }) => post.number !== 1);
  const firstNew = branches.find(({ post }) => isNew(post))?.post.number;
  const onWritten = async (post: PostView): Promise<void> => {
    setAnswers(null);
    setQuote(null);
    if (window.hasNextPage) await navigate({ search: { post: post.number }, replace: true });
    else await readNewer(threadId, around, last);
    await rereadThread(threadId);
    scrollTo(post.number);
  };
  const answering = { thread, settings, quote, onQuoted: () => setQuote(null), onWritten };

  return (
    <Page>
      <ThreadHead
        thread={thread}
        people={people}
        newFrom={newFrom}
        menu={menu}
        onAllRead={() => void markRead(threadId, thread.newestNumber)}
      />
      {first ? (
        <Post {...shared} post={first} level={2} onQuote={(post) => onQuote(post, null)} />
      ) : (
        <FirstOf thread={thread} />
      )}
      {thread.acceptedPost && <AcceptedAnswer post={thread.acceptedPost} thread={thread} />}
      <div className={classes.answersHead}>
        <h2>{t(thread.kind === 'question' ? 'thread.answers' : 'thread.replies', { count: thread.replies })}</h2>
      </div>
      <div ref={place} className={classes.posts}>
        {window.hasPreviousPage && (
          <Button variant="default" loading={window.isFetchingPreviousPage} onClick={() => void readBack()}>
            {t('thread.before')}
          </Button>
        )}
        {branches.map(({ post, replies }) => (
          <div key={post.postId} className={classes.branch}>
            {post.number === firstNew && <NewLine />}
            <Post
              {...shared}
              post={post}
              level={3}
              isNew={isNew(post)}
              repliesTo={post.parentId === null ? null : numberOf(posts, post.parentId)}
              onReply={() => setAnswers(post.parentId ?? post.postId)}
              onQuote={(one) => onQuote(one, post.parentId ?? post.postId)}
            />
            {(replies.length > 0 || answers === post.postId) && (
              <div className={classes.replies}>
                {replies.map((reply) => (
                  <Post
                    key={reply.postId}
                    {...shared}
                    post={reply}
                    level={4}
                    isNew={isNew(reply)}
                    onReply={() => setAnswers(post.postId)}
                    onQuote={(one) => onQuote(one, post.postId)}
                  />
                ))}
                {answers === post.postId && <Answering {...answering} to={post} onCancel={() => setAnswers(null)} />}
              </div>
            )}
          </div>
        ))}
        {window.hasNextPage && (
          <Button
            variant="default"
            mt={16}
            loading={window.isFetchingNextPage}
            onClick={() => void window.fetchNextPage()}
          >
            {t('thread.after')}
          </Button>
        )}
      </div>
      <NewPostsBar count={fresh} onShow={() => void showFresh()} />
      {answers === null && <Answering {...answering} to={null} />}
    </Page>
  );
}

/** Between what one knows and what is new. */
function NewLine() {
  const { t } = useTalkWords();
  return (
    <p className={classes.newLine}>
      <span>{t('thread.new')}</span>
    </p>
  );
}

/** The question of a thread that is read from somewhere further down. */
function FirstOf({ thread }: { thread: ThreadView }) {
  const { t } = useTalkWords();
  const { threadId } = thread;
  const first = useInfiniteQuery(postsAround(threadId, 1)).data?.pages[0]?.posts.find(({ number }) => number === 1);
  if (!first) return <p className="faint">{t('thread.loading')}</p>;
  return <Post post={first} thread={thread} level={2} watch={() => undefined} onQuote={() => undefined} />;
}

const numberOf = (posts: PostView[], postId: string): number | null =>
  posts.find((post) => post.postId === postId)?.number ?? null;

/** Pages may overlap when something was written between two readings. */
function uniquePosts(posts: PostView[]): PostView[] {
  const byNumber = new Map(posts.map((post) => [post.number, post]));
  return [...byNumber.values()].sort((one, other) => one.number - other.number);
}

/** Brings a post into sight and gives it the focus, so that those who hear the page go there too. */
function scrollTo(number: number): void {
  requestAnimationFrame(() => {
    const post = document.getElementById(`post-${number}`);
    post?.scrollIntoView({ block: 'center' });
    post?.focus({ preventScroll: true });
  });
}

/** What is selected of a post. */
function selectionIn(number: number): string {
  const selection = document.getSelection();
  const post = document.getElementById(`post-${number}`);
  if (!selection || selection.isCollapsed || !post?.contains(selection.anchorNode)) return '';
  return post.contains(selection.focusNode) ? selection.toString().trim() : '';
}

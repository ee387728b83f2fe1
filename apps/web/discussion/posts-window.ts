import type { PostsPage, PostView, ThreadRow, ThreadView } from '@kohorte/contracts';
import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../api.js';
import { queryClient, queryFor } from '../queries.js';

/** Where a page of posts begins, or before which it ends. */
type Asked = { from: number } | { before: number };

const perPage = 30;
const key = 'GET /threads/:threadId/posts';

/** Posts of a thread around a number, page by page in both directions. */
export function postsAround(threadId: string, around: number) {
  const params = { threadId };
  return infiniteQueryOptions({
    queryKey: [key, { params, around }, 'window'] as const,
    queryFn: ({ pageParam }): Promise<PostsPage> => api(key, { params, query: { ...pageParam, limit: perPage } }),
    initialPageParam: { from: around } as Asked,
    getNextPageParam: ({ after }): Asked | undefined => (after === null ? undefined : { from: after }),
    getPreviousPageParam: ({ before }): Asked | undefined => (before === null ? undefined : { before }),
    // What others write meanwhile is offered, and does not move what one is reading.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Where the posts shown begin when one comes for this one: a little of what was said before stands above it. */
export function startFor(number: number | undefined): number {
  return number === undefined || number <= 10 ? 1 : number - 3;
}

/** Asks for all that a thread's screen shows. */
export async function readThread(threadId: string, post: number | undefined): Promise<void> {
  const posts = queryClient.ensureInfiniteQueryData(postsAround(threadId, startFor(post)));
  posts.catch(() => undefined);
  const thread = await queryClient.ensureQueryData(queryFor('GET /threads/:threadId', { params: { threadId } }));
  // One that was merged into another has none; its screen leads there.
  if (thread.mergedInto === null) await posts;
}

type Window = InfiniteData<PostsPage, Asked>;
const isWindow = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[2] === 'window';

function patchPosts(threadId: string, patch: (post: PostView) => PostView): void {
  queryClient.setQueriesData<Window>(
    { queryKey: [key, { params: { threadId } }], predicate: isWindow },
    (window) => window && { ...window, pages: window.pages.map((page) => ({ ...page, posts: page.posts.map(patch) })) },
  );
}

/** Shows a post at once as the server has just answered, wherever it stands. */
export function keepPost(post: PostView): void {
  patchPosts(post.threadId, (before) => (before.postId === post.postId ? post : before));
  patchThread(post.threadId, (thread) =>
    thread.acceptedPost?.postId === post.postId ? { ...thread, acceptedPost: post } : thread,
  );
}

/** The same for a thread, also in lists; of its posts the accepted one is marked. */
export function keepThread(view: ThreadView): void {
  patchThread(view.threadId, () => view);
  const accepted = view.acceptedPost?.postId ?? null;
  patchPosts(view.threadId, (post) =>
    post.accepted === (post.postId === accepted) ? post : { ...post, accepted: post.postId === accepted },
  );
  keepRow(view);
}

/** Changes what is known of a thread. */
export function patchThread(threadId: string, patch: (thread: ThreadView) => ThreadView): void {
  queryClient.setQueryData(
    queryFor('GET /threads/:threadId', { params: { threadId } }).queryKey,
    (before: ThreadView | undefined) => before && patch(before),
  );
}

type Rows = InfiniteData<{ rows: ThreadRow[]; next: string | null }>;

/** Shows in lists how a thread stands now, where it is. */
export function keepRow({ threadId, ...now }: ThreadRow): void {
  queryClient.setQueriesData<Rows>(
    { queryKey: ['GET /cohorts/:cohortId/threads'], predicate: ({ queryKey }) => queryKey[2] === 'pages' },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          rows: page.rows.map((row) => (row.threadId === threadId ? { ...row, ...rowOf(now) } : row)),
        })),
      },
  );
}

/** What of a thread a list shows. */
function rowOf(row: Omit<ThreadRow, 'threadId'>): Omit<ThreadRow, 'threadId'> {
  const { cohortId, kind, title, excerpt, place, writer, createdAt, activeAt, replies, unread, same } = row;
  const { helpful, accepted, pinned, locked, following } = row;
  return { cohortId, kind, title, excerpt, place, writer, createdAt, activeAt, replies, unread, same, helpful, accepted, pinned, locked, following }; // prettier-ignore
}

/** Reads a thread again. */
export async function rereadThread(threadId: string): Promise<ThreadView> {
  return queryClient.fetchQuery({ ...queryFor('GET /threads/:threadId', { params: { threadId } }), staleTime: 0 });
}

/** Puts what was written after `last` below the posts that are shown. */
export async function readNewer(threadId: string, around: number, last: number): Promise<void> {
  const page = await api(key, { params: { threadId }, query: { from: last + 1, limit: 100 } });
  if (page.posts.length === 0) return;
  queryClient.setQueryData<Window>(
    postsAround(threadId, around).queryKey as never,
    (window) => window && { pages: [...window.pages, page], pageParams: [...window.pageParams, { from: last + 1 }] },
  );
}

/** A post that is shown by its number, in any of the windows of its thread. */
export function shownPost(threadId: string, number: number): PostView | undefined {
  return queryClient
    .getQueriesData<Window>({ queryKey: [key, { params: { threadId } }], predicate: isWindow })
    .flatMap(([, window]) => window?.pages.flatMap(({ posts }) => posts) ?? [])
    .find((post) => post.number === number);
}

/** Reads one post again where it is shown. */
export async function rereadPost(threadId: string, number: number): Promise<void> {
  const shown = shownPost(threadId, number);
  if (shown) keepPost(await api('GET /posts/:postId', { params: { postId: shown.postId } }));
}

import type { QueryOf, ThreadRow } from '@kohorte/contracts';
import { useState } from 'react';
import { api } from '../api.js';
import { useLive } from '../live.js';
import { refresh, useApiPages } from '../queries.js';
import { More } from '../shell/more.js';
import { Empty } from '../shell/page.js';
import { Rows } from '../shell/rows.js';
import { NewPostsBar } from './new-posts-bar.js';
import { keepRow } from './posts-window.js';
import { ThreadLine } from './thread-line.js';
import { useTalkWords } from './words.js';

interface List {
  cohortId: string;
  query: QueryOf<'GET /cohorts/:cohortId/threads'>;
  empty: { isFiltered: boolean; group?: string };
}

/** Threads, as many as were asked for; what is new meanwhile is offered above them. */
export function ThreadList({ cohortId, query, empty }: List) {
  const { t } = useTalkWords();
  const threads = useApiPages('GET /cohorts/:cohortId/threads', { params: { cohortId }, query });
  const fresh = useFreshPosts(cohortId, threads.rows, query);
  return (
    <>
      <NewPostsBar
        count={fresh.count}
        onShow={() => {
          fresh.forget();
          void refresh('GET /cohorts/:cohortId/threads');
          window.scrollTo({ top: 0 });
        }}
      />
      {threads.rows.length === 0 ? (
        empty.isFiltered ? (
          <p className="faint">{t('list.noneFiltered')}</p>
        ) : (
          <Empty title={t(empty.group ? 'list.noneInGroup' : 'list.none')}>
            {t(empty.group ? 'list.noneInGroupText' : 'list.noneText')}
          </Empty>
        )
      ) : (
        <Rows label={t('list.title')}>
          {threads.rows.map((thread) => (
            <ThreadLine key={thread.threadId} thread={thread} withPlace={!query.itemId} />
          ))}
        </Rows>
      )}
      <More of={threads} />
    </>
  );
}

/** Counts what was written since the list was read; how a thread stands is shown at once, in its place. */
function useFreshPosts(cohortId: string, rows: ThreadRow[], { itemId, groupId }: List['query']) {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [key, setKey] = useState('');
  const now = `${itemId}/${groupId}`;
  if (key !== now) {
    setKey(now);
    setFresh(new Set());
  }
  useLive((event) => {
    if (event.kind === 'stale') return void refresh('GET /cohorts/:cohortId/threads');
    if (!('threadId' in event) || event.cohortId !== cohortId) return;
    if (event.kind === 'presence') return;
    const { threadId, number } = event;
    const row = rows.find((one) => one.threadId === threadId);
    const mayBeNew = event.kind === 'post' ? !row || number > row.replies + 1 : event.kind === 'thread' && !row;
    const show = async (): Promise<void> => {
      const thread = await api('GET /threads/:threadId', { params: { threadId } });
      const isHere = (!itemId || thread.place.itemId === itemId) && (thread.place.groupId ?? undefined) === groupId;
      if (row) keepRow(thread);
      // Of a thread that is not listed one hears also when it is pinned, say; it is new with its first post.
      const isNew = event.kind === 'post' ? thread.unread !== row?.unread : thread.newestNumber === 1;
      if (isHere && mayBeNew && isNew && thread.unread > 0)
        setFresh((before) => new Set(before).add(`${threadId}/${number}`));
    };
    if (row || mayBeNew) show().catch(() => undefined);
  });
  return { count: fresh.size, forget: () => setFresh(new Set()) };
}

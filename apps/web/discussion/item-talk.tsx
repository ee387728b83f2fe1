import type { ThreadRow } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useLive } from '../live.js';
import { pagesFor, refresh } from '../queries.js';
import { useInfiniteQuery } from '@tanstack/react-query';
import { More } from '../shell/more.js';
import { useTimes } from '../times.js';
import classes from './item-talk.module.css';
import { kindIcons } from './kinds.js';
import { ThreadForm } from './thread-form.js';
import { clockOf, useTalkWords } from './words.js';

/** The video of an item that is kept by us, where it has one. */
const ownVideo = (): HTMLVideoElement | null => document.querySelector<HTMLVideoElement>('article video');

interface Where {
  cohortId: string;
  itemId: string;
  /** A second of the video to begin with. */
  at?: number;
}

/** Questions about this very item, beside it. */
export default function ItemTalk({ cohortId, itemId, at }: Where) {
  const { t } = useTalkWords();
  const request = { params: { cohortId }, query: { itemId } };
  const list = useInfiniteQuery(pagesFor('GET /cohorts/:cohortId/threads', request));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  // `null`: one does not ask; otherwise where the video stood when one began to.
  const [asks, setAsks] = useState<{ second: number | undefined } | null>(null);
  const [asked, setAsked] = useState<ThreadRow | null>(null);
  useLive((event) => {
    if (event.kind === 'stale' || ('cohortId' in event && event.cohortId === cohortId && event.kind !== 'presence'))
      void refresh('GET /cohorts/:cohortId/threads');
  });
  useEffect(() => {
    if (at !== undefined) seek(at);
  }, [at, itemId]);
  const begin = (): void => {
    const video = ownVideo();
    video?.pause();
    setAsked(null);
    setAsks({ second: video && video.currentTime >= 1 ? Math.floor(video.currentTime) : undefined });
  };
  return (
    <section className={classes.talk} aria-labelledby="item-talk">
      <div className={classes.head}>
        <h2 id="item-talk">{t('item.title')}</h2>
        {!asks && (
          <Button variant="default" onClick={begin}>
            {t('item.ask')}
          </Button>
        )}
      </div>
      {asks && (
        <ThreadForm
          cohortId={cohortId}
          place={{ itemId, atSecond: asks.second }}
          fixed
          onOpened={(thread) => {
            setAsks(null);
            setAsked(thread);
          }}
          onCancel={() => setAsks(null)}
        />
      )}
      <p role="status" className={asked ? classes.asked : 'unseen'}>
        {asked && t('item.asked')}
      </p>
      {list.isSuccess && rows.length === 0 && !asks && <p className="small faint">{t('item.none')}</p>}
      <ul className={classes.rows}>
        {rows.map((thread) => (
          <Line key={thread.threadId} thread={thread} />
        ))}
      </ul>
      <More
        of={{
          hasMore: list.hasNextPage,
          isReadingOn: list.isFetchingNextPage,
          readOn: () => void list.fetchNextPage(),
        }}
      />
    </section>
  );
}

function Line({ thread }: { thread: ThreadRow }) {
  const { t, name } = useTalkWords();
  const times = useTimes();
  const { atSecond } = thread.place;
  const Icon = kindIcons[thread.kind];
  return (
    <li className={classes.row}>
      <Icon size={18} stroke={1.7} aria-hidden="true" />
      <div>
        <Link to="/threads/$threadId" params={{ threadId: thread.threadId }} className={classes.title}>
          <span className="unseen">{t(`kind.${thread.kind}`)}: </span>
          {thread.title}
        </Link>
        <p className="small faint">
          {[
            name(thread.writer),
            times.fromNow(thread.activeAt),
            thread.kind === 'question' && thread.replies === 0
              ? t('list.open')
              : t(thread.kind === 'question' ? 'list.answers' : 'list.replies', { count: thread.replies }),
            thread.accepted && t('thread.solved'),
            thread.unread > 0 && t('list.unread', { count: thread.unread }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {atSecond !== null && (
          <button type="button" className={classes.second} onClick={() => seek(atSecond)}>
            {t('item.seek', { at: clockOf(atSecond) })}
          </button>
        )}
      </div>
    </li>
  );
}

/** Goes to a second of the video, as soon as the video knows its seconds. */
function seek(second: number): void {
  const video = ownVideo();
  if (!video) return;
  const go = (): void => {
    video.currentTime = second;
    video.scrollIntoView({ block: 'nearest' });
  };
  if (video.readyState >= HTMLMediaElement.HAVE_METADATA) go();
  else video.addEventListener('loadedmetadata', go, { once: true });
}

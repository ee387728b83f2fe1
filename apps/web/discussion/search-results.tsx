import type { QueryOf, SearchHit } from '@kohorte/contracts';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { pagesFor } from '../queries.js';
import { More } from '../shell/more.js';
import { Prose } from '../shell/prose.js';
import { Row, Rows } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import classes from './discussion.module.css';
import { useTalkWords } from './words.js';

/** What was found in the talk of a cohort, with the words marked. */
export function SearchResults({
  cohortId,
  query,
}: {
  cohortId: string;
  query: QueryOf<'GET /cohorts/:cohortId/thread-search'>;
}) {
  // prettier-ignore
  const { t } = useTalkWords();
  const found = useInfiniteQuery({
    ...pagesFor('GET /cohorts/:cohortId/thread-search', { params: { cohortId }, query }),
    placeholderData: keepPreviousData,
  });
  const hits = found.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const list = {
    hasMore: found.hasNextPage,
    isReadingOn: found.isFetchingNextPage,
    readOn: () => void found.fetchNextPage(),
  };
  return (
    <>
      <p role="status" className={hits.length === 0 ? 'faint' : 'unseen'}>
        {found.isPending
          ? t('search.looking')
          : hits.length === 0
            ? t('search.none', { words: query.search })
            : t('search.found', { count: hits.length })}{' '}
        {/* prettier-ignore */}
      </p>
      <ProblemNote problem={found.error} />
      {hits.length > 0 && (
        <Rows ordered label={t('search.results')}>
          {hits.map((hit) => (
            <Hit key={`${hit.threadId}/${hit.number}`} hit={hit} />
          ))}
        </Rows>
      )}
      <More of={list} />
    </>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const { t, name } = useTalkWords();
  const times = useTimes();
  return (
    <Row
      linked
      stacks
      title={
        <Link to="/threads/$threadId" params={{ threadId: hit.threadId }} search={{ post: hit.number ?? undefined }}>
          {hit.title}
        </Link>
      }
      lines={[
        <div key="words" className={classes.hit}>
          <Prose html={hit.highlight} />
        </div>,
        <span key="meta" className={classes.meta}>
          <span>{name(hit.writer)}</span> <time dateTime={hit.at}>{times.dayAndTime(hit.at)}</time>
        </span>,
      ]}
      end={
        hit.accepted && (
          <Tag tone="good">
            <IconCheck size={15} stroke={2.2} aria-hidden="true" /> {t('thread.solved')}
          </Tag>
        )
      }
    />
  );
}

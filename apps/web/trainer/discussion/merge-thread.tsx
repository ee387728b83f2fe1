import '../fields.js';
import type { ThreadView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.js';
import { useApiMutation } from '../../queries.js';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './discussion.module.css';
import { changedInQueues } from './refreshed.js';
import { useModerationWords } from './words.js';

interface Parts {
  thread: ThreadView;
  onDone: (thread: ThreadView) => void;
  onClose: () => void;
}

interface Found {
  threadId: string;
  title: string;
}

const mostFound = 8;

/** Merges a thread into another of its cohort; those alike are offered before anything is typed. */
export function MergeThread({ thread, onDone, onClose }: Parts) {
  const { t } = useModerationWords();
  const { cohortId, threadId } = thread;
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), 250);
  const [into, setInto] = useState<Found | null>(null);
  const found = useFound(thread, search);
  const merge = useApiMutation('POST /threads/:threadId/merge', { refreshes: changedInQueues, onDone });
  // What was chosen stays in sight, whatever is looked for next.
  const shown = into && !found.some((one) => one.threadId === into.threadId) ? [into, ...found] : found;
  return (
    <Dialog
      title={t('merge.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('merge.cancel')}
          </Button>
          <Button
            loading={merge.isPending}
            disabled={into === null}
            onClick={() => into && merge.mutate({ params: { threadId }, body: { into: into.threadId } })}
          >
            {t('merge.do')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <TextInput
          type="search"
          label={t('merge.search')}
          value={words}
          maxLength={200}
          data-autofocus
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <fieldset className={classes.choices}>
          <legend>{t(search === '' ? 'merge.alike' : 'merge.found')}</legend>
          {shown.map((one) => (
            <label key={one.threadId}>
              <input
                type="radio"
                name={`into-${cohortId}`}
                checked={one.threadId === into?.threadId}
                onChange={() => setInto(one)}
              />
              {one.title}
            </label>
          ))}
          <p role="status" className="small faint">
            {shown.length === 0 && t(search === '' ? 'merge.noneAlike' : 'merge.noneFound')}
          </p>
        </fieldset>
        <div className={classes.consequence} role="status">
          <strong>{t('merge.consequence')}</strong>
          <p>{into ? t('merge.does', { count: thread.replies + 1, title: into.title }) : t('merge.choose')}</p>
        </div>
        <ProblemNote problem={merge.error} />
      </div>
    </Dialog>
  );
}

/** Other threads of the cohort by these words, or where there are none, by this one's title. */
function useFound({ cohortId, threadId, title }: ThreadView, search: string): Found[] {
  const params = { cohortId };
  const alike = useQuery({
    queryKey: ['GET /cohorts/:cohortId/similar-threads', cohortId, title],
    queryFn: () => api('GET /cohorts/:cohortId/similar-threads', { params, query: { title } }),
  });
  const found = useQuery({
    queryKey: ['GET /cohorts/:cohortId/thread-search', cohortId, search],
    queryFn:
      search === ''
        ? skipToken
        : () => api('GET /cohorts/:cohortId/thread-search', { params, query: { search, limit: 40 } }),
  });
  const all: Found[] =
    search === '' ? (alike.data ?? []).filter((one) => one.cohortId === cohortId) : (found.data?.rows ?? []);
  // Of a thread, several posts may have been found.
  const byId = new Map(all.map((one) => [one.threadId, { threadId: one.threadId, title: one.title }]));
  byId.delete(threadId);
  return [...byId.values()].slice(0, mostFound);
}

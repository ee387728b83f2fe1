import { useDebouncedValue } from '@mantine/hooks';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryFor } from '../queries.js';
import classes from './thread-form.module.css';

/** Too little to look for. */
const fewest = 8;

/** Questions that were asked before, with their answers, also of earlier cohorts: perhaps one need not ask. */
export function SimilarThreads({ cohortId, title }: { cohortId: string; title: string }) {
  const { t } = useTranslation('discussion');
  const [asked] = useDebouncedValue(title.trim(), 400);
  const isEnough = asked.length >= fewest;
  const { data } = useQuery({
    ...queryFor('GET /cohorts/:cohortId/similar-threads', { params: { cohortId }, query: { title: asked } }),
    enabled: isEnough,
    placeholderData: keepPreviousData,
  });
  const found = isEnough ? (data ?? []) : [];
  return (
    <>
      <p role="status" className="unseen">
        {found.length > 0 && t('similar.found', { count: found.length })}
      </p>
      {found.length > 0 && (
        <section className={classes.similar} aria-labelledby="similar">
          <h2 id="similar">{t('similar.title')}</h2>
          <ul>
            {found.map((thread) => (
              <li key={thread.threadId}>
                {thread.elsewhere ? (
                  <strong>{thread.title}</strong>
                ) : (
                  // What one is writing stays open.
                  <a href={`/threads/${thread.threadId}`} target="_blank" rel="noopener">
                    {thread.title}
                  </a>
                )}
                {thread.elsewhere && (
                  <span className="small faint"> {t('similar.of', { name: thread.cohortName })}</span>
                )}
                {thread.answer && (
                  <p className="small">
                    {thread.accepted && <IconCheck size={15} stroke={2.2} aria-hidden="true" />}{' '}
                    <span className="unseen">{t(thread.accepted ? 'similar.accepted' : 'similar.answer')}</span>
                    {thread.answer}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

import type { CohortView } from '@kohorte/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useApiMaybe } from '../../queries.js';
import classes from './discussion.module.css';
import { ModerationQueue } from './moderation-queue.js';
import { Unanswered } from './unanswered.js';
import { useModerationWords } from './words.js';

const Announcements = lazy(() => import('./announcements.js'));
const Groups = lazy(() => import('./groups.js'));
const Settings = lazy(() => import('./settings.js'));

const route = getRouteApi('/inside/runs/$cohortId');
const parts = [undefined, 'reported', 'announcements', 'groups', 'rules'] as const;

/** The talk of a cohort as its trainers look after it. */
export default function Discussion({ cohort }: { cohort: CohortView }) {
  const { t, times } = useModerationWords();
  const { cohortId } = cohort;
  const { part } = route.useSearch();
  const params = { cohortId };
  const reported = useApiMaybe('GET /cohorts/:cohortId/moderation-queue', { params })?.length ?? 0;
  return (
    <>
      <nav aria-label={t('parts.label')} className={classes.parts}>
        {parts.map((one) => (
          <Link
            key={one ?? 'unanswered'}
            to="/runs/$cohortId"
            params={params}
            search={{ tab: 'discussion', part: one }}
            aria-current={one === part ? 'page' : undefined}
            activeOptions={{ exact: true }}
          >
            {t(`parts.${one ?? 'unanswered'}`)}
            {one === 'reported' && reported > 0 && (
              <span className={classes.count}>
                <span className="unseen">{t('parts.waiting', { count: reported })}</span>
                <span aria-hidden="true">{times.number(reported)}</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
      <Suspense fallback={null}>
        {part === undefined && <Unanswered cohortId={cohortId} />}
        {part === 'reported' && <ModerationQueue cohortId={cohortId} />}
        {part === 'announcements' && <Announcements cohort={cohort} />}
        {part === 'groups' && <Groups cohort={cohort} />}
        {part === 'rules' && <Settings key={cohortId} cohort={cohort} />}
      </Suspense>
    </>
  );
}

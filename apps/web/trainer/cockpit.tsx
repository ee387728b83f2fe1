import type { CohortView } from '@kohorte/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import parts from '../progress/cohort-space.module.css';
import { useApi } from '../queries.js';
import { LinkButton } from '../shell/links.js';
import { Page, PageHeading } from '../shell/page.js';
import { useTimes } from '../times.js';
import classes from './cockpit/cockpit.module.css';
import { CohortPlan } from './cockpit/cohort-plan.js';
import { NextSession } from './cockpit/next-session.js';
import { People } from './cockpit/people.js';
import { ProgressGrid } from './cockpit/progress-grid.js';
import { WaitingQuestions } from './discussion/waiting-questions.js';
import { WaitingReviews } from './reviews/waiting-reviews.js';

const Settings = lazy(() => import('./cockpit/settings.js'));
const Discussion = lazy(() => import('./discussion/discussion.js'));
const Assignments = lazy(() => import('./reviews/assignments.js'));

const route = getRouteApi('/inside/runs/$cohortId');
const tabs = [undefined, 'assignments', 'discussion', 'people', 'progress', 'settings'] as const;

/** Where a cohort is run from. */
export function Cockpit() {
  const { t } = useTranslation(['trainer', 'learner']);
  const params = route.useParams();
  const { tab } = route.useSearch();
  const cohort = useApi('GET /cohorts/:cohortId', { params });
  return (
    <Page wide>
      <PageHeading
        title={cohort.name}
        above={
          <Link
            to="/studio/courses/$courseId"
            params={{ courseId: cohort.courseId }}
            search={{ version: cohort.versionId }}
          >
            {cohort.courseTitle} · {t('cockpit.version', { number: cohort.versionNumber })}
          </Link>
        }
        below={<Standing cohort={cohort} />}
        actions={
          <LinkButton to="/cohorts/$cohortId" params={params} variant="default" size="md">
            {t('cockpit.asLearner')}
          </LinkButton>
        }
      />
      {cohort.requested > 0 && !cohort.cancelledAt && (
        <p className={classes.heed}>
          {t('cockpit.requests', { count: cohort.requested })}{' '}
          <Link to="/runs/$cohortId" params={params} search={{ tab: 'people', status: 'requested' }}>
            {t('cockpit.toRequests')}
          </Link>
        </p>
      )}
      {!cohort.cancelledAt && <NextSession cohortId={cohort.cohortId} />}
      {!cohort.cancelledAt && (
        <Suspense fallback={null}>
          <WaitingQuestions cohortId={cohort.cohortId} />
        </Suspense>
      )}
      {!cohort.cancelledAt && (
        <Suspense fallback={null}>
          <WaitingReviews cohortId={cohort.cohortId} />
        </Suspense>
      )}
      <nav aria-label={t('cockpit.tabs.label')} className={`${parts.parts} ${classes.tabs}`}>
        {tabs.map((one) => (
          <Link
            key={one ?? 'plan'}
            to="/runs/$cohortId"
            params={params}
            search={{ tab: one }}
            aria-current={one === tab ? 'page' : undefined}
            activeOptions={{ exact: true }}
          >
            {t(`cockpit.tabs.${one ?? 'plan'}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={null}>
        {tab === undefined && <CohortPlan cohort={cohort} />}
        {tab === 'assignments' && <Assignments cohort={cohort} />}
        {tab === 'discussion' && <Discussion cohort={cohort} />}
        {tab === 'people' && <People cohort={cohort} />}
        {tab === 'progress' && <ProgressGrid cohortId={cohort.cohortId} />}
        {tab === 'settings' && <Settings key={cohort.cohortId} cohort={cohort} />}
      </Suspense>
    </Page>
  );
}

function Standing({ cohort }: { cohort: CohortView }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const { plan, capacity, seatsTaken, waiting, completed, cancelledAt } = cohort;
  const facts = [
    t('runs.span', { from: times.date(plan.startOn), to: times.date(cohort.endsOn) }),
    capacity === null
      ? t('runs.people', { count: seatsTaken })
      : t('runs.seats', { taken: times.number(seatsTaken), capacity: times.number(capacity) }),
    waiting > 0 && t('cockpit.waitlist', { count: waiting }),
    completed > 0 && t('cockpit.completed', { count: completed }),
  ];
  return (
    <span className="small figures">
      {facts.filter(Boolean).join(' · ')}
      {cancelledAt && (
        <span className={classes.cancelled}>{t('cockpit.cancelled', { on: times.day(cancelledAt) })}</span>
      )}
    </span>
  );
}

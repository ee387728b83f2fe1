import type { OutlineView } from '@kohorte/contracts';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../queries.js';
import { LinkButton } from '../shell/links.js';
import { Page, PageHeading } from '../shell/page.js';
import { useTimes } from '../times.js';
import classes from './cohort-space.module.css';

const route = getRouteApi('/inside/cohorts/$cohortId/space');

/** The cohort's own place: how far one is, what is next, and its parts. */
export function CohortSpace() {
  const { t } = useTranslation();
  const params = route.useParams();
  const outline = useApi('GET /cohorts/:cohortId/outline', { params });
  return (
    <Page>
      <PageHeading
        title={outline.name}
        tab={`${outline.name} · ${outline.courseTitle}`}
        above={
          <Link to="/courses/$courseId" params={{ courseId: outline.courseId }}>
            {outline.courseTitle}
          </Link>
        }
        below={<Standing outline={outline} />}
        actions={
          <>
            {outline.next && outline.learns && (
              <LinkButton
                to="/cohorts/$cohortId/items/$itemId"
                params={{ ...params, itemId: outline.next.itemId }}
                size="md"
              >
                {outline.progress.done === 0 ? t('cohort.begin') : t('cohort.goOn')}
              </LinkButton>
            )}
            {outline.runs && (
              <LinkButton to="/runs/$cohortId" params={params} variant="default" size="md">
                {t('cohort.run')}
              </LinkButton>
            )}
          </>
        }
      />
      <nav aria-label={t('cohort.parts')} className={classes.parts}>
        <Link to="/cohorts/$cohortId" params={params} activeOptions={{ exact: true, includeSearch: false }}>
          {t('cohort.weeks')}
        </Link>
        <Link to="/cohorts/$cohortId/schedule" params={params}>
          {t('cohort.schedule')}
        </Link>
        <Link to="/cohorts/$cohortId/discussion" params={params} activeOptions={{ includeSearch: false }}>
          {t('cohort.discussion')}
        </Link>
        {outline.modules.some(({ items }) => items.some(({ handIn }) => handIn)) && (
          <Link to="/cohorts/$cohortId/assignments" params={params}>
            {t('cohort.assignments')}
          </Link>
        )}
        <Link to="/cohorts/$cohortId/people" params={params} activeOptions={{ includeSearch: false }}>
          {t('cohort.people')}
        </Link>
      </nav>
      <Outlet />
    </Page>
  );
}

function Standing({ outline }: { outline: OutlineView }) {
  const { t } = useTranslation();
  const times = useTimes();
  const { progress, completedAt, cancelledAt, next } = outline;
  const nextModule = outline.modules.find((module) => !module.isOpen);
  if (cancelledAt) return <p className={classes.note}>{t('cohort.cancelled', { on: times.day(cancelledAt) })}</p>;
  if (!outline.learns) return <p>{t('cohort.lookingIn')}</p>;
  return (
    <>
      <div className={classes.progress}>
        <div
          role="progressbar"
          aria-label={t('cohort.progress')}
          aria-valuenow={progress.percent}
          aria-valuemin={0}
          aria-valuemax={100}
          className={classes.bar}
        >
          <span style={{ width: `${progress.percent}%` }} />
        </div>
        <span className="small figures">
          {t('cohort.done', { done: progress.done, total: progress.total })} · {times.percent(progress.percent)}
        </span>
      </div>
      <p className="small">
        {completedAt
          ? t('cohort.completed', { on: times.day(completedAt) })
          : next
            ? t('home.next', { title: next.title, minutes: times.minutes(next.minutes) })
            : nextModule
              ? t('cohort.upToDate', {
                  at: times.dayAndTime(nextModule.opensAt),
                  away: times.fromNow(nextModule.opensAt),
                })
              : null}
      </p>
    </>
  );
}

import type { CohortRow } from '@kohorte/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { LinkButton } from '../shell/links.js';
import { More } from '../shell/more.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import { useTimes } from '../times.js';
import classes from './courses.module.css';

const route = getRouteApi('/inside/runs');
type When = 'current' | 'past' | 'cancelled';

/** The cohorts one runs: all of them, for L&D admins. */
export function Runs() {
  const { t } = useTranslation(['trainer', 'learner']);
  const { course, time } = route.useSearch();
  const navigate = route.useNavigate();
  const cohorts = useApiPages('GET /cohorts', { query: { courseId: course, time } });
  const [first] = cohorts.rows;
  const isWhole = course === undefined && (time ?? 'current') === 'current';
  return (
    <Page>
      <PageHeading
        title={t('learner:nav.runs')}
        below={t('runs.text')}
        actions={
          <LinkButton to="/runs/new" search={{ course }} size="md">
            {t('runs.plan')}
          </LinkButton>
        }
      />
      <div className={classes.search}>
        <Choice<When>
          legend={t('runs.when')}
          legendUnseen
          value={time ?? 'current'}
          options={(['current', 'past', 'cancelled'] as const).map((value) => ({
            value,
            label: t(`runs.time.${value}`),
          }))}
          onChange={(value) =>
            void navigate({ search: { course, time: value === 'current' ? undefined : value }, replace: true })
          }
        />
        {course && (
          <p className="small">
            {first && t('runs.ofCourse', { title: first.courseTitle })}{' '}
            <Link to="/runs" search={{ time }}>
              {t('runs.allCourses')}
            </Link>
          </p>
        )}
      </div>
      <p role="status" className="unseen">
        {t('runs.found', { count: cohorts.rows.length })}
      </p>
      {cohorts.rows.length === 0 ? (
        <Empty title={isWhole ? t('runs.none') : t('runs.noneThen')}>
          {isWhole ? t('runs.noneText') : t('runs.noneThenText')}
        </Empty>
      ) : (
        <Rows>
          {cohorts.rows.map((cohort) => (
            <Cohort key={cohort.cohortId} cohort={cohort} />
          ))}
        </Rows>
      )}
      <More of={cohorts} />
    </Page>
  );
}

function Cohort({ cohort }: { cohort: CohortRow }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const { capacity, seatsTaken, nextReleaseAt } = cohort;
  return (
    <Row
      linked
      stacks
      title={
        <Link to="/runs/$cohortId" params={{ cohortId: cohort.cohortId }}>
          {cohort.name}
        </Link>
      }
      lines={[
        cohort.courseTitle,
        [
          t('runs.span', { from: times.date(cohort.startOn), to: times.date(cohort.endsOn) }),
          capacity === null
            ? t('runs.people', { count: seatsTaken })
            : t('runs.seats', { taken: times.number(seatsTaken), capacity: times.number(capacity) }),
        ].join(' · '),
        // Where everybody goes by their own start there is nothing to count.
        !cohort.cancelledAt &&
          (nextReleaseAt !== null || cohort.releasedModules > 0) &&
          [
            t('runs.released', { released: cohort.releasedModules, modules: cohort.modules }),
            nextReleaseAt
              ? t('runs.next', { at: times.dayAndTime(nextReleaseAt), away: times.fromNow(nextReleaseAt) })
              : cohort.releasedModules === cohort.modules && t('runs.allOpen'),
          ]
            .filter(Boolean)
            .join(' · '),
      ]}
      end={
        <>
          {cohort.cancelledAt && <Tag tone="bad">{t('runs.cancelled', { on: times.day(cohort.cancelledAt) })}</Tag>}
          {cohort.requested > 0 && <Tag tone="warn">{t('runs.requests', { count: cohort.requested })}</Tag>}
          {cohort.waiting > 0 && <Tag>{t('runs.waiting', { count: cohort.waiting })}</Tag>}
        </>
      }
    />
  );
}

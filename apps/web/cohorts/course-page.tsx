import type { CohortCard, CoursePage, JoinState } from '@kohorte/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../queries.js';
import { Page, PageHeading, Section } from '../shell/page.js';
import { Prose } from '../shell/prose.js';
import { Rows } from '../shell/rows.js';
import { useTimes } from '../times.js';
import { CohortJoinRow } from './cohort-row.js';
import classes from './course-page.module.css';

const route = getRouteApi('/inside/courses/$courseId');

export function CourseScreen() {
  const { t } = useTranslation();
  const times = useTimes();
  const params = route.useParams();
  const course = useApi('GET /catalogue/:courseId', { params });
  const first = theOneToOffer(course.cohorts);
  return (
    <Page>
      <PageHeading
        title={course.title}
        above={<Link to="/catalogue">{t('nav.catalogue')}</Link>}
        below={
          <span className="figures">
            {[
              t('course.modules', { count: course.modules.length }),
              times.minutes(course.minutes),
              t(`language.${course.language}`),
            ].join(' · ')}
          </span>
        }
      />
      {course.summaryHtml && <Prose html={course.summaryHtml} lang={course.language} />}
      {course.audience && (
        <Section title={t('course.audience')}>
          <p className={classes.reading} lang={course.language}>
            {course.audience}
          </p>
        </Section>
      )}
      <Section title={t('course.cohorts')}>
        {course.cohorts.length === 0 ? (
          <p className="faint">{t('course.noCohortText')}</p>
        ) : (
          <Rows>
            {course.cohorts.map((cohort) => (
              <CohortJoinRow key={cohort.cohortId} cohort={cohort} primary={cohort === first} />
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t('course.content')}>
        <Syllabus course={course} />
      </Section>
    </Page>
  );
}

/** The cohort whose button stands out: an offer first, then where one is, then what can be joined. */
function theOneToOffer(cohorts: CohortCard[]): CohortCard | undefined {
  const order: JoinState[] = ['offered', 'enrolled', 'join', 'request', 'join-waitlist'];
  return order.map((state) => cohorts.find((cohort) => cohort.joinState === state)).find(Boolean);
}

function Syllabus({ course }: { course: CoursePage }) {
  const { t } = useTranslation();
  const times = useTimes();
  return (
    <ol className={classes.syllabus} lang={course.language}>
      {course.modules.map((module, index) => (
        <li key={index} className={classes.module}>
          <span className={classes.number} aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <h3>{module.title}</h3>
            {module.summary && <p className={classes.summary}>{module.summary}</p>}
            {module.objectives.length > 0 && (
              <ul className={classes.objectives}>
                {module.objectives.map((objective) => (
                  <li key={objective}>{objective}</li>
                ))}
              </ul>
            )}
            <p className="small faint figures">
              {t('course.items', { count: module.items })} · {times.minutes(module.minutes)}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

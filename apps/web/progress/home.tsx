import type { CohortOfCourse, HomeView } from '@kohorte/contracts';
import IconPlayerPlayFilled from '@tabler/icons-react/dist/esm/icons/IconPlayerPlayFilled.mjs';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CohortJoinRow } from '../cohorts/cohort-row.js';
import { useApi } from '../queries.js';
import { TimetableRow } from '../schedule/timetable-row.js';
import { LinkButton } from '../shell/links.js';
import { Empty, Page, PageHeading, Section } from '../shell/page.js';
import { Rows } from '../shell/rows.js';
import { useTimes } from '../times.js';
import { HomeCohortRow } from './home-cohort-row.js';
import classes from './home.module.css';

export function Home() {
  const { t } = useTranslation();
  const times = useTimes();
  const me = useApi('GET /me');
  const home = useApi('GET /home');
  const offers = home.waiting.filter(({ cohort }) => cohort.joinState === 'offered');
  const waits = home.waiting.filter(({ cohort }) => cohort.joinState !== 'offered');
  return (
    <Page>
      <PageHeading title={t(`home.${partOfDay(times.hourNow())}`, { name: me.givenName })} tab={t('nav.home')} />
      {home.continue && <Continue step={home.continue} />}
      {offers.length > 0 && (
        <Section title={t('home.offers')}>
          <Rows>
            {offers.map((offer) => (
              <JoinRow key={offer.cohort.cohortId} of={offer} primary={!home.continue} />
            ))}
          </Rows>
        </Section>
      )}
      {home.cohorts.length > 0 && (
        <Section
          title={t('home.week')}
          aside={home.minutesThisWeek > 0 && t('home.left', { minutes: times.minutes(home.minutesThisWeek) })}
        >
          {home.week.length === 0 ? (
            <p className="faint">{t('home.quiet')}</p>
          ) : (
            <Rows>
              {home.week.map((entry) => (
                <TimetableRow key={entry.entryId} entry={entry} />
              ))}
            </Rows>
          )}
        </Section>
      )}
      {home.cohorts.length > 0 && <Said />}
      {home.cohorts.length > 0 && (
        <Section title={t('home.cohorts')}>
          <Rows>
            {home.cohorts.map((cohort) => (
              <HomeCohortRow key={cohort.cohortId} cohort={cohort} />
            ))}
          </Rows>
        </Section>
      )}
      {waits.length > 0 && (
        <Section title={t('home.waiting')}>
          <Rows>
            {waits.map((wait) => (
              <JoinRow key={wait.cohort.cohortId} of={wait} />
            ))}
          </Rows>
        </Section>
      )}
      {home.cohorts.length === 0 && <ToJoin home={home} />}
    </Page>
  );
}

const SaidLately = lazy(() => import('../notifications/said-lately.js'));

/** What colleagues said; it comes once the rest stands there, and asks for itself. */
function Said() {
  const [isTime, setTime] = useState(false);
  useEffect(() => setTime(true), []);
  return <Suspense fallback={null}>{isTime && <SaidLately />}</Suspense>;
}

const partOfDay = (hour: number): 'night' | 'morning' | 'day' | 'evening' =>
  hour < 5 ? 'night' : hour < 11 ? 'morning' : hour < 18 ? 'day' : 'evening';

/** The one answer to "what next?". */
function Continue({ step }: { step: NonNullable<HomeView['continue']> }) {
  const { t } = useTranslation();
  const times = useTimes();
  return (
    <Link
      to="/cohorts/$cohortId/items/$itemId"
      params={{ cohortId: step.cohortId, itemId: step.itemId }}
      className={classes.continue}
    >
      <span className={classes.play}>
        <IconPlayerPlayFilled size={20} aria-hidden="true" />
      </span>
      <span>
        <span className={classes.what}>{t('home.continue', { title: step.title })}</span>
        <span className={classes.where}>
          {[
            t('week.name', { step: step.step }),
            t(`kind.${step.kind}`),
            times.minutes(step.minutes),
            step.courseTitle,
          ].join(' · ')}
        </span>
      </span>
    </Link>
  );
}

/** A cohort under its course's name. */
function JoinRow({ of: { cohort, courseId, courseTitle }, primary }: { of: CohortOfCourse; primary?: boolean }) {
  return <CohortJoinRow cohort={cohort} course={{ courseId, title: courseTitle }} primary={primary} />;
}

/** For those without a cohort: what this is, and what can be joined. */
function ToJoin({ home }: { home: HomeView }) {
  const { t } = useTranslation();
  if (home.toJoin.length === 0) {
    return (
      <Empty
        title={t('home.nothingTitle')}
        action={home.waiting.length === 0 && <LinkButton to="/catalogue">{t('home.toCatalogue')}</LinkButton>}
      >
        {t('home.nothingText')}
      </Empty>
    );
  }
  return (
    <>
      <p className={classes.intro}>{t('home.intro')}</p>
      <Section title={t('home.toJoin')} aside={<Link to="/catalogue">{t('home.allCourses')}</Link>}>
        <Rows>
          {home.toJoin.map((one, index) => (
            <JoinRow key={one.cohort.cohortId} of={one} primary={index === 0} />
          ))}
        </Rows>
      </Section>
    </>
  );
}

import type { HomeCohort } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Row } from '../shell/rows.js';
import { useTimes } from '../times.js';
import { Ring } from './ring.js';

/** A cohort one is in: how far, what is next, when it goes on. */
export function HomeCohortRow({ cohort }: { cohort: HomeCohort }) {
  const { t } = useTranslation();
  const times = useTimes();
  const { next, nextOpensAt, completedAt, progress } = cohort;
  return (
    <Row
      linked
      mark={<Ring percent={progress.percent} />}
      title={
        <Link to="/cohorts/$cohortId" params={{ cohortId: cohort.cohortId }}>
          {cohort.courseTitle}
        </Link>
      }
      lines={[
        [cohort.name, !completedAt && t('week.of', { step: cohort.step, steps: cohort.steps })]
          .filter(Boolean)
          .join(' · '),
        completedAt
          ? t('home.completed', { on: times.day(completedAt) })
          : next
            ? t('home.next', { title: next.title, minutes: times.minutes(next.minutes) })
            : nextOpensAt
              ? t('home.nextOpens', { at: times.dayAndTime(nextOpensAt), away: times.fromNow(nextOpensAt) })
              : null,
      ]}
    />
  );
}

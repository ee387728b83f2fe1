import type { CohortCard } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Row } from '../shell/rows.js';
import { useCohortWords } from './cohort-words.js';
import { JoinActions } from './join-actions.js';

/** A cohort one can join, waits for, or is in. `course` names it where the page does not. */
export function CohortJoinRow({
  cohort,
  course,
  primary,
}: {
  cohort: CohortCard;
  course?: { courseId: string; title: string };
  primary?: boolean;
}) {
  const { t } = useTranslation();
  const words = useCohortWords();
  return (
    <Row
      title={
        course ? (
          <Link to="/courses/$courseId" params={{ courseId: course.courseId }}>
            {course.title}
          </Link>
        ) : (
          cohort.name
        )
      }
      linked={Boolean(course)}
      lines={[
        course && cohort.name,
        words.span(cohort),
        [words.seats(cohort), words.state(cohort)].filter(Boolean).join(' · '),
        !course &&
          cohort.trainers.length > 0 &&
          t('cohort.with', { names: cohort.trainers.map((p) => p.name).join(', ') }),
      ]}
      end={<JoinActions cohort={cohort} primary={primary} />}
      stacks
    />
  );
}

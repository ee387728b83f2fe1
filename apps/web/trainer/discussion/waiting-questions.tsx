import { Link } from '@tanstack/react-router';
import { useApiMaybe } from '../../queries.js';
import classes from '../cockpit/cockpit.module.css';
import { useModerationWords } from './words.js';

/** At the top of a cohort's cockpit: how many questions wait longer than they should. */
export function WaitingQuestions({ cohortId }: { cohortId: string }) {
  const params = { cohortId };
  const page = useApiMaybe('GET /cohorts/:cohortId/unanswered', { params, query: { limit: 1 } });
  return page && page.late > 0 ? <Line cohortId={cohortId} late={page.late} target={page.targetHours} /> : null;
}

/** Its words are read only where there is something to say. */
function Line({ cohortId, late, target }: { cohortId: string; late: number; target: number }) {
  const { t, hours } = useModerationWords();
  return (
    <p className={classes.heed}>
      {t('heed', { count: late, target: hours(target) })}{' '}
      <Link to="/runs/$cohortId" params={{ cohortId }} search={{ tab: 'discussion' }}>
        {t('toHeed')}
      </Link>
    </p>
  );
}

import type { AssignmentRow } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import { useApiMaybe } from '../../queries.js';
import classes from '../cockpit/cockpit.module.css';
import { useRoundWords } from './words.js';

/** In which phases something can wait for a trainer who was not there since. */
const underWay: readonly AssignmentRow['phases']['phase'][] = ['reviewing', 'grading'];
/** Each is a request of its own; of more, the tab tells. */
const most = 2;

/** At the top of a cohort's cockpit: what waits for its trainers in the assignments under way. */
export function WaitingReviews({ cohortId }: { cohortId: string }) {
  const rows = useApiMaybe('GET /cohorts/:cohortId/assignments', { params: { cohortId } }) ?? [];
  return rows
    .filter(({ phases }) => underWay.includes(phases.phase))
    .slice(-most)
    .map((row) => <WaitingLine key={row.itemId} row={row} />);
}

function WaitingLine({ row: { cohortId, itemId, title } }: { row: AssignmentRow }) {
  const { t, waiting } = useRoundWords();
  const params = { cohortId, itemId };
  const queue = useApiMaybe('GET /cohorts/:cohortId/assignments/:itemId/round', { params })?.queue ?? [];
  if (queue.length === 0) return null;
  return (
    <p className={classes.heed}>
      {t('heed', { title, what: waiting(queue) })}{' '}
      <Link to="/runs/$cohortId/assignments/$itemId" params={params}>
        {t('toHeed')}
      </Link>
    </p>
  );
}

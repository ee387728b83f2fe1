import type { AssignmentRow, CohortView, RoundView } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import { useApi, useApiMaybe } from '../../queries.js';
import { Empty } from '../../shell/page.js';
import { Row, Rows } from '../../shell/rows.js';
import { Tag } from '../../shell/tag.js';
import classes from './round.module.css';
import { isNever, useRoundWords, whatWaits } from './words.js';

/** More rows than this do without the figures of their rounds, each of which is a request. */
const mostWithFigures = 12;

/** The assignments of a cohort, each leading to its round. */
export default function Assignments({ cohort }: { cohort: CohortView }) {
  const { t } = useRoundWords();
  const { cohortId } = cohort;
  const rows = useApi('GET /cohorts/:cohortId/assignments', { params: { cohortId } });
  if (rows.length === 0) return <Empty title={t('list.none')}>{t('list.noneText')}</Empty>;
  return (
    <Rows>
      {rows.map((row, index) =>
        index < mostWithFigures ? (
          <WithFigures key={row.itemId} row={row} />
        ) : (
          <Assignment key={row.itemId} row={row} round={undefined} />
        ),
      )}
    </Rows>
  );
}

function WithFigures({ row }: { row: AssignmentRow }) {
  const { cohortId, itemId } = row;
  const round = useApiMaybe('GET /cohorts/:cohortId/assignments/:itemId/round', { params: { cohortId, itemId } });
  return <Assignment row={row} round={round} />;
}

function Assignment({ row, round }: { row: AssignmentRow; round: RoundView | undefined }) {
  const { t, times } = useRoundWords();
  const { cohortId, itemId, title, step, phases } = row;
  const standing = useStanding(phases);
  const counts = round?.counts;
  const waits = round ? whatWaits(round.queue).length : 0;
  return (
    <Row
      stacks
      linked
      title={
        <Link to="/runs/$cohortId/assignments/$itemId" params={{ cohortId, itemId }}>
          {title}
        </Link>
      }
      lines={[
        [step !== null && t('list.week', { step }), !isNever(phases.opensAt) && standing].filter(Boolean).join(' · '),
        counts &&
          [
            t('list.handedIn', { done: times.number(counts.handedIn), count: counts.learners }),
            counts.reviewsNeeded > 0 &&
              t('list.reviews', { done: times.number(counts.reviewsDone), count: counts.reviewsNeeded }),
          ]
            .filter(Boolean)
            .join(' · '),
      ]}
      end={
        <span className={classes.tags}>
          {waits > 0 && <Tag tone="warn">{t('list.waits', { count: waits })}</Tag>}
          <Tag tone={phases.phase === 'published' ? 'good' : 'plain'}>{t(`phase.name.${phases.phase}`)}</Tag>
        </span>
      }
    />
  );
}

/** Where an assignment stands, in a sentence with its next instant. */
export function useStanding({ phase, opensAt, dueAt, reviewsUntil, publishAt }: AssignmentRow['phases']): string {
  const { t, times } = useRoundWords();
  const at = { before: opensAt, open: dueAt, reviewing: reviewsUntil, grading: publishAt, published: publishAt }[phase];
  return t(`phase.standing.${phase}`, { at: times.dayAndTime(at), away: times.fromNow(at) });
}

import type { AssignmentRow } from '@kohorte/contracts';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { refresh, useApi } from '../queries.js';
import { useMoments } from '../schedule/moments.js';
import { Empty } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import { useTimes } from '../times.js';
import { momentsOf, usePhaseWords } from './phase-words.js';

const route = getRouteApi('/inside/cohorts/$cohortId/space/assignments');

/** The assignments of a cohort, as one stands to them. */
export function Assignments() {
  const { t } = useTranslation('peer-review');
  const params = route.useParams();
  const rows = useApi('GET /cohorts/:cohortId/assignments', { params });
  const moments = rows.flatMap(({ phases }) => momentsOf(phases));
  useMoments(moments, () => void refresh('GET /cohorts/:cohortId/assignments'));
  return (
    <>
      <h2 className="unseen">{t('assignments.title')}</h2>
      {rows.length === 0 ? (
        <Empty title={t('assignments.none')}>{t('assignments.noneText')}</Empty>
      ) : (
        <Rows>
          {rows.map((row) => (
            <AssignmentLine key={row.itemId} row={row} />
          ))}
        </Rows>
      )}
    </>
  );
}

function AssignmentLine({ row }: { row: AssignmentRow }) {
  const { t } = useTranslation(['peer-review', 'learner']);
  const times = useTimes();
  const phase = usePhaseWords();
  const { cohortId, itemId, title, step, phases, state, reviews, points, runs } = row;
  const isHandedIn = state === 'handed-in' || state === 'late';
  const isOver = phases.phase === 'grading' || phases.phase === 'published';
  const isDone = isHandedIn && reviews.given >= reviews.owed;
  const Icon = isDone ? IconCircleCheckFilled : IconPencil;
  return (
    <Row
      linked
      stacks
      mark={
        <Icon size={isDone ? 22 : 20} stroke={1.6} color={isDone ? 'var(--accent)' : undefined} aria-hidden="true" />
      }
      title={
        <Link to="/cohorts/$cohortId/assignments/$itemId" params={{ cohortId, itemId }}>
          {title}
        </Link>
      }
      lines={[
        [
          step !== null && t('learner:week.name', { step }),
          phase(phases, !runs ? state : phases.phase === 'open' ? 'none' : 'handed-in'),
        ]
          .filter(Boolean)
          .join(' · '),
        !runs &&
          [
            // Whoever can no longer hand in has not merely not begun.
            t(`state.${isOver && !isHandedIn ? 'missed' : state}`),
            isHandedIn && reviews.owed > 0 && t('reviewing.count', { given: reviews.given, owed: reviews.owed }),
            reviews.held > 0 && t('reviewing.held', { count: reviews.held }),
          ]
            .filter(Boolean)
            .join(' · '),
      ]}
      end={points === null ? undefined : t('result.points', { points: times.number(Math.round(points)) })}
    />
  );
}

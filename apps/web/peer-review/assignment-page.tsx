import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { refresh, useApi } from '../queries.js';
import { useMoments } from '../schedule/moments.js';
import { Page, PageHeading } from '../shell/page.js';
import { useTimes } from '../times.js';
import { Assignment } from './assignment.js';
import { momentsOf, ownState, usePhaseWords } from './phase-words.js';

const route = getRouteApi('/inside/cohorts/$cohortId/assignments/$itemId');

/** An assignment by its own address, where mails and notices lead. */
export function AssignmentPage() {
  const { t } = useTranslation(['peer-review', 'learner']);
  const times = useTimes();
  const params = route.useParams();
  const view = useApi('GET /cohorts/:cohortId/assignments/:itemId', { params });
  const phase = usePhaseWords();
  useMoments(momentsOf(view.phases), () => void refresh('GET /cohorts/:cohortId/assignments/:itemId'));
  return (
    <Page>
      <PageHeading
        title={view.title}
        tab={`${view.title} · ${view.courseTitle}`}
        above={
          <Link to="/cohorts/$cohortId/assignments" params={{ cohortId: params.cohortId }}>
            {view.courseTitle} · {view.cohortName}
          </Link>
        }
        below={
          <span className="small figures">
            {[
              view.step !== null && t('learner:week.name', { step: view.step }),
              view.minutes > 0 && times.minutes(view.minutes),
              phase(view.phases, view.learns ? ownState(view) : view.phases.phase === 'open' ? 'none' : 'handed-in'),
              view.phases.extended && t('phase.extended'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        }
      />
      <Assignment view={view} />
    </Page>
  );
}

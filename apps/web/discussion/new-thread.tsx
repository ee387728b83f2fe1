import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useApiMaybe } from '../queries.js';
import { Page, PageHeading } from '../shell/page.js';
import { Guidelines } from './guidelines.js';
import { ThreadForm } from './thread-form.js';

const route = getRouteApi('/inside/cohorts/$cohortId/discussion/new');

/** A screen for what one wants to ask or talk about. */
export function NewThread() {
  const { t } = useTranslation(['discussion', 'learner']);
  const params = route.useParams();
  const { module, item, at, group } = route.useSearch();
  const navigate = route.useNavigate();
  const outline = useApi('GET /cohorts/:cohortId/outline', { params });
  const groups = useApiMaybe('GET /cohorts/:cohortId/learning-groups', { params });
  const groupName = groups?.find(({ groupId }) => groupId === group)?.name;
  return (
    <Page>
      <PageHeading
        title={t('newThread.title')}
        above={
          <Link to="/cohorts/$cohortId/discussion" params={params} search={{ group }}>
            {[t('thread.in', { name: outline.name }), groupName].filter(Boolean).join(' · ')}
          </Link>
        }
        below={group ? t('newThread.textInGroup') : t('newThread.text')}
      />
      <ThreadForm
        cohortId={params.cohortId}
        place={{ moduleId: module, itemId: item, atSecond: at, groupId: group }}
        onOpened={({ threadId }) => void navigate({ to: '/threads/$threadId', params: { threadId }, replace: true })}
      />
      <div style={{ marginTop: 32 }}>
        <Guidelines cohortId={params.cohortId} />
      </div>
    </Page>
  );
}

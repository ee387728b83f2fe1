import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../queries.js';
import { Page, PageHeading } from '../shell/page.js';
import { useTimes } from '../times.js';

const route = getRouteApi('/inside/sessions/$sessionId');

/** One live session: when, where, with whom, and the own answer. */
export function SessionPage() {
  const times = useTimes();
  const params = route.useParams();
  const session = useApi('GET /sessions/:sessionId', { params });
  return (
    <Page>
      <PageHeading title={session.title} above={session.courseTitle} below={times.dayAndTime(session.startsAt)} />
    </Page>
  );
}

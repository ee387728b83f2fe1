import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../queries.js';
import { Page, PageHeading } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';

const route = getRouteApi('/inside/sessions/$sessionId/roster');

/** Who comes to a session, and who was there. */
export function Roster() {
  const params = route.useParams();
  const { session, rows } = useApi('GET /sessions/:sessionId/roster', { params });
  return (
    <Page>
      <PageHeading title={session.title} />
      <Rows>
        {rows.map(({ enrolmentId, person }) => (
          <Row key={enrolmentId} title={person.name} />
        ))}
      </Rows>
    </Page>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { Outside } from '../people/outside.js';
import { useApi } from '../queries.js';

const route = getRouteApi('/answer/$token');

/** Where an invitation's link leads: whoever holds it says whether they come. */
export function AnswerPage() {
  const params = route.useParams();
  const { title, courseTitle } = useApi('GET /answers/:token', { params });
  return (
    <Outside title={title} below={courseTitle}>
      {null}
    </Outside>
  );
}

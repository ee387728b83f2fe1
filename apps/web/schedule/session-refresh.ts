import type { SessionView } from '@kohorte/contracts';
import { queryClient, queryFor } from '../queries.js';

/** What is read again when somebody has answered, changed their seat or been there. */
export const changedBySession = [
  'GET /sessions/:sessionId',
  'GET /sessions/:sessionId/roster',
  'GET /cohorts/:cohortId/sessions',
  'GET /timetable',
  'GET /home',
] as const;

/** Shows a session at once as the server has just answered. */
export function keepSession(session: SessionView): void {
  const { sessionId, cohortId } = session;
  queryClient.setQueryData(queryFor('GET /sessions/:sessionId', { params: { sessionId } }).queryKey, session);
  queryClient.setQueryData(
    queryFor('GET /cohorts/:cohortId/sessions', { params: { cohortId } }).queryKey,
    (before: SessionView[] | undefined) => before?.map((one) => (one.sessionId === sessionId ? session : one)),
  );
}

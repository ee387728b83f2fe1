import { refresh, useApi } from '../queries.js';
import { useMoments } from '../schedule/moments.js';
import { Assignment } from './assignment.js';
import { momentsOf } from './phase-words.js';

/** The assignment of an item, within its player. */
export default function AssignmentOfItem({ cohortId, itemId }: { cohortId: string; itemId: string }) {
  const view = useApi('GET /cohorts/:cohortId/assignments/:itemId', { params: { cohortId, itemId } });
  useMoments(momentsOf(view.phases), () => void refresh('GET /cohorts/:cohortId/assignments/:itemId'));
  return <Assignment view={view} />;
}

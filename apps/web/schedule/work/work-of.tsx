import type { AddAbsence, ChangeWorkPattern, WorkPatternView } from '@kohorte/contracts';
import { api } from '../../api.js';
import { queryClient, queryFor, refresh, useApi } from '../../queries.js';
import { WorkPattern } from './work-pattern.js';

/** Where and when somebody else works, for L&D. */
export function WorkOf({ userId }: { userId: string }) {
  const params = { userId };
  const pattern = useApi('GET /users/:userId/work-pattern', { params });
  const show = (changed: WorkPatternView): Promise<void> => {
    queryClient.setQueryData(queryFor('GET /users/:userId/work-pattern', { params }).queryKey, changed);
    return refresh('GET /trainers', 'GET /sites');
  };
  const does = {
    change: async (body: ChangeWorkPattern) => show(await api('PATCH /users/:userId/work-pattern', { params, body })),
    addAbsence: async (body: AddAbsence) => show(await api('POST /users/:userId/absences', { params, body })),
    removeAbsence: async (absenceId: string) =>
      show(await api('DELETE /users/:userId/absences/:absenceId', { params: { ...params, absenceId } })),
  };
  return <WorkPattern pattern={pattern} does={does} />;
}

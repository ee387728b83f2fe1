import type { AssembledSession, AssemblyView } from '@kohorte/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../api.js';
import { queryClient, queryFor, refresh } from '../queries.js';
import { offerUndo } from '../shell/toasts.js';
import { keyOf, type Place, placeOf } from './model.js';

/** What one does to a proposal by hand. Everything can be undone; nobody is asked whether they are sure. */
export function useChanges(assemblyId: string) {
  const { t } = useTranslation('admin');
  const [problem, setProblem] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const { queryKey } = queryFor('GET /assemblies/:assemblyId', { params: { assemblyId } });
  const revision = (): number => queryClient.getQueryData<AssemblyView>(queryKey)?.revision ?? 0;
  const keep = (view: AssemblyView): void => {
    queryClient.setQueryData(queryKey, view);
    void refresh('GET /assemblies', 'GET /assemblies/:assemblyId/publication');
  };
  const params = ({ itemId, groupId }: AssembledSession) => ({ assemblyId, itemId, groupId });

  const put = async (session: AssembledSession, place: Place): Promise<void> =>
    keep(
      await api('PUT /assemblies/:assemblyId/sessions/:itemId/:groupId/place', {
        params: params(session),
        body: { ...place, revision: revision() },
      }),
    );
  const patch = async (session: AssembledSession, marks: { locked?: boolean; excluded?: boolean }): Promise<void> =>
    keep(
      await api('PATCH /assemblies/:assemblyId/sessions/:itemId/:groupId', {
        params: params(session),
        body: { ...marks, revision: revision() },
      }),
    );
  /** As it was before: at its place, locked or not, or without a place. */
  const putBack = async (before: AssembledSession): Promise<void> => {
    const place = placeOf(before);
    const now = queryClient.getQueryData<AssemblyView>(queryKey)?.sessions.find((one) => keyOf(one) === keyOf(before));
    if (now?.excluded && !before.excluded) await patch(before, { excluded: false });
    if (place) {
      await put(before, place);
      if (!before.locked) await patch(before, { locked: false });
    } else if (now?.place || before.excluded) {
      // There is no taking away of a place but by leaving it out for a moment.
      await patch(before, { excluded: true });
      if (!before.excluded) await patch(before, { excluded: false });
    }
  };
  const attempt = async (change: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    try {
      await change();
      setProblem(null);
      return true;
    } catch (error) {
      setProblem(error as Error);
      if (error instanceof ApiProblem && error.code === 'changed-meanwhile')
        await refresh('GET /assemblies/:assemblyId');
      return false;
    } finally {
      setBusy(false);
    }
  };
  const undoably = (text: string, before: AssembledSession): void => {
    setSaid(text);
    offerUndo(text, () => putBack(before));
  };

  return {
    problem,
    isBusy,
    said,
    forget: () => setProblem(null),
    move: async (session: AssembledSession, place: Place): Promise<boolean> => {
      const isMoved = await attempt(() => put(session, place));
      if (isMoved) undoably(t('planner.moved', { title: session.title, group: session.groupNumber }), session);
      return isMoved;
    },
    lock: (session: AssembledSession, locked: boolean): Promise<boolean> => attempt(() => patch(session, { locked })),
    leaveOut: async (session: AssembledSession): Promise<void> => {
      if (await attempt(() => patch(session, { excluded: true })))
        undoably(t('planner.leftOut', { title: session.title, group: session.groupNumber }), session);
    },
    takeIn: async (session: AssembledSession): Promise<void> => {
      if (await attempt(() => patch(session, { excluded: false })))
        undoably(t('planner.takenIn', { title: session.title, group: session.groupNumber }), session);
    },
  };
}

export type Changes = ReturnType<typeof useChanges>;

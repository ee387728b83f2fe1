import type { DoneView, OutlineView, PlayerView } from '@kohorte/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api.js';
import { queryClient, queryFor, refresh, useApiMutation } from '../queries.js';
import { offerUndo } from '../shell/toasts.js';

/** Marks an item as done and goes on to the next; both can be taken back. */
export function useDoneMark(item: PlayerView) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { cohortId, itemId } = item;
  const params = { cohortId, itemId };
  const unmark = useApiMutation('DELETE /cohorts/:cohortId/items/:itemId/done-mark', {
    onDone: (reply) => note(cohortId, itemId, reply),
  });
  const mark = useApiMutation('PUT /cohorts/:cohortId/items/:itemId/done-mark', {
    onDone: (reply) => {
      note(cohortId, itemId, reply);
      goOn();
      offerUndo(
        reply.completedAt ? t('player.completedNow') : t('player.doneNow', { title: item.content.title }),
        takeBack,
      );
    },
  });
  /** Called from the toast, when this screen may be long gone. */
  const takeBack = async (): Promise<void> => {
    note(cohortId, itemId, await api('DELETE /cohorts/:cohortId/items/:itemId/done-mark', { params }));
    await navigate({ to: '/cohorts/$cohortId/items/$itemId', params });
  };
  const goOn = (): void => {
    if (item.nextItemId) {
      void navigate({ to: '/cohorts/$cohortId/items/$itemId', params: { cohortId, itemId: item.nextItemId } });
    } else {
      void navigate({ to: '/cohorts/$cohortId', params: { cohortId } });
    }
  };
  return {
    mark: () => mark.mutate({ params }),
    unmark: () => unmark.mutate({ params }),
    goOn,
    isBusy: mark.isPending || unmark.isPending,
    problem: mark.error ?? unmark.error,
  };
}

/** Shows the mark at once wherever the item is shown; what was read is then read again. */
function note(cohortId: string, itemId: string, { doneAt, progress, next, completedAt }: DoneView): void {
  queryClient.setQueryData(
    queryFor('GET /cohorts/:cohortId/items/:itemId', { params: { cohortId, itemId } }).queryKey,
    (item: PlayerView | undefined) => item && { ...item, doneAt },
  );
  queryClient.setQueryData(
    queryFor('GET /cohorts/:cohortId/outline', { params: { cohortId } }).queryKey,
    (outline: OutlineView | undefined) =>
      outline && {
        ...outline,
        progress,
        next,
        completedAt,
        modules: outline.modules.map((module) => ({
          ...module,
          items: module.items.map((item) => (item.itemId === itemId ? { ...item, doneAt } : item)),
        })),
      },
  );
  void refresh('GET /home', 'GET /timetable', 'GET /cohorts/:cohortId/outline');
}

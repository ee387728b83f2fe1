import type { CohortCard } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../api.js';
import { now } from '../clock.js';
import { refresh, useApiMutation } from '../queries.js';
import { offerUndo } from '../shell/toasts.js';

const changed = [
  'GET /home',
  'GET /catalogue',
  'GET /catalogue/:courseId',
  'GET /timetable',
  'GET /notifications/unread',
] as const;

/** Whether somebody who leaves could come back at once: nobody waits, and the door is still open. */
export function couldComeBack(cohort: CohortCard): boolean {
  const isOpen = !cohort.enrolmentClosesAt || Date.parse(cohort.enrolmentClosesAt) > now();
  return cohort.admission === 'open' && isOpen && cohort.waiting === 0 && cohort.mine?.status === 'active';
}

/** Joining, leaving and accepting, each with its undo where it can be undone without loss. */
export function useEnrolment(cohort: CohortCard) {
  const { t } = useTranslation();
  const request = { params: { cohortId: cohort.cohortId } };
  const join = useApiMutation('POST /cohorts/:cohortId/enrolment', {
    refreshes: changed,
    onDone: (mine) => {
      if (mine.status === 'completed' || mine.status === 'withdrawn') return;
      offerUndo(t(`join.now.${mine.status}`, { name: cohort.name, place: mine.place ?? 0 }), async () => {
        await api('DELETE /cohorts/:cohortId/enrolment', request);
        await refresh(...changed);
      });
    },
  });
  const leave = useApiMutation('DELETE /cohorts/:cohortId/enrolment', {
    refreshes: changed,
    onDone: () => {
      if (!couldComeBack(cohort)) return;
      offerUndo(t('join.left', { name: cohort.name }), async () => {
        await api('POST /cohorts/:cohortId/enrolment', request);
        await refresh(...changed);
      });
    },
  });
  const accept = useApiMutation('POST /cohorts/:cohortId/enrolment/acceptance', { refreshes: changed });
  return {
    join: () => join.mutate(request),
    leave: () => leave.mutate(request),
    accept: () => accept.mutate(request),
    isBusy: join.isPending || leave.isPending || accept.isPending,
    problem: join.error ?? leave.error ?? accept.error,
  };
}

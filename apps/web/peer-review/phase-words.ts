import type { AssignmentRow, AssignmentView, PhasesView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { now } from '../clock.js';
import { useTimes } from '../times.js';

/** Has the instant come? */
export const isPast = (instant: string): boolean => Date.parse(instant) < now();

/** Every instant of an assignment, at each of which its screen changes. */
export function momentsOf({ opensAt, dueAt, graceUntil, reviewsFrom, reviewsUntil, publishAt }: PhasesView): string[] {
  return [opensAt, dueAt, graceUntil, reviewsFrom, reviewsUntil, publishAt];
}

/** How one stands to handing something in. */
export function ownState({ submission }: Pick<AssignmentView, 'submission'>): AssignmentRow['state'] {
  if (!submission) return 'none';
  if (submission.handedInAt) return submission.late ? 'late' : 'handed-in';
  return 'draft';
}

/** What an assignment is at just now, with its time, in words. */
export function usePhaseWords() {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  return (phases: PhasesView, state: AssignmentRow['state']): string => {
    const at = (instant: string) => ({ at: times.dayAndTime(instant), away: times.fromNow(instant) });
    const { phase, dueAt, graceUntil, reviewsUntil, publishAt } = phases;
    const isHandedIn = state === 'handed-in' || state === 'late';
    if (phase === 'before') return t('phase.opens', at(phases.opensAt));
    if (!isHandedIn && !isPast(dueAt)) return t('phase.due', at(dueAt));
    if (!isHandedIn && !isPast(graceUntil)) return t('phase.late', at(graceUntil));
    if (phase === 'open') return t('phase.reviewsFrom', at(phases.reviewsFrom));
    if (phase === 'reviewing') return t('phase.reviewing', at(reviewsUntil));
    if (phase === 'grading') return t('phase.grading', at(publishAt));
    return t('phase.published', { on: times.day(publishAt) });
  };
}

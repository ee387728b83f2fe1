import { type Admission, daysLater, type Door, instantAt, type ReleasePlan } from '@kohorte/rules';

/** What of a cohort says when it takes people in. */
export interface Entrance {
  capacity: number | null;
  admission: Admission;
  enrolmentOpensAt: Date | null;
  enrolmentClosesAt: Date | null;
  endsAt: Date | null;
  cancelledAt: Date | null;
}

/** What decides who may join. Where no end of enrolment was set, it ends with the cohort itself. */
export function doorOf(cohort: Entrance): Door {
  return {
    capacity: cohort.capacity,
    admission: cohort.admission,
    opensAt: cohort.enrolmentOpensAt,
    closesAt: cohort.enrolmentClosesAt ?? cohort.endsAt,
    cancelledAt: cohort.cancelledAt,
  };
}

/**
 * From when a cohort lies in the past: the midnight after its last day. Where everybody goes by their own start, it
 * takes as long as the last to join may need; `null` where people can join for ever.
 */
export function pastFrom(cohort: {
  plan: Pick<ReleasePlan, 'pacing' | 'startOn' | 'timeZone'>;
  endsOn: string;
  enrolmentClosesAt: Date | null;
}): Date | null {
  const { pacing, startOn, timeZone } = cohort.plan;
  const end = daysLater(instantAt(cohort.endsOn, '00:00', timeZone), 1, timeZone);
  if (pacing !== 'relative') return end;
  if (!cohort.enrolmentClosesAt) return null;
  const start = instantAt(startOn, '00:00', timeZone);
  const lastToJoin = Math.max(cohort.enrolmentClosesAt.getTime(), start.getTime());
  return new Date(lastToJoin + end.getTime() - start.getTime());
}

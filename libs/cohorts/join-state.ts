import type { EnrolmentStatus, JoinState } from '@kohorte/contracts';
import { join, type JoinRefusal } from '@kohorte/rules';
import { doorOf, type Entrance } from './door.js';

/** How somebody stands to a cohort whose card they look at. */
export interface Onlooker {
  status: EnrolmentStatus | null;
  offerEndsAt: Date | null;
  invited: boolean;
}

const stateOfStatus = { requested: 'requested', active: 'enrolled', completed: 'completed' } as const;

const stateOfEntry = { active: 'join', waitlisted: 'join-waitlist', requested: 'request' } as const;

const stateOfRefusal: Record<Exclude<JoinRefusal, 'already-enrolled'>, JoinState> = {
  'cohort-cancelled': 'cancelled',
  'not-invited': 'not-invited',
  'enrolment-not-open-yet': 'not-open-yet',
  'enrolment-closed': 'closed',
};

/** What the button of a cohort's card would do: told by the very rule that decides when it is pressed. */
export function joinState(
  cohort: Entrance & { seatsTaken: number; waiting: number },
  { status, offerEndsAt, invited }: Onlooker,
  now: Date,
): JoinState {
  if (cohort.cancelledAt) return 'cancelled';
  if (status === 'waitlisted') return offerEndsAt && now < offerEndsAt ? 'offered' : 'waiting';
  if (status && status !== 'withdrawn') return stateOfStatus[status];
  const { seatsTaken: taken, waiting } = cohort;
  const decision = join({ cohort: doorOf(cohort), now, invited, status, taken, waiting });
  if ('enrol' in decision) return stateOfEntry[decision.enrol];
  return decision.refuse === 'already-enrolled' ? 'enrolled' : stateOfRefusal[decision.refuse];
}

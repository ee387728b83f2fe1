/** How a cohort takes people in. */
export type Admission = 'open' | 'approval' | 'invitation';

/** How one learner stands to one cohort; an offered seat is a time on a waitlisted enrolment, no state of its own. */
export type EnrolmentStatus = 'requested' | 'waitlisted' | 'active' | 'completed' | 'withdrawn';

/** What of a cohort decides who may join. */
export interface Door {
  /** Number of seats; `null`: no limit. */
  capacity: number | null;
  admission: Admission;
  /** From this instant on one may join; `null`: from ever. */
  opensAt: Date | null;
  /** From this instant on one may not any more; `null`: never. */
  closesAt: Date | null;
  cancelledAt: Date | null;
}

/** The seats of a cohort as they stand. */
export interface Seats {
  /** Number of seats; `null`: no limit. */
  capacity: number | null;
  /** People who are active or completed, and seats held by open offers. */
  taken: number;
  /** People in the waitlist to whom no seat is held. */
  waiting: number;
}

/** Why somebody cannot join; also the code of the problem they are shown. */
export type JoinRefusal =
  'cohort-cancelled' | 'already-enrolled' | 'not-invited' | 'enrolment-not-open-yet' | 'enrolment-closed';

/**
 * What joining does. Whoever is invited by name needs no approval. Whoever withdrew joins like a newcomer, and a
 * newcomer never overtakes those who wait, even while a seat is on its way to one of them.
 */
export function join(asked: {
  cohort: Door;
  now: Date;
  /** Was invited to this cohort by name. */
  invited: boolean;
  /** How the person stands to the cohort so far; `null`: not at all. */
  status: EnrolmentStatus | null;
  taken: number;
  waiting: number;
}): { enrol: 'active' | 'waitlisted' | 'requested' } | { refuse: JoinRefusal } {
  const { cohort, now, invited, status } = asked;
  if (cohort.cancelledAt) return { refuse: 'cohort-cancelled' };
  if (status && status !== 'withdrawn') return { refuse: 'already-enrolled' };
  if (cohort.admission === 'invitation' && !invited) return { refuse: 'not-invited' };
  if (cohort.opensAt && now < cohort.opensAt) return { refuse: 'enrolment-not-open-yet' };
  if (cohort.closesAt && now >= cohort.closesAt) return { refuse: 'enrolment-closed' };
  if (cohort.admission === 'approval' && !invited) return { enrol: 'requested' };
  return { enrol: seatOrQueue({ ...asked, capacity: cohort.capacity }) };
}

/**
 * What approving a request does. Whoever is approved queues from the approval on, behind those who wait already; the
 * enrolment window does not matter, as the request was made within it.
 */
export function approve(asked: {
  cohort: Pick<Door, 'capacity' | 'cancelledAt'>;
  status: EnrolmentStatus | null;
  taken: number;
  waiting: number;
}): { enrol: 'active' | 'waitlisted' } | { refuse: 'cohort-cancelled' | 'not-requested' } {
  if (asked.cohort.cancelledAt) return { refuse: 'cohort-cancelled' };
  if (asked.status !== 'requested') return { refuse: 'not-requested' };
  return { enrol: seatOrQueue({ ...asked, capacity: asked.cohort.capacity }) };
}

/** What accepting an offered seat does. The clock decides: an offer that is over holds nothing, swept up or not. */
export function acceptOffer(asked: {
  status: EnrolmentStatus | null;
  offerEndsAt: Date | null;
  now: Date;
}): { enrol: 'active' } | { refuse: 'no-seat-offered' } {
  const { status, offerEndsAt, now } = asked;
  return status === 'waitlisted' && offerEndsAt && now < offerEndsAt
    ? { enrol: 'active' }
    : { refuse: 'no-seat-offered' };
}

/** What leaving does; declining an offer is leaving too. */
export function leave(
  status: EnrolmentStatus | null,
): { enrol: 'withdrawn' } | { refuse: 'not-enrolled' | 'enrolment-completed' } {
  if (!status || status === 'withdrawn') return { refuse: 'not-enrolled' };
  if (status === 'completed') return { refuse: 'enrolment-completed' };
  return { enrol: 'withdrawn' };
}

/** Seats that newcomers may take at once: none while anybody waits. `Infinity` without a limit. */
export function seatsForNewcomers(seats: Seats): number {
  return seats.waiting > 0 ? 0 : freeSeats(seats);
}

const seatOrQueue = (seats: Seats): 'active' | 'waitlisted' => (seatsForNewcomers(seats) > 0 ? 'active' : 'waitlisted');

/** A capacity may have been lowered below what is taken; then nobody is put out and nothing is free. */
const freeSeats = ({ capacity, taken }: Pick<Seats, 'capacity' | 'taken'>): number =>
  capacity === null ? Infinity : Math.max(capacity - taken, 0);

/** Somebody in the waitlist. */
export interface Waiting {
  enrolmentId: string;
  /** Rises with each entry into the queue; who enters it again gets a new one. */
  queueNumber: number;
}

/** A seat held for somebody who waited. */
export interface SeatOffer {
  enrolmentId: string;
  offerEndsAt: Date;
}

/** How long an offered seat is held unless the cohort says otherwise. */
export const usualOfferHours = 48;

/** The waitlist in the order in which seats are offered. */
function inQueueOrder<Entry extends Waiting>(waiting: readonly Entry[]): Entry[] {
  return waiting.toSorted((a, b) => a.queueNumber - b.queueNumber);
}

/**
 * The offers to make now: one for each free seat, in the order of the queue.
 *
 * @param asked.taken as in `Seats`; offers that have lapsed are settled first and do not count
 * @param asked.waiting those to whom no seat is held, in any order
 */
export function seatsToHandOn(asked: {
  capacity: number | null;
  taken: number;
  waiting: readonly Waiting[];
  now: Date;
  /** Real hours, not those of a clock on the wall. */
  offerHours: number;
}): SeatOffer[] {
  const offerEndsAt = new Date(asked.now.getTime() + asked.offerHours * 3_600_000);
  return inQueueOrder(asked.waiting)
    .slice(0, freeSeats(asked))
    .map(({ enrolmentId }) => ({ enrolmentId, offerEndsAt }));
}

/** An offer that ended unanswered, and what becomes of the person: the end of the queue, or out of it. */
export interface LapsedOffer {
  enrolmentId: string;
  then: 'requeued' | 'withdrawn';
}

/**
 * The offers that are over, in the order in which those requeued enter the queue again: the earliest first. Who lets a
 * first offer lapse may have been on holiday, so they go to the end of the queue; nobody else waiting, the seat is
 * offered to them anew. Who lets a second one lapse is withdrawn, so that absent people do not hold a seat in turns.
 */
export function offersThatLapsed(
  now: Date,
  offers: readonly (SeatOffer & {
    /** Offers to the same enrolment that lapsed before this one, since it last joined. */
    lapsedBefore: number;
  })[],
): LapsedOffer[] {
  return offers
    .filter(({ offerEndsAt }) => offerEndsAt <= now)
    .toSorted((a, b) => a.offerEndsAt.getTime() - b.offerEndsAt.getTime())
    .map(({ enrolmentId, lapsedBefore }) => ({ enrolmentId, then: lapsedBefore === 0 ? 'requeued' : 'withdrawn' }));
}

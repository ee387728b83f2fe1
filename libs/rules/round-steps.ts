/** When the sweep has acted on each phase of a round; `null` where it has not, or the phase has gone back. */
export interface RoundNotes {
  reviewsOpenedAt: Date | null;
  closedAt: Date | null;
  allocatedAt: Date | null;
  reviewsClosedAt: Date | null;
  publishedAt: Date | null;
}

/** The instants of a round that its sweep goes by. */
export interface RoundTimes {
  reviewsFrom: Date;
  /** The last instant at which work is taken from those without an extension. */
  graceUntil: Date;
  /** The same with the latest extension. */
  lastGraceUntil: Date;
  reviewsUntil: Date;
  publishAt: Date;
  /** Everybody gets their reviews at once. */
  isBatch: boolean;
}

/** What the sweep does next; `turn-back` takes notes back whose time has come to lie ahead again. */
export type RoundStep =
  | { do: 'turn-back'; closed: boolean; reviewsClosed: boolean; published: boolean }
  /** `late`: the reviews are over already, and nobody need be told that they have begun. */
  | { do: 'open-reviews'; late: boolean }
  | { do: 'close-submissions' }
  | { do: 'allocate' }
  | { do: 'close-reviews' }
  | { do: 'publish' };

/**
 * The next thing that is due in a round and has not been noted; `null` where there is none. Each step, once noted, is not
 * named again while its time is past, so that asking again and again comes to an end, however late it begins.
 *
 * When somebody moves a deadline into the future, the phases that have ended go back: their notes are taken away, and
 * they end again. That reviews have begun and who got which is not undone.
 */
export function nextRoundStep(notes: RoundNotes, times: RoundTimes, now: Date): RoundStep | null {
  const closed = now > times.lastGraceUntil;
  const reviewsClosed = now > times.reviewsUntil;
  const published = reviewsClosed && now >= times.publishAt;
  const back = {
    closed: notes.closedAt !== null && !closed,
    reviewsClosed: notes.reviewsClosedAt !== null && !reviewsClosed,
    published: notes.publishedAt !== null && !published,
  };
  if (back.closed || back.reviewsClosed || back.published) return { do: 'turn-back', ...back };
  if (!notes.reviewsOpenedAt && now > times.reviewsFrom) return { do: 'open-reviews', late: reviewsClosed };
  if (!notes.closedAt && closed) return { do: 'close-submissions' };
  if (times.isBatch && !notes.allocatedAt && !reviewsClosed && now > allocateAfter(times)) return { do: 'allocate' };
  if (!notes.reviewsClosedAt && reviewsClosed) return { do: 'close-reviews' };
  if (!notes.publishedAt && published) return { do: 'publish' };
  return null;
}

/**
 * Everybody gets their reviews once no work is taken any more; where an extension would leave less than half of the time
 * for reviews, when the common grace is over: nobody waits that long for one.
 */
function allocateAfter({ graceUntil, lastGraceUntil, reviewsUntil }: RoundTimes): Date {
  const half = (graceUntil.getTime() + reviewsUntil.getTime()) / 2;
  return lastGraceUntil.getTime() <= half ? lastGraceUntil : graceUntil;
}

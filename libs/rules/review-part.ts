import type { Phases } from './assignment-phases.js';

/** How far one learner has come with an assignment. */
export interface PartGiven {
  /** Their work is handed in, and nobody has taken it out of the round. */
  handedIn: boolean;
  /** Reviews that they gave; what a trainer set aside was given, too. */
  given: number;
  /** Reviews that the assignment asks of each. */
  give: number;
  /**
   * How many works of others there were that they could have reviewed, once reviews are over; `null` while reviews run,
   * as more may still be handed in.
   */
  others: number | null;
}

/** Reviews that one owes: what the assignment asks, and never more than there was to review. */
export function reviewsOwed({ give, others }: Pick<PartGiven, 'give' | 'others'>): number {
  return others === null ? give : Math.min(give, Math.max(0, others));
}

/** Whether one's part is done: handed in, and given the reviews one owes. */
export function isPartDone(part: PartGiven): boolean {
  return part.handedIn && part.given >= reviewsOwed(part);
}

/** What one can do for an assignment whose part is not done. */
export interface PartTodo {
  handedIn: boolean;
  /** Reviews that the assignment asks of each. */
  give: number;
  /** Reviews begin for oneself as soon as one has handed in: learners go by their own start. */
  ownPace: boolean;
  /** Everybody gets their reviews at once, when nothing can be handed in any more. */
  atOnce: boolean;
}

/**
 * What one can do now for an assignment that is not done: hand in while work is taken, review while reviews are given.
 * Between the two, and after them, one can only wait; then nothing shall lead there.
 */
export function todoNow(
  { handedIn, give, ownPace, atOnce }: PartTodo,
  phases: Phases,
  now: Date,
): 'hand-in' | 'review' | null {
  // prettier-ignore
  if (!handedIn) return phases.opensAt <= now && now <= phases.graceUntil ? 'hand-in' : null;
  if (give === 0 || now > phases.reviewsUntil) return null;
  const grace = phases.graceUntil.getTime() - phases.dueAt.getTime();
  const from = atOnce ? phases.reviewsFrom.getTime() + grace : phases.reviewsFrom.getTime();
  return ownPace || now.getTime() > from ? 'review' : null;
}

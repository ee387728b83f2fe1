/** How a learner stands in one cohort, as far as it matters for what to go on with. */
export interface Underway {
  /** The next step there; `null` when there is nothing to do at the moment. */
  next: unknown;
  /** When the first thing that is open and not done is due; what is overdue does not count any more. */
  nextDueAt: Date | null;
  /** When its latest open module opened. */
  openedAt: Date | null;
}

/**
 * The cohort to go on with: where something is due first; where nothing is, the one whose module opened last. What is
 * overdue has no say, so that a course given up long ago does not stand in front of all others for ever.
 */
export function continueWhere<Cohort extends Underway>(cohorts: readonly Cohort[]): Cohort | null {
  const [first] = cohorts
    .filter(({ next }) => next !== null)
    .sort(
      (a, b) => time(a.nextDueAt, Infinity) - time(b.nextDueAt, Infinity) || time(b.openedAt, 0) - time(a.openedAt, 0),
    );
  return first ?? null;
}

/** `Infinity - Infinity` is no number, which the sum above takes for "equal". */
const time = (instant: Date | null, otherwise: number): number => instant?.getTime() ?? otherwise;

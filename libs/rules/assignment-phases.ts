import { dueAt } from './due.js';

const hour = 3_600_000;

/** What the phases of an assignment follow from. */
export interface PhasesGiven {
  /** When its module opens, for the whole cohort or for one learner. */
  opensAt: Date;
  dueAfterDays: number;
  /** Of the cohort. */
  timeZone: string;
  graceHours: number;
  reviewDays: number;
  publishAfterHours: number;
  /** Where a trainer has moved them for the whole cohort. */
  dueMovedTo: Date | null;
  reviewsMovedTo: Date | null;
  /** Where one learner or team has more time. */
  extendedTo: Date | null;
}

/** The instants at which an assignment passes from one phase to the next. */
export interface Phases {
  opensAt: Date;
  /** The last instant at which work is in time: one's own, with an extension. */
  dueAt: Date;
  /** The last instant at which work is taken at all. */
  graceUntil: Date;
  /** From when work is reviewed: the common due date. */
  reviewsFrom: Date;
  /** The last instant at which reviews are given. */
  reviewsUntil: Date;
  /** When grades are shown. */
  publishAt: Date;
}

/**
 * The phases of an assignment, worked out from the release of its module, so that moving a release moves them. Reviews
 * end at 23:59 on the cohort's clocks, so many days after the common grace. An extension moves the own due date and
 * grace, nobody else's. What was moved counts as long as it comes after the phase before it: a release that is moved
 * past a moved due date brings its own due date back.
 */
export function assignmentPhases(given: PhasesGiven): Phases {
  const { opensAt, timeZone, graceHours, reviewDays } = given;
  const common = ownDueAt({ ...given, extendedTo: null });
  const own = ownDueAt(given);
  const commonGrace = new Date(common.getTime() + graceHours * hour);
  const reviewsUntil =
    after(commonGrace, given.reviewsMovedTo) ?? later(commonGrace, dueAt(commonGrace, reviewDays, timeZone));
  return {
    opensAt,
    dueAt: own,
    graceUntil: new Date(own.getTime() + graceHours * hour),
    reviewsFrom: common,
    reviewsUntil,
    publishAt: new Date(reviewsUntil.getTime() + given.publishAfterHours * hour),
  };
}

const after = (before: Date, moved: Date | null): Date | null => (moved && moved > before ? moved : null);
const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** The last instant at which work is in time: the common one, or a later one for who has more time. */
export function ownDueAt({ opensAt, dueAfterDays, timeZone, dueMovedTo, extendedTo }: DueGiven): Date {
  const common = after(opensAt, dueMovedTo) ?? later(opensAt, dueAt(opensAt, dueAfterDays, timeZone));
  return after(common, extendedTo) ?? common;
}

type DueGiven = Pick<PhasesGiven, 'opensAt' | 'dueAfterDays' | 'timeZone' | 'dueMovedTo' | 'extendedTo'>;

/** Where an assignment stands: not open yet, to be handed in, reviewed, being graded, or shown. */
export type Phase = 'before' | 'open' | 'reviewing' | 'grading' | 'published';

/** The phase at an instant; each begins in the moment after the one before it has ended. */
export function phaseAt({ opensAt, reviewsFrom, reviewsUntil, publishAt }: Phases, now: Date): Phase {
  if (now < opensAt) return 'before';
  if (now <= reviewsFrom) return 'open';
  if (now <= reviewsUntil) return 'reviewing';
  return now < publishAt ? 'grading' : 'published';
}

/** Whether work is taken, and whether it is late. */
export function mayHandIn({ opensAt, dueAt: due, graceUntil }: Phases, now: Date): 'in-time' | 'late' | 'no' {
  if (now < opensAt || now > graceUntil) return 'no';
  return now <= due ? 'in-time' : 'late';
}

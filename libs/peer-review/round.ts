import type { PhasesView } from '@kohorte/contracts';
import { hours, later } from '@kohorte/platform';
import { type Actor, type AssignmentDesign, type Criterion, may, phaseAt, type Phases } from '@kohorte/rules';
import type { RoundRow } from './round-row.js';
import { phasesOfRow } from './row-phases.js';

/** Nobody in particular, for what is done on behalf of the product. */
export const nobody: Actor = { userId: '', roles: [], manages: [] };

/** An assignment in a cohort, as one person stands to it at one instant. */
export class Round {
  /** `null` while nobody has begun anything in it. */
  readonly roundId: string | null;
  readonly cohortId: string;
  readonly itemId: string;
  readonly enrolmentId: string | null;
  readonly teamId: string | null;
  readonly design: AssignmentDesign;
  readonly phases: Phases;
  /** Is a member: hands in and reviews. */
  readonly learns: boolean;
  readonly runs: boolean;
  readonly isOpen: boolean;

  constructor(
    readonly row: RoundRow,
    actor: Actor,
    readonly now: Date,
  ) {
    this.roundId = row.round_id;
    this.cohortId = row.cohort_id;
    this.itemId = row.item_id;
    this.enrolmentId = row.enrolment_id;
    this.teamId = row.team_id;
    this.design = row.design;
    this.phases = phasesOf(row);
    this.learns = may('learns-in-cohort', actor, this.standing);
    this.runs = may('runs-cohort', actor, this.standing);
    this.isOpen = (this.runs && !this.learns) || this.phases.opensAt <= now;
  }

  /** The same round with the phases of somebody who goes by their own start. */
  startedAt(opensAt: Date | null): Round {
    return new Round({ ...this.row, opens_at: opensAt }, nobody, this.now);
  }

  /**
   * The last instant at which nothing is reviewed yet: the common due date; where everybody gets their reviews at once,
   * the end of the common grace. Where learners go by their own start, one reviews as soon as one has handed in.
   */
  get reviewingFrom(): Date {
    if (this.isOwnPace) return this.phases.opensAt;
    const { reviewsFrom } = this.phases;
    return this.design.reviews.way === 'batch' ? later(reviewsFrom, hours(this.design.graceHours)) : reviewsFrom;
  }

  get standing() {
    return { admission: this.row.admission, trainsCohort: this.row.trains, enrolment: this.row.status };
  }

  /** The newest rubric; that of the course while nobody has changed it. */
  get rubric(): Criterion[] {
    return this.row.criteria ?? this.design.rubric;
  }

  /** Learners go by their own start, so that each has phases of their own. */
  get isOwnPace(): boolean {
    return this.row.pacing === 'relative';
  }

  get isPublished(): boolean {
    return this.now >= this.phases.publishAt;
  }

  get phasesView(): PhasesView {
    const { opensAt, dueAt, graceUntil, reviewsFrom, reviewsUntil, publishAt } = this.phases;
    return {
      phase: phaseAt(this.phases, this.now),
      opensAt: opensAt.toISOString(),
      dueAt: dueAt.toISOString(),
      graceUntil: graceUntil.toISOString(),
      reviewsFrom: reviewsFrom.toISOString(),
      reviewsUntil: reviewsUntil.toISOString(),
      publishAt: publishAt.toISOString(),
      timeZone: this.row.time_zone,
      extended: dueAt > reviewsFrom,
    };
  }
}

/** A long time away: for who has no release, an assignment never opens. */
const never = new Date('9999-01-01T00:00:00Z');

function phasesOf(row: RoundRow): Phases {
  if (!row.opens_at)
    return {
      opensAt: never,
      dueAt: never,
      graceUntil: never,
      reviewsFrom: never,
      reviewsUntil: never,
      publishAt: never,
    };
  return phasesOfRow({ ...row, opens_at: row.opens_at }, row.extended_to);
}

/** Whether work is reviewed at this instant. */
export function isReviewingTime({ now, reviewingFrom, phases }: Round): boolean {
  return reviewingFrom < now && now <= phases.reviewsUntil;
}

/** Until when a review that is given or worked on now is kept for its reviewer. */
export function leaseOf({ now, phases, design }: Round): Date {
  const until = later(now, hours(design.reviews.leaseHours));
  return until < phases.reviewsUntil ? until : phases.reviewsUntil;
}

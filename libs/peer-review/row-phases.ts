import { type AssignmentDesign, assignmentPhases, type Phases } from '@kohorte/rules';

/** The columns that the phases of an assignment follow from, as every statement about rounds selects them. */
export interface PhaseColumns {
  opens_at: Date;
  due_after_days: number;
  time_zone: string;
  design: AssignmentDesign;
  due_moved_to: Date | null;
  reviews_moved_to: Date | null;
}

/** @param extendedTo the own due date of one learner or team, or the latest of all */
export function phasesOfRow(row: PhaseColumns, extendedTo: Date | null): Phases {
  return assignmentPhases({
    opensAt: row.opens_at,
    dueAfterDays: row.due_after_days,
    timeZone: row.time_zone,
    graceHours: row.design.graceHours,
    reviewDays: row.design.reviews.days,
    publishAfterHours: row.design.grading.publishAfterHours,
    dueMovedTo: row.due_moved_to,
    reviewsMovedTo: row.reviews_moved_to,
    extendedTo,
  });
}

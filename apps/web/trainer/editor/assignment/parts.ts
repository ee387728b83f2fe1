import type { AssignmentInput } from '@kohorte/contracts';

/** What the form changes of its item. */
export interface AssignmentChanges {
  minutes?: number;
  dueAfterDays?: number;
  assignment?: AssignmentInput | null;
}

/** What every part of the form gets: the design as it is now, and ways to change it. */
export interface DesignParts {
  design: AssignmentInput;
  /** Changes some of its fields. */
  change: (changes: Partial<AssignmentInput>) => void;
  /** By the path within the assignment: `rubric.0.title`. */
  errorOf: (path: string) => string | undefined;
  onBlur: () => void;
}

/** The parts that work on a rubric and on what examples say to it change the design as a whole. */
export interface RubricParts extends Omit<DesignParts, 'change'> {
  /** Changes the design as it is when this is called, which an undo does later. */
  update: (to: (design: AssignmentInput) => AssignmentInput) => void;
}

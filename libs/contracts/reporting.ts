import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { endpoint } from './endpoint.js';
import type { CalendarDate } from './inputs.js';

/**
 * One line of the completion table. An org unit counts all units below it in. Figures are `null` where the group is too
 * small to be shown, or would let such a group be worked out.
 */
export interface CompletionRow {
  /** The cohort, or the org unit. */
  id: string;
  name: string;
  /** The course of a cohort; the units above an org unit. */
  context: string;
  /** How deep an org unit stands below the topmost of the table; units come top down. */
  depth: number;
  startOn: CalendarDate | null;
  enrolled: number | null;
  waitlisted: number | null;
  active: number | null;
  completed: number | null;
  withdrawn: number | null;
  doneItems: number | null;
  /** Countable items times those enrolled. */
  totalItems: number | null;
  hidden: boolean;
}

export interface CompletionTable {
  by: 'cohort' | 'unit';
  rows: CompletionRow[];
  total: CompletionRow;
}

export class CompletionQuery {
  @IsIn(['cohort', 'unit']) by: 'cohort' | 'unit';
  @IsOptional() @IsUUID() courseId?: string;
  @IsOptional() @IsUUID() cohortId?: string;
  @IsOptional() @IsUUID() orgUnitId?: string;
}

export const reportingEndpoints = {
  'GET /reports/completion': endpoint<CompletionTable>()({
    access: 'sees-completion',
    does: 'Completion by cohort, or by org unit with all units below. Managers see one or the other, not both crossed.',
    query: CompletionQuery,
  }),
  'GET /reports/completion.csv': endpoint<string>()({
    access: 'sees-completion',
    does: 'The same as CSV.',
    query: CompletionQuery,
    produces: 'text/csv; charset=utf-8',
  }),
};

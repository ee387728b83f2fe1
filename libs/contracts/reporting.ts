import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { endpoint } from './endpoint.js';
import type { CalendarDate } from './inputs.js';

/** One line of the completion table; figures are `null` where the group is too small to be shown. */
export interface CompletionRow {
  /** The cohort, or the org unit. */
  id: string;
  name: string;
  /** The course of a cohort; the units above an org unit. */
  context: string;
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
    does: 'Completion by cohort or by org unit.',
    query: CompletionQuery,
  }),
  'GET /reports/completion.csv': endpoint<string>()({
    access: 'sees-completion',
    does: 'The same as CSV.',
    query: CompletionQuery,
    produces: 'text/csv; charset=utf-8',
  }),
};

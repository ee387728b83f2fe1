import type { CompletionQuery, CompletionRow, CompletionTable } from '@kohorte/contracts';
import { Database, Problem, type SignedIn } from '@kohorte/platform';
import { apart, overlapping, smallGroups } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { byCohort, byUnit, type CountedRow } from './completion-statements.js';
import { type Counted, emptyCount, sumOf, unitsTopDown, withBelow } from './counted.js';

/** How far cohorts and org units have come. */
@Injectable()
export class Completion {
  constructor(private readonly database: Database) {}

  /**
   * The completion table: one statement. L&D admins see everything; managers the units they head and those below, and
   * no figure of fewer than five people, nor one from which such a figure could be worked out. For that, what is hidden
   * is decided over all that a manager may see, and a filter only chooses from it.
   * @throws {Problem} `figures-not-crossed`
   */
  async table(actor: SignedIn, asked: CompletionQuery): Promise<CompletionTable> {
    const isAdmin = actor.roles.includes('admin');
    if (!isAdmin) refuseCrossed(asked);
    return asked.by === 'cohort' ? this.cohorts(actor, asked, isAdmin) : this.units(actor, asked, isAdmin);
  }

  private async cohorts(actor: SignedIn, asked: CompletionQuery, isAdmin: boolean): Promise<CompletionTable> {
    const counted = await this.database.query<CountedRow>(byCohort, [isAdmin, actor.manages, asked.orgUnitId ?? null]);
    // The same people may be in several cohorts.
    const { hidden, isTotalHidden } = isAdmin ? nothingHidden : smallGroups(counted, overlapping);
    const chosen = counted.filter(
      (row) => (!asked.cohortId || row.id === asked.cohortId) && (!asked.courseId || row.course_id === asked.courseId),
    );
    const isWhole = chosen.length === counted.length;
    const total = completionRow(sumOf(chosen));
    return {
      by: 'cohort',
      rows: chosen.map((row) => shownUnless(hidden.has(row.id), completionRow(row))),
      // Of a part of the cohorts, a total would tell what is hidden in it.
      total: shownUnless(isWhole ? isTotalHidden : chosen.some(({ id }) => hidden.has(id)), total),
    };
  }

  private async units(actor: SignedIn, asked: CompletionQuery, isAdmin: boolean): Promise<CompletionTable> {
    const { courseId = null, cohortId = null } = asked;
    const counted = await this.database.query<CountedRow>(byUnit, [isAdmin, actor.manages, courseId, cohortId]);
    const { hidden, isTotalHidden } = isAdmin ? nothingHidden : smallGroups(counted, apart);
    const units = unitsTopDown(withBelow(counted), actor.language, asked.orgUnitId ?? null);
    const whole = asked.orgUnitId ? units[0]?.unit : sumOf(counted);
    return {
      by: 'unit',
      rows: units.map(({ unit, depth }) => shownUnless(hidden.has(unit.id), { ...completionRow(unit), depth })),
      total: shownUnless(
        asked.orgUnitId ? hidden.has(asked.orgUnitId) : isTotalHidden,
        completionRow({ ...(whole ?? emptyCount), id: 'total', name: '', context: '' }),
      ),
    };
  }
}

const nothingHidden = { hidden: new Set<string>(), isTotalHidden: false };

/** By unit and by cohort at once, the figures of one could be taken from those of the other. */
function refuseCrossed({ by, courseId, cohortId, orgUnitId }: CompletionQuery): void {
  if (by === 'cohort' ? orgUnitId : (courseId ?? cohortId)) throw new Problem('figures-not-crossed');
}

function completionRow(row: Counted): CompletionRow {
  return {
    id: row.id,
    name: row.name,
    context: row.context,
    depth: 0,
    startOn: row.start_on,
    enrolled: row.in_cohort,
    waitlisted: row.waitlisted,
    active: row.active,
    completed: row.completed,
    withdrawn: row.withdrawn,
    doneItems: row.done_items,
    totalItems: row.total_items,
    hidden: false,
  };
}

function shownUnless(isHidden: boolean, row: CompletionRow): CompletionRow {
  if (!isHidden) return row;
  return {
    ...row,
    enrolled: null,
    waitlisted: null,
    active: null,
    completed: null,
    withdrawn: null,
    doneItems: null,
    totalItems: null,
    hidden: true,
  };
}

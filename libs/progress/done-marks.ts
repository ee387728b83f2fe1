import { Enrolments } from '@kohorte/cohorts';
import type { DoneView } from '@kohorte/contracts';
import { Database, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { isComplete } from '@kohorte/rules';
import { doneKey, type DoneItems, type LearnersItem } from '@kohorte/schedule';
import { Injectable } from '@nestjs/common';
import { openItem } from './open-item.js';
import { nextStepView } from './outline.js';
import type { Walk } from './walk.js';
import { Walks } from './walks.js';

/** What learners have done, as they say themselves. */
@Injectable()
export class DoneMarks implements DoneItems {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly walks: Walks,
    private readonly enrolments: Enrolments,
  ) {}

  /**
   * Marks an item as done; with the last one that completion asks for, the cohort is completed. Who marks what is
   * marked changes nothing.
   * @throws {Problem} `not-found`, `not-allowed`, `cohort-cancelled`, `module-not-open`, `cannot-be-done`
   */
  async mark(actor: SignedIn, cohortId: string, itemId: string): Promise<DoneView> {
    return this.work.run(async (unit) => {
      const { walk, enrolmentId } = await this.markable(unit, actor, cohortId, itemId);
      if (walk.whenDone(itemId)) return doneView(walk, itemId);
      await unit.query(`insert into done_mark (enrolment_id, item_id, done_at) values ($1, $2, $3)`, [
        enrolmentId,
        itemId,
        unit.now,
      ]);
      unit.record('progress.item-done', { enrolmentId, itemId });
      walk.note(itemId, unit.now);
      const isNews = isComplete(walk.items, walk.done) && (await this.enrolments.complete(unit, enrolmentId));
      if (isNews) unit.record('progress.cohort-completed', { cohortId, enrolmentId });
      return doneView(walk, itemId, isNews ? unit.now : null);
    }, actor.userId);
  }

  /** Takes a mark back. What was completed stays completed. */
  async unmark(actor: SignedIn, cohortId: string, itemId: string): Promise<DoneView> {
    return this.work.run(async (unit) => {
      const { walk, enrolmentId } = await this.markable(unit, actor, cohortId, itemId);
      if (!walk.whenDone(itemId)) return doneView(walk, itemId);
      await unit.query(`delete from done_mark where enrolment_id = $1 and item_id = $2`, [enrolmentId, itemId]);
      unit.record('progress.item-undone', { enrolmentId, itemId });
      walk.note(itemId, null);
      return doneView(walk, itemId);
    }, actor.userId);
  }

  /** An assignment is due when it is to be handed in: whoever has, has met that, whatever reviews are still to come. */
  async among(items: readonly LearnersItem[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ enrolment_id: string; item_id: string }>(
      `with asked as (select * from unnest($1::uuid[], $2::uuid[]) as asked (enrolment_id, item_id))
       select d.enrolment_id, d.item_id from asked
       join done_mark d on d.enrolment_id = asked.enrolment_id and d.item_id = asked.item_id
       union all
       select asked.enrolment_id, asked.item_id from asked
       join submission_author a on a.enrolment_id = asked.enrolment_id
       join review_round rr on rr.id = a.round_id and rr.item_id = asked.item_id
       join submission s on s.id = a.submission_id and s.handed_in_at is not null and s.excluded_at is null`,
      [items.map(({ enrolmentId }) => enrolmentId), items.map(({ itemId }) => itemId)],
    );
    return new Set(rows.map((row) => doneKey({ enrolmentId: row.enrolment_id, itemId: row.item_id })));
  }

  private async markable(unit: Unit, actor: SignedIn, cohortId: string, itemId: string) {
    const walk = await this.walks.throughLocked(unit, cohortId, actor, 'learns-in-cohort');
    if (walk.row.cancelled_at) throw new Problem('cohort-cancelled');
    const { item } = openItem(walk, itemId, actor);
    // An assignment is done by handing in and reviewing, not by saying so.
    if (!item.countable || item.assignment) throw new Problem('cannot-be-done');
    return { walk, enrolmentId: walk.row.enrolment_id! };
  }
}

function doneView(walk: Walk, itemId: string, completedNow: Date | null = null): DoneView {
  return {
    doneAt: walk.whenDone(itemId)?.toISOString() ?? null,
    progress: walk.progress,
    completedAt: (walk.row.completed_at ?? completedNow)?.toISOString() ?? null,
    next: nextStepView(walk),
  };
}

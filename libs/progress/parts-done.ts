import { Enrolments } from '@kohorte/cohorts';
import { Parts } from '@kohorte/peer-review';
import { type Unit, Work } from '@kohorte/platform';
import { isComplete } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { Walks } from './walks.js';

/** What was handed in and reviewed is evidence: whoever has done their part of an assignment has done its item. */
@Injectable()
export class PartsDone {
  constructor(
    private readonly work: Work,
    private readonly walks: Walks,
    private readonly enrolments: Enrolments,
    private readonly parts: Parts,
  ) {}

  /**
   * Brings the done-mark of one learner in line with their part in a round, however often it runs. What was completed
   * stays completed, and what somebody had done who has left stays as it was.
   */
  async count(roundId: string, enrolmentId: string): Promise<void> {
    await this.work.run(async (unit) => {
      const [learner] = await unit.query<{ item_id: string }>(
        `select r.item_id from review_round r join enrolment e on e.id = $2 and e.cohort_id = r.cohort_id
         where r.id = $1 and e.status in ('active', 'completed') for no key update of e`,
        [roundId, enrolmentId],
      );
      if (!learner) return;
      const isDone = (await this.parts.doneAmong(unit.query, roundId, [enrolmentId], unit.now)).has(enrolmentId);
      if (isDone) await this.mark(unit, enrolmentId, learner.item_id);
      else await this.unmark(unit, enrolmentId, learner.item_id);
    });
  }

  private async mark(unit: Unit, enrolmentId: string, itemId: string): Promise<void> {
    const marked = await unit.query(
      `insert into done_mark (enrolment_id, item_id, done_at) values ($1, $2, $3) on conflict do nothing returning 1`,
      [enrolmentId, itemId, unit.now],
    );
    if (marked.length === 0) return;
    unit.record('progress.item-done', { enrolmentId, itemId });
    const [walk] = await this.walks.ofEnrolments(unit, [enrolmentId]);
    if (!walk || !isComplete(walk.items, walk.done) || !(await this.enrolments.complete(unit, enrolmentId))) return;
    unit.record('progress.cohort-completed', { cohortId: walk.cohortId, enrolmentId });
  }

  private async unmark(unit: Unit, enrolmentId: string, itemId: string): Promise<void> {
    const undone = await unit.query(`delete from done_mark where enrolment_id = $1 and item_id = $2 returning 1`, [
      enrolmentId,
      itemId,
    ]);
    if (undone.length > 0) unit.record('progress.item-undone', { enrolmentId, itemId });
  }
}

import { Enrolments } from '@kohorte/cohorts';
import { Work } from '@kohorte/platform';
import { isComplete } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { Walks } from './walks.js';

/** Attendance is evidence: whoever was at a live session has done its item. */
@Injectable()
export class Attended {
  constructor(
    private readonly work: Work,
    private readonly walks: Walks,
    private readonly enrolments: Enrolments,
  ) {}

  /**
   * Brings the done-marks of a session's item in line with its newest marks of attendance, however often it runs. What
   * was completed stays completed.
   */
  async count(sessionId: string): Promise<void> {
    await this.work.run(async (unit) => {
      await unit.query(
        `select 1 from enrolment where id in (select enrolment_id from session_seat where session_id = $1)
         order by id for no key update`,
        [sessionId],
      );
      const came = await unit.query<{ enrolment_id: string; item_id: string }>(
        `with newest as (
           select distinct on (k.enrolment_id) k.enrolment_id, s.item_id, k.mark
           from attendance_mark k join session s on s.id = k.session_id
           where k.session_id = $1 order by k.enrolment_id, k.id desc
         ), undone as (
           delete from done_mark d using newest n
           where d.enrolment_id = n.enrolment_id and d.item_id = n.item_id and n.mark not in ('present', 'late')
         )
         insert into done_mark (enrolment_id, item_id, done_at)
         select enrolment_id, item_id, $2 from newest where mark in ('present', 'late')
         on conflict do nothing returning enrolment_id, item_id`,
        [sessionId, unit.now],
      );
      for (const { enrolment_id: enrolmentId, item_id: itemId } of came)
        unit.record('progress.item-done', { enrolmentId, itemId });
      if (came.length === 0) return;
      const ids = came.map(({ enrolment_id }) => enrolment_id);
      for (const walk of await this.walks.ofEnrolments(unit, ids)) {
        const { enrolment_id: enrolmentId, cohort_id: cohortId } = walk.row;
        if (!isComplete(walk.items, walk.done) || !(await this.enrolments.complete(unit, enrolmentId!))) continue;
        unit.record('progress.cohort-completed', { cohortId, enrolmentId: enrolmentId! });
      }
    });
  }
}

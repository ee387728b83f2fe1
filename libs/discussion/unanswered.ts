import type { QueryOf, ReplyOf } from '@kohorte/contracts';
import { Database, hours, pageOf, readCursor, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Places } from './places.js';
import { selectThreads, type ThreadRecord, threadRow } from './thread-rows.js';

/** Questions that wait for an answer. */
@Injectable()
export class Unanswered {
  constructor(
    private readonly database: Database,
    private readonly places: Places,
  ) {}

  /**
   * Two statements, the one that waits longest first. What is locked waits for nothing, and what is hidden for a
   * decision; learning groups are there where those who run the cohort may look in.
   */
  async page(
    actor: SignedIn,
    cohortId: string,
    { cursor, limit = 50 }: QueryOf<'GET /cohorts/:cohortId/unanswered'>,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/unanswered'>> {
    const after = readCursor(cursor, 2);
    const place = await this.places.ofCohort(actor, cohortId, 'runs-cohort');
    const { answerTargetHours, trainersSeeGroups } = place.settings;
    const target = hours(answerTargetHours);
    const rows = await this.database.query<ThreadRecord & { sort_key: string; late: number }>(
      `${selectThreads(more)}
       where ${waiting('t', 'first')}
         and ($5::text is null or (t.created_at, t.id) > ($5::timestamptz, $6::uuid))
       order by t.created_at, t.id limit $7`,
      [
        actor.userId,
        place.enrolmentId,
        cohortId,
        trainersSeeGroups,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
        new Date(place.now.getTime() - target),
      ],
    );
    const reader = { userId: actor.userId, runs: place.runs };
    const page = pageOf(
      rows,
      limit,
      (row) => [row.sort_key, row.id],
      (row) => {
        const waits = place.now.getTime() - row.created_at.getTime();
        return {
          thread: threadRow(row, reader),
          waitsHours: Math.max(0, Math.floor(waits / hours(1))),
          late: waits > target,
        };
      },
    );
    return { ...page, targetHours: answerTargetHours, late: rows[0]?.late ?? 0 };
  }
}

/** SQL for whether the thread `t` of the cohort $3, with the first post `p`, waits for an answer and the reader knows. */
const waiting = (t: string, p: string): string => `
  ${t}.cohort_id = $3 and ${t}.deleted_at is null and ${t}.merged_into is null and ${t}.kind = 'question'
    and ${t}.answered_at is null and ${t}.accepted_post_id is null and ${t}.locked_at is null
    and ${p}.deleted_at is null and ${p}.hidden_at is null
    and (${t}.group_id is null or $4
      or exists (select from learning_group_member gm where gm.group_id = ${t}.group_id and gm.user_id = $1))`;

const more = `, t.created_at::text as sort_key, (
    select count(*)::int from thread o left join post op on op.thread_id = o.id and op.number = 1
    where o.created_at < $8 and ${waiting('o', 'op')}) as late`;

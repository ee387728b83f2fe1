import { Database, Live, type Told } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { VotesHint } from './live-fan-out.js';

interface ThreadRow {
  thread_id: string;
  cohort_id: string;
  group_id: string | null;
  module_id: string | null;
  newest_number: number;
  fact: string | null;
  post_number: number | null;
}

/** Facts about one post rather than about its thread. */
const aboutPost = new Set([
  'discussion.post-written',
  'discussion.post-changed',
  'discussion.post-deleted',
  'discussion.post-restored',
  'discussion.post-hidden',
  'discussion.post-endorsed',
  'discussion.endorsement-taken-back',
  'discussion.reports-decided',
  'discussion.reports-reopened',
]);

/** Tells what happens in threads to all processes that have streams. */
@Injectable()
export class LiveTelling {
  constructor(
    private readonly database: Database,
    private readonly live: Live,
  ) {}

  /** Tells that something in a thread is new, as it is today; what a fact caused is told once. */
  async passOn(threadId: string, factId: string | null): Promise<void> {
    const rows = await this.database.query<ThreadRow>(concerned, [threadId, factId]);
    if (rows.length === 0) return;
    await this.live.tell(
      rows.map((row): Told => {
        const isAboutPost = row.post_number !== null && aboutPost.has(row.fact ?? '');
        return {
          kind: isAboutPost ? 'post' : 'thread',
          cohortId: row.cohort_id,
          threadId: row.thread_id,
          groupId: row.group_id,
          userId: null,
          payload: { number: isAboutPost ? row.post_number : row.newest_number, moduleId: row.module_id },
        };
      }),
      factId,
    );
  }

  /** Says that somebody voted, to those who look at the thread; to be called when it is committed. */
  async voted(where: Omit<VotesHint, 'kind'>): Promise<void> {
    await this.live.hint({ kind: 'votes', ...where } satisfies VotesHint);
  }
}

/** The thread $1 and those that the fact $2 also speaks of: where it was merged into, split from, where its post is now. */
const concerned = `
  with cause as (
    select f.name, p.id as post_id, p.thread_id, p.number, (f.payload ->> 'intoId')::uuid as into_id,
      (f.payload ->> 'fromId')::uuid as from_id
    from fact f left join post p on p.id = (f.payload ->> 'postId')::uuid where f.id = $2)
  select t.id as thread_id, t.cohort_id, t.group_id, coalesce(t.module_id, i.module_id) as module_id, t.newest_number,
    cause.name as fact, case when cause.thread_id = t.id then cause.number end as post_number
  from (select $1::uuid as id union select unnest(array[thread_id, into_id, from_id]) from cause) named
  join thread t using (id)
  left join item i on i.id = t.item_id
  left join cause on true`;

import type { ReplyOf } from '@kohorte/contracts';
import { Database, found, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { PlacedThread } from './placed.js';
import { Places } from './places.js';
import { type PostRecord, postView, selectPosts } from './post-rows.js';
import { seenOf, selectThreads, type ThreadRecord, threadRow } from './thread-rows.js';
import { waitOf } from './written.js';

/** A thread as one person sees it. */
@Injectable()
export class ThreadViews {
  constructor(
    private readonly places: Places,
    private readonly database: Database,
  ) {}

  /**
   * Also where it was merged into another, to say so.
   * @throws {Problem} `not-found`, `thread-gone` where it was deleted
   */
  async view(actor: SignedIn, threadId: string): Promise<ReplyOf<'GET /threads/:threadId'>> {
    return this.of(actor, await this.places.ofThread(actor, threadId, 'reads-thread', { merged: true }));
  }

  private async of(actor: SignedIn, placed: PlacedThread): Promise<ReplyOf<'GET /threads/:threadId'>> {
    const { threadId, row, settings, runs, moderates } = placed;
    const slow = runs ? 0 : settings.slowModeSeconds;
    const record = found(
      await this.database.one<ThreadRecord & { first_unread: number | null; wait: number } & Record<string, unknown>>(
        threadStatement,
        [actor.userId, placed.enrolmentId, threadId, placed.now, slow],
      ),
    );
    const accepted = row.accepted_post_id
      ? await this.database.one<PostRecord & Record<string, unknown>>(`${selectPosts('post')} where p.id = $2`, [
          actor.userId,
          row.accepted_post_id,
        ])
      : null;
    return {
      ...threadRow(record, { userId: actor.userId, runs }),
      cohortName: row.cohort_name,
      courseTitle: row.course_title,
      firstUnread: record.first_unread,
      newestNumber: record.newest_number,
      mayPost: placed.mayPost,
      moderates,
      amongThemselves: placed.groupId !== null && !settings.trainersSeeGroups,
      acceptedPost: accepted ? postView(accepted, placed, actor) : null,
      mergedInto: row.merged_into,
      waitSeconds: record.wait,
      guidelines: settings.guidelines,
    };
  }
}

const threadStatement = `${selectThreads(`,
    (select min(u.number) from post u
     where u.thread_id = t.id and u.number > ${seenOf('t')} and u.deleted_at is null) as first_unread,
    case when $5::int > 0 then ${waitOf('$1', 't.cohort_id', '$4', '$5')} else 0 end as wait`)}
  where t.id = $3`;

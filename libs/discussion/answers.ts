import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { PlacedThread } from './placed.js';
import { Places } from './places.js';
import { PostViews } from './post-views.js';
import { ThreadViews } from './thread-views.js';

/** Answers that are accepted or endorsed. */
@Injectable()
export class Answers {
  constructor(
    private readonly work: Work,
    private readonly places: Places,
    private readonly threadViews: ThreadViews,
    private readonly postViews: PostViews,
  ) {}

  /**
   * Who asked, or who moderates; another one is accepted instead of the one before.
   * @throws {Problem} `not-found` also for a post of another thread, and for the question itself; `not-allowed`,
   *   `thread-gone`, `not-a-question`, `post-deleted`
   */
  async accept(
    actor: SignedIn,
    threadId: string,
    postId: BodyOf<'PUT /threads/:threadId/accepted-answer'>['postId'],
  ): Promise<ReplyOf<'PUT /threads/:threadId/accepted-answer'>> {
    await this.work.run(async (unit) => {
      const placed = await this.answerable(actor, threadId, unit);
      const [row] = await unit.query<{ number: number; deleted_at: Date | null; hidden_at: Date | null }>(
        `select number, deleted_at, hidden_at from post where id = $1 and thread_id = $2`,
        [postId, threadId],
      );
      const { number, deleted_at, hidden_at } = found(row);
      if (number === 1) throw new Problem('not-found');
      if (deleted_at || hidden_at) throw new Problem('post-deleted');
      if (placed.row.accepted_post_id === postId) return;
      await unit.query(`update thread set accepted_post_id = $2 where id = $1`, [threadId, postId]);
      unit.record('discussion.answer-accepted', { threadId, postId });
    }, actor.userId);
    return this.threadViews.view(actor, threadId);
  }

  /** @throws {Problem} `not-found`, `not-allowed`, `thread-gone`, `not-a-question` */
  async acceptNone(actor: SignedIn, threadId: string): Promise<ReplyOf<'DELETE /threads/:threadId/accepted-answer'>> {
    await this.work.run(async (unit) => {
      const { row } = await this.answerable(actor, threadId, unit);
      if (!row.accepted_post_id) return;
      await unit.query(`update thread set accepted_post_id = null where id = $1`, [threadId]);
      unit.record('discussion.answer-no-longer-accepted', { threadId, postId: row.accepted_post_id });
    }, actor.userId);
    return this.threadViews.view(actor, threadId);
  }

  /** @throws {Problem} `not-found`, `not-allowed`, `thread-gone`, `post-deleted` */
  async endorse(
    actor: SignedIn,
    postId: string,
    on: BodyOf<'PUT /posts/:postId/endorsement'>['on'],
  ): Promise<ReplyOf<'PUT /posts/:postId/endorsement'>> {
    await this.work.run(async (unit) => {
      const placed = await this.places.ofPost(actor, postId, 'moderates-thread', { unit, lock: true });
      if (placed.row.deleted_at) throw new Problem('post-deleted');
      const [changed] = await unit.query(
        on
          ? `update post set endorsed_at = $2, endorsed_by = $3 where id = $1 and endorsed_at is null returning id`
          : `update post set endorsed_at = null, endorsed_by = null
             where id = $1 and endorsed_at is not null returning id`,
        on ? [postId, unit.now, actor.userId] : [postId],
      );
      if (!changed) return;
      const fact = on ? 'discussion.post-endorsed' : 'discussion.endorsement-taken-back';
      unit.record(fact, { threadId: placed.threadId, postId });
    }, actor.userId);
    return this.postViews.view(actor, postId);
  }

  private async answerable(actor: SignedIn, threadId: string, unit: Unit): Promise<PlacedThread> {
    const placed = await this.places.ofThread(actor, threadId, 'reads-thread', { unit, lock: true });
    if (placed.row.kind !== 'question') throw new Problem('not-a-question');
    if (!placed.isAsker && !placed.moderates) throw new Problem('not-allowed');
    return placed;
  }
}

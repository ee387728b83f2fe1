import type { PostView, ReplyOf, ThreadRow } from '@kohorte/contracts';
import { Problem, type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { LiveTelling } from './live-telling.js';
import { Places } from './places.js';

/** Helpful posts, and questions that others have as well. Each says so once, however often it is said. */
@Injectable()
export class Votes {
  constructor(
    private readonly work: Work,
    private readonly places: Places,
    private readonly liveTelling: LiveTelling,
  ) {}

  /** @throws {Problem} `not-found`, `thread-gone`, `not-a-question`, `own-post` */
  async sayTheSame(actor: SignedIn, threadId: string): Promise<ReplyOf<'PUT /threads/:threadId/same-question'>> {
    return this.countSame(actor, threadId, true);
  }

  async noLongerTheSame(
    actor: SignedIn,
    threadId: string,
  ): Promise<ReplyOf<'DELETE /threads/:threadId/same-question'>> {
    return this.countSame(actor, threadId, false);
  }

  /** @throws {Problem} `not-found`, `thread-gone`, `own-post`, `post-deleted` */
  async findHelpful(actor: SignedIn, postId: string): Promise<ReplyOf<'PUT /posts/:postId/helpful-vote'>> {
    return this.countHelpful(actor, postId, true);
  }

  async noLongerHelpful(actor: SignedIn, postId: string): Promise<ReplyOf<'DELETE /posts/:postId/helpful-vote'>> {
    return this.countHelpful(actor, postId, false);
  }

  private async countSame(actor: SignedIn, threadId: string, on: boolean): Promise<ThreadRow['same']> {
    const { count, cohortId } = await this.work.run(async (unit) => {
      const placed = await this.places.ofThread(actor, threadId, 'reads-thread', { unit, lock: true });
      if (placed.row.kind !== 'question') throw new Problem('not-a-question');
      if (placed.isAsker) throw new Problem('own-post');
      const [row] = await unit.query<{ count: number }>(on ? sayTheSame : takeSameBack, [
        threadId,
        actor.userId,
        ...(on ? [unit.now] : []),
      ]);
      return { count: row!.count, cohortId: placed.cohortId };
    }, actor.userId);
    void this.liveTelling.voted({ cohortId, threadId, number: 1 });
    return { count, mine: on };
  }

  private async countHelpful(actor: SignedIn, postId: string, on: boolean): Promise<PostView['helpful']> {
    const { count, ...where } = await this.work.run(async (unit) => {
      const placed = await this.places.ofPost(actor, postId, 'reads-thread', { unit, lock: true });
      if (placed.isOwn) throw new Problem('own-post');
      if (placed.row.deleted_at) throw new Problem('post-deleted');
      if (!placed.isReadable) throw new Problem('not-found');
      const [row] = await unit.query<{ count: number }>(on ? findHelpful : takeHelpfulBack, [
        postId,
        actor.userId,
        placed.threadId,
        ...(on ? [unit.now] : []),
      ]);
      const { cohortId, threadId } = placed;
      return { count: row!.count, cohortId, threadId, number: placed.row.number };
    }, actor.userId);
    void this.liveTelling.voted(where);
    return { count, mine: on };
  }
}

/** Counts go up or down by what has really come or gone. */
const countSame = (sign: '+' | '-'): string => `
  update thread set same_count = same_count ${sign} (select count(*)::int from changed) where id = $1
  returning same_count as count`;

const sayTheSame = `
  with changed as (
    insert into same_question (thread_id, user_id, said_at) values ($1, $2, $3) on conflict do nothing returning 1)
  ${countSame('+')}`;

const takeSameBack = `
  with changed as (delete from same_question where thread_id = $1 and user_id = $2 returning 1)
  ${countSame('-')}`;

const countHelpful = (sign: '+' | '-'): string => `
  , of_thread as (
    update thread set helpful_count = helpful_count ${sign} (select count(*)::int from changed) where id = $3)
  update post set helpful = helpful ${sign} (select count(*)::int from changed) where id = $1
  returning helpful as count`;

const findHelpful = `
  with changed as (
    insert into post_vote (post_id, user_id, voted_at) values ($1, $2, $4) on conflict do nothing returning 1)
  ${countHelpful('+')}`;

const takeHelpfulBack = `
  with changed as (delete from post_vote where post_id = $1 and user_id = $2 returning 1)
  ${countHelpful('-')}`;

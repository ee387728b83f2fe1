import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { found, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { PlacedThread } from './placed.js';
import { Places } from './places.js';
import { ThreadViews } from './thread-views.js';

/** Locks, pins and moves threads. */
@Injectable()
export class Moderation {
  constructor(
    private readonly work: Work,
    private readonly places: Places,
    private readonly threadViews: ThreadViews,
  ) {}

  async lock(
    actor: SignedIn,
    threadId: string,
    on: BodyOf<'PUT /threads/:threadId/lock'>['on'],
  ): Promise<ReplyOf<'PUT /threads/:threadId/lock'>> {
    return this.decide(actor, threadId, async (unit) => {
      if (await flag(unit, threadId, 'locked_at', on))
        unit.record(on ? 'discussion.thread-locked' : 'discussion.thread-unlocked', { threadId });
    });
  }

  async pin(
    actor: SignedIn,
    threadId: string,
    on: BodyOf<'PUT /threads/:threadId/pin'>['on'],
  ): Promise<ReplyOf<'PUT /threads/:threadId/pin'>> {
    return this.decide(actor, threadId, async (unit) => {
      if (await flag(unit, threadId, 'pinned_at', on))
        unit.record(on ? 'discussion.thread-pinned' : 'discussion.thread-unpinned', { threadId });
    });
  }

  /**
   * Anchors a thread elsewhere in the course as its cohort has it; where neither is named, in the cohort as a whole.
   * @throws {Problem} `not-found` for what is not of this course
   */
  async move(
    actor: SignedIn,
    threadId: string,
    { moduleId, itemId }: BodyOf<'PUT /threads/:threadId/place'>,
  ): Promise<ReplyOf<'PUT /threads/:threadId/place'>> {
    return this.decide(actor, threadId, async (unit, { row }) => {
      const [place] = await unit.query<{ module_id: string | null; item_id: string | null }>(
        `select m.id as module_id, i.id as item_id
         from (select) always
         left join item i on i.id = $2
         left join module m on m.id = coalesce(i.module_id, $1) and m.version_id = $3
         where ($1::uuid is null or m.id = $1) and ($2::uuid is null or (i.id is not null and m.id is not null))`,
        [moduleId, itemId, row.version_id],
      );
      const { module_id, item_id } = found(place);
      if (module_id === row.module_id && item_id === row.item_id) return;
      // A second is one of the video that it was asked about.
      await unit.query(
        `update thread set module_id = $2, item_id = $3,
           at_second = case when item_id is not distinct from $3 then at_second end
         where id = $1`,
        [threadId, module_id, item_id],
      );
      unit.record('discussion.thread-moved', { threadId });
    });
  }

  private async decide(
    actor: SignedIn,
    threadId: string,
    save: (unit: Unit, thread: PlacedThread) => Promise<void>,
  ): Promise<ReplyOf<'GET /threads/:threadId'>> {
    await this.work.run(async (unit) => {
      await save(unit, await this.places.ofThread(actor, threadId, 'moderates-thread', { unit, lock: true }));
    }, actor.userId);
    return this.threadViews.view(actor, threadId);
  }
}

/** Whether anything has changed by it. */
async function flag(unit: Unit, threadId: string, column: 'locked_at' | 'pinned_at', on: boolean): Promise<boolean> {
  const changed = await unit.query(
    `update thread set ${column} = case when $2 then $3::timestamptz end
     where id = $1 and (${column} is not null) <> $2 returning id`,
    [threadId, on, unit.now],
  );
  return changed.length > 0;
}

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { PlacedThread } from './placed.js';
import { Places } from './places.js';
import { recount } from './thread-counts.js';
import { ThreadViews } from './thread-views.js';
import { titleOf } from './titles.js';

/** Merges threads, and splits them. */
@Injectable()
export class ThreadSurgery {
  constructor(
    private readonly work: Work,
    private readonly places: Places,
    private readonly threadViews: ThreadViews,
  ) {}

  /**
   * Posts of the one follow those of the other, in their order and with new numbers, since numbers that are there never
   * change. Votes, answers and files go along with them; who follows the one follows the other; who asked the one has
   * the same question. The old address leads to where they are now.
   * @throws {Problem} `cannot-merge` for threads of different cohorts or groups, or one that was told to a whole cohort
   */
  async merge(
    actor: SignedIn,
    threadId: string,
    into: BodyOf<'POST /threads/:threadId/merge'>['into'],
  ): Promise<ReplyOf<'POST /threads/:threadId/merge'>> {
    const intoId = into.toLowerCase();
    await this.work.run(async (unit) => {
      const [from, to] = await this.both(actor, threadId.toLowerCase(), intoId, unit);
      if (from.cohortId !== to.cohortId || from.groupId !== to.groupId) throw new Problem('cannot-merge');
      if (!['question', 'discussion'].includes(from.row.kind)) throw new Problem('cannot-merge');
      await takeAlongReaders(unit, from, to);
      await unit.query(
        `with moved as (select id, row_number() over (order by number) as nth from post where thread_id = $1)
         update post p set thread_id = $2, number = $3::int + m.nth from moved m where m.id = p.id`,
        [from.threadId, intoId, to.row.newest_number],
      );
      await takeAlongQuestion(unit, from, to);
      await unit.query(`update thread set newest_number = $2::int + $3::int where id = $1`, [
        intoId,
        to.row.newest_number,
        await movedTo(unit, to),
      ]);
      await unit.query(
        `update thread set merged_into = $2, accepted_post_id = null, pinned_at = null, posts = 0 where id = $1`,
        [from.threadId, intoId],
      );
      // What was merged into it before leads straight on.
      await unit.query(`update thread set merged_into = $2 where merged_into = $1`, [from.threadId, intoId]);
      await count(unit, intoId);
      unit.record('discussion.thread-merged', { threadId: from.threadId, intoId });
    }, actor.userId);
    return this.threadViews.view(actor, intoId);
  }

  /**
   * Takes posts out, with the replies below them, into a thread of their own beside the old one. There they count from
   * 1; the gap in the old one stays. Who follows the old one follows the new one too, and has read in it what they had.
   * @throws {Problem} `cannot-split` for the first post, one of another thread, or where a deleted one would come first
   */
  async split(
    actor: SignedIn,
    threadId: string,
    { postIds, title }: BodyOf<'POST /threads/:threadId/split'>,
  ): Promise<ReplyOf<'POST /threads/:threadId/split'>> {
    const newTitle = titleOf(title, actor);
    const newId = await this.work.run(async (unit) => {
      const from = await this.places.ofThread(actor, threadId, 'moderates-thread', { unit, lock: true });
      const taken = await takenOut(unit, from, postIds);
      const newThreadId = unit.ids.next();
      await unit.query(
        `insert into thread (id, cohort_id, module_id, item_id, at_second, group_id, kind, title, author_id, anonymous,
           created_at, active_at, newest_number)
         select $1, t.cohort_id, t.module_id, t.item_id, t.at_second, t.group_id,
           case when t.kind = 'question' then 'question' else 'discussion' end, $3, p.author_id, p.anonymous,
           p.created_at, p.created_at, $5
         from thread t, post p where t.id = $2 and p.id = $4`,
        [newThreadId, from.threadId, newTitle, taken[0], taken.length],
      );
      await unit.query(
        `with read as (
           select m.user_id, count(p.id)::int as number from read_marker m
           join post p on p.id = any ($3::uuid[]) and p.number <= m.number
           where m.thread_id = $1 group by m.user_id
         ), marked as (
           insert into read_marker (user_id, thread_id, number, changed_at) select user_id, $2, number, $4 from read
         )
         insert into following (id, user_id, cohort_id, thread_id, level, changed_at)
         select uuidv7(), user_id, cohort_id, $2, level, $4 from following where thread_id = $1`,
        [from.threadId, newThreadId, taken, unit.now],
      );
      await unit.query(
        `update thread set accepted_post_id = null where id = $1 and accepted_post_id = any ($2::uuid[])`,
        [from.threadId, taken],
      );
      await unit.query(
        `update post p set thread_id = $1, number = o.nth,
           parent_id = case when p.parent_id = any ($2::uuid[]) then p.parent_id end
         from unnest($2::uuid[]) with ordinality as o (id, nth) where p.id = o.id`,
        [newThreadId, taken],
      );
      await count(unit, from.threadId);
      await count(unit, newThreadId);
      unit.record('discussion.thread-split', { threadId: newThreadId, fromId: from.threadId });
      return newThreadId;
    }, actor.userId);
    return this.threadViews.view(actor, newId);
  }

  /** Both threads, locked in the order of their ids, so that two who merge crosswise do not wait for each other. */
  private async both(
    actor: SignedIn,
    fromId: string,
    toId: string,
    unit: Unit,
  ): Promise<[from: PlacedThread, to: PlacedThread]> {
    if (fromId === toId) throw new Problem('cannot-merge');
    const placed = new Map<string, PlacedThread>();
    for (const id of [fromId, toId].sort()) {
      const thread = await this.places.ofThread(actor, id, 'moderates-thread', { unit, lock: true, gone: true });
      if (thread.isGone) throw new Problem('cannot-merge');
      placed.set(id, thread);
    }
    return [placed.get(fromId)!, placed.get(toId)!];
  }
}

/**
 * Who has read the other to its end goes on where they were in this one. Otherwise what is merged is unread, like all
 * that comes before it there.
 */
async function takeAlongReaders(unit: Unit, from: PlacedThread, to: PlacedThread): Promise<void> {
  await unit.query(
    `update read_marker m set number = m.number + r.seen, changed_at = $4
     from (select o.user_id, count(p.id)::int as seen from read_marker o
       join post p on p.thread_id = $1 and p.number <= o.number
       where o.thread_id = $1 group by o.user_id) r
     where m.thread_id = $2 and m.user_id = r.user_id and m.number >= $3`,
    [from.threadId, to.threadId, to.row.newest_number, unit.now],
  );
  await unit.query(`delete from read_marker where thread_id = $1`, [from.threadId]);
  await unit.query(
    `update following f set thread_id = $2 where f.thread_id = $1
       and not exists (select from following o where o.thread_id = $2 and o.user_id = f.user_id)`,
    [from.threadId, to.threadId],
  );
  await unit.query(`delete from following where thread_id = $1`, [from.threadId]);
  // Nothing that is being typed is lost.
  await unit.query(
    `update discussion_draft d set place = 'reply:' || $2::text where d.place = 'reply:' || $1::text
       and not exists (select from discussion_draft o where o.user_id = d.user_id and o.place = 'reply:' || $2::text)`,
    [from.threadId, to.threadId],
  );
}

/** Of two questions: who has the one has the other, and an answer to the one answers the other. */
async function takeAlongQuestion(unit: Unit, from: PlacedThread, to: PlacedThread): Promise<void> {
  if (from.row.kind !== 'question' || to.row.kind !== 'question') return;
  await unit.query(
    `insert into same_question (thread_id, user_id, said_at)
     select $2, user_id, said_at from (
       select user_id, said_at from same_question where thread_id = $1
       union select author_id, created_at from thread where id = $1 and author_id is not null) asking
     where user_id is distinct from $3
     on conflict do nothing`,
    [from.threadId, to.threadId, to.row.asker_id],
  );
  await unit.query(`delete from same_question where thread_id = $1`, [from.threadId]);
  await unit.query(
    `update thread t set accepted_post_id = coalesce(t.accepted_post_id, $2),
       same_count = (select count(*) from same_question s where s.thread_id = t.id)
     where t.id = $1`,
    [to.threadId, from.row.accepted_post_id],
  );
}

/** What a thread keeps of its posts, now that other ones are in it. */
async function count(unit: Unit, threadId: string): Promise<void> {
  await unit.query(
    `update thread t set active_at = coalesce(
       (select max(p.created_at) from post p where p.thread_id = t.id and p.deleted_at is null), t.active_at)
     where t.id = $1`,
    [threadId],
  );
  await recount(unit, threadId);
}

/** How many posts have come to stand behind those that were there. */
async function movedTo(unit: Unit, to: PlacedThread): Promise<number> {
  const [row] = await unit.query<{ moved: number }>(
    `select count(*)::int as moved from post where thread_id = $1 and number > $2`,
    [to.threadId, to.row.newest_number],
  );
  return row!.moved;
}

/** The posts that go, in their order. @throws {Problem} `cannot-split` */
async function takenOut(unit: Unit, { threadId }: PlacedThread, postIds: string[]): Promise<string[]> {
  const rows = await unit.query<{ id: string; number: number; deleted_at: Date | null; asked: boolean }>(
    `select p.id, p.number, p.deleted_at, p.id = any ($2::uuid[]) as asked from post p
     where p.thread_id = $1 and (p.id = any ($2::uuid[]) or p.parent_id = any ($2::uuid[]))
     order by p.number`,
    [threadId, postIds],
  );
  const [first] = rows;
  const isWhole = rows.filter(({ asked }) => asked).length === postIds.length;
  if (!isWhole || !first || first.deleted_at || first.number === 1) throw new Problem('cannot-split');
  return rows.map(({ id }) => id);
}

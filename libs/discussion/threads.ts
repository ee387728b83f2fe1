import type { BodyOf, ReplyOf, ThreadKind } from '@kohorte/contracts';
import { fieldProblem, found, instantSaid, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { PlacedCohort } from './placed.js';
import { Places } from './places.js';
import { ThreadViews } from './thread-views.js';
import { titleOf } from './titles.js';
import { checkAnonymity, checkPace, checkText, writePost } from './written.js';

type Opening = BodyOf<'POST /cohorts/:cohortId/threads'>;

/** Opens threads and changes them. */
@Injectable()
export class Threads {
  constructor(
    private readonly work: Work,
    private readonly places: Places,
    private readonly threadViews: ThreadViews,
  ) {}

  /**
   * Whoever opens a thread follows it and has read it.
   * @throws {Problem} `not-found`, `not-allowed`, `module-not-open`, `invalid-input`, `not-anonymous-here`, `slow-mode`,
   *   `too-many-mentions`, `too-many-files`, `file-missing`, `file-may-tell-who`
   */
  async open(actor: SignedIn, cohortId: string, body: Opening): Promise<ReplyOf<'POST /cohorts/:cohortId/threads'>> {
    checkText(body.text, actor);
    const title = titleOf(body.title, actor);
    const threadId = await this.work.run(async (unit) => {
      const place = await this.places.ofCohort(actor, cohortId, 'reads-cohort', unit);
      const anchor = await anchorOf(unit, place, body, actor);
      checkAnonymity(place, body.anonymous);
      await checkPace(unit, place, actor.userId);
      const id = await insertThread(unit, { cohortId, ...anchor, kind: body.kind, title, authorId: actor.userId, anonymous: body.anonymous ?? false }); // prettier-ignore
      const asker = { userId: actor.userId, anonymous: body.anonymous ?? false };
      const post = await writePost(unit, place, actor, { threadId: id, ...anchor, number: 1, parentId: null, asker }, body); // prettier-ignore
      unit.record('discussion.thread-opened', { threadId: id, postId: post.id });
      return id;
    }, actor.userId);
    return this.threadViews.view(actor, threadId);
  }

  /**
   * Who asked, or who moderates. A question that becomes a discussion has no accepted answer any more.
   * @throws {Problem} `not-found`, `thread-gone`, `not-allowed`, `thread-locked`, `invalid-input`
   */
  async change(
    actor: SignedIn,
    threadId: string,
    body: BodyOf<'PATCH /threads/:threadId'>,
  ): Promise<ReplyOf<'PATCH /threads/:threadId'>> {
    const title = body.title === undefined ? null : titleOf(body.title, actor);
    await this.work.run(async (unit) => {
      const placed = await this.places.ofThread(actor, threadId, 'reads-thread', { unit, lock: true });
      if (!placed.isAsker && !placed.moderates) throw new Problem('not-allowed');
      if (!placed.mayPost) throw new Problem('thread-locked');
      const { kind } = placed.row;
      // Announcements and prompts stay what they are.
      const next = kind === 'question' || kind === 'discussion' ? (body.kind ?? kind) : kind;
      const [changed] = await unit.query(
        `update thread set title = coalesce($2, title), kind = $3,
           accepted_post_id = case when $3 = 'question' then accepted_post_id end
         where id = $1 and (title, kind) is distinct from (coalesce($2, title), $3) returning id`,
        [threadId, title, next],
      );
      if (changed) unit.record('discussion.thread-changed', { threadId });
    }, actor.userId);
    return this.threadViews.view(actor, threadId);
  }
}

/** Where in a cohort a thread belongs. */
interface Anchor {
  moduleId: string | null;
  itemId: string | null;
  atSecond: number | null;
  groupId: string | null;
}

/**
 * The place that somebody asks for, if it is in the cohort and open to them; an item brings its module along.
 * @throws {Problem} `not-found`, `module-not-open`, `invalid-input`
 */
async function anchorOf(unit: Unit, place: PlacedCohort, body: Opening, actor: SignedIn): Promise<Anchor> {
  const { moduleId = null, itemId = null, atSecond = null, groupId = null } = body;
  if (atSecond !== null && !itemId)
    throw new Problem('invalid-input', { errors: [fieldProblem('atSecond', 'invalid', actor.language)] });
  if (!moduleId && !itemId && !groupId) return { moduleId, itemId, atSecond, groupId };
  const [row] = await unit.query<{ module_id: string | null; opens_at: Date | null; in_group: boolean | null }>(
    anchorStatement,
    [moduleId, itemId, groupId, place.row.version_id, place.cohortId, actor.userId, place.enrolmentId],
  );
  const { module_id, opens_at, in_group } = found(row);
  if ((moduleId || itemId) && !module_id) throw new Problem('not-found');
  if (groupId && (in_group === null || !place.readsGroupAs(in_group))) throw new Problem('not-found');
  if (!place.opens(module_id))
    throw new Problem('module-not-open', {
      params: opens_at ? { opensAt: instantSaid(opens_at, actor), instant: opens_at.toISOString() } : { opensAt: '…' },
    });
  return { moduleId: module_id, itemId, atSecond, groupId };
}

/** The module of the version $4 that is $1 and holds the item $2, and how the person $6 stands to the group $3. */
const anchorStatement = `
  select asked.module_id,
    coalesce(
      (select r.opens_at from release r where r.cohort_id = $5 and r.module_id = asked.module_id and r.enrolment_id = $7),
      (select r.opens_at from release r
       where r.cohort_id = $5 and r.module_id = asked.module_id and r.enrolment_id is null)) as opens_at,
    (select exists (select from learning_group_member gm where gm.group_id = g.id and gm.user_id = $6)
     from learning_group g where g.id = $3 and g.cohort_id = $5 and g.dissolved_at is null) as in_group
  from (
    select (
      select m.id from module m left join item i on i.module_id = m.id and i.id = $2::uuid
      where m.version_id = $4 and m.id = coalesce($1::uuid, i.module_id)
        and ($2::uuid is null or i.id is not null)) as module_id) asked`;

/** A thread as it begins, before its first post. */
export interface NewThread {
  cohortId: string;
  kind: ThreadKind;
  title: string;
  authorId: string | null;
  anonymous: boolean;
  moduleId?: string | null;
  itemId?: string | null;
  atSecond?: number | null;
  groupId?: string | null;
}

/** Makes a thread that will have one post, and lets whoever opens it follow it; gives its id. */
export async function insertThread(unit: Unit, thread: NewThread): Promise<string> {
  const threadId = unit.ids.next();
  await unit.query(
    `with made as (
       insert into thread (id, cohort_id, module_id, item_id, at_second, group_id, kind, title, author_id, anonymous,
         created_at, active_at, posts, newest_number)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, 1, 1)),
     followed as (
       insert into following (id, user_id, cohort_id, thread_id, level, changed_at)
       select $12, $9, $2, $1, 'follow', $11 where $9::uuid is not null)
     insert into read_marker (user_id, thread_id, number, changed_at)
     select $9, $1, 1, $11 where $9::uuid is not null`,
    [
      threadId,
      thread.cohortId,
      thread.moduleId ?? null,
      thread.itemId ?? null,
      thread.atSecond ?? null,
      thread.groupId ?? null,
      thread.kind,
      thread.title,
      thread.authorId,
      thread.anonymous,
      unit.now,
      unit.ids.next(),
    ],
  );
  return threadId;
}

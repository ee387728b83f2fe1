import type { BodyOf, FileView, ReplyOf } from '@kohorte/contracts';
import { found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { PlacedPost, PlacedThread } from './placed.js';
import { Places } from './places.js';
import { checkFiles, filesOf, textWithoutFileNames } from './post-files.js';
import { postView } from './post-rows.js';
import { PostViews } from './post-views.js';
import { mentionsIn } from './mentions.js';
import { recount } from './thread-counts.js';
import { checkAnonymity, checkPace, checkText, mentionThem, writePost } from './written.js';

/** Writes, changes, deletes and restores posts. */
@Injectable()
export class Posts {
  constructor(
    private readonly work: Work,
    private readonly places: Places,
    private readonly postViews: PostViews,
  ) {}

  /**
   * Numbers are given under the thread's lock, so that each is given once. A reply to a reply goes below what that one
   * replies to; one to the first post is simply the next post.
   * @throws {Problem} `not-found`, `thread-gone`, `thread-locked`, `not-anonymous-here`, `slow-mode`, `post-deleted`,
   *   `too-many-mentions`, `too-many-files`, `file-missing`, `file-may-tell-who`
   */
  async write(
    actor: SignedIn,
    threadId: string,
    body: BodyOf<'POST /threads/:threadId/posts'>,
  ): Promise<ReplyOf<'POST /threads/:threadId/posts'>> {
    checkText(body.text, actor);
    return this.work.run(async (unit) => {
      const placed = await this.places.ofThread(actor, threadId, 'reads-thread', { unit, lock: true });
      refuseLocked(placed);
      checkAnonymity(placed, body.anonymous);
      await checkPace(unit, placed, actor.userId);
      const { row } = placed;
      const spot = {
        threadId,
        groupId: row.group_id,
        moduleId: row.module_id,
        number: row.newest_number + 1,
        parentId: body.parentId ? await topOf(unit, placed, body.parentId) : null,
        asker: { userId: row.asker_id, anonymous: row.asked_anonymously },
      };
      const post = await writePost(unit, placed, actor, spot, body);
      unit.record('discussion.post-written', { threadId, postId: post.id });
      return postView(post, placed, actor);
    }, actor.userId);
  }

  /**
   * What stood before is kept as a version; the same text again changes nothing.
   * @throws {Problem} `not-found`, `not-allowed`, `thread-gone`, `thread-locked`, `post-deleted`, `too-many-mentions`,
   *   `too-many-files`, `file-missing`, `file-may-tell-who`
   */
  async change(
    actor: SignedIn,
    postId: string,
    body: BodyOf<'PATCH /posts/:postId'>,
  ): Promise<ReplyOf<'PATCH /posts/:postId'>> {
    checkText(body.text, actor);
    await this.work.run(async (unit) => {
      const placed = await this.places.ofPost(actor, postId, 'reads-thread', { unit, lock: true });
      if (!placed.isOwn) throw new Problem('not-allowed');
      refuseLocked(placed);
      const [post] = await unit.query<{ body: string; deleted_at: Date | null }>(
        `select body, deleted_at from post where id = $1`,
        [postId],
      );
      const { body: before, deleted_at } = found(post);
      if (deleted_at) throw new Problem('post-deleted');
      const text = placed.row.anonymous ? await textWithoutFileNames(unit, actor, body, postId) : body.text;
      const isOther = before !== text;
      if (isOther) await rewrite(unit, placed, actor, text);
      const haveFilesChanged = await refile(unit, placed, actor, body);
      if (isOther || haveFilesChanged) unit.record('discussion.post-changed', { threadId: placed.threadId, postId });
    }, actor.userId);
    return this.postViews.view(actor, postId);
  }

  /**
   * A gap stays where it was. With the last post that can be read the thread is deleted too.
   * @throws {Problem} `not-found`, `thread-gone`, `not-allowed` for who has not written it and does not moderate
   */
  async remove(actor: SignedIn, postId: string): Promise<ReplyOf<'DELETE /posts/:postId'>> {
    await this.work.run(async (unit) => {
      const placed = await this.places.ofPost(actor, postId, 'reads-thread', { unit, lock: true, gone: true });
      if (!placed.isOwn && !placed.moderates) throw new Problem('not-allowed');
      const { threadId } = placed;
      const [gone] = await unit.query(
        `update post set deleted_at = $2, deleted_by = $3 where id = $1 and deleted_at is null returning id`,
        [postId, unit.now, actor.userId],
      );
      // Deleted already, perhaps on another device.
      if (!gone) return;
      await recount(unit, threadId);
      if (placed.row.accepted_post_id === postId)
        unit.record('discussion.answer-no-longer-accepted', { threadId, postId });
      unit.record('discussion.post-deleted', { threadId, postId });
    }, actor.userId);
    return this.postViews.view(actor, postId);
  }

  /** @throws {Problem} `not-found`, `not-allowed` for who has not deleted it and does not moderate */
  async restore(actor: SignedIn, postId: string): Promise<ReplyOf<'POST /posts/:postId/restoration'>> {
    await this.work.run(async (unit) => {
      const placed = await this.places.ofPost(actor, postId, 'reads-thread', { unit, lock: true, gone: true });
      const [post] = await unit.query<{ deleted_at: Date | null; deleted_by: string | null }>(
        `select deleted_at, deleted_by from post where id = $1`,
        [postId],
      );
      const { deleted_at, deleted_by } = found(post);
      if (!placed.moderates && (deleted_at ? deleted_by !== actor.userId : !placed.isOwn))
        throw new Problem('not-allowed');
      if (!deleted_at) return;
      await unit.query(`update post set deleted_at = null, deleted_by = null where id = $1`, [postId]);
      await recount(unit, placed.threadId);
      unit.record('discussion.post-restored', { threadId: placed.threadId, postId });
    }, actor.userId);
    return this.postViews.view(actor, postId);
  }
}

/** @throws {Problem} `thread-locked` */
function refuseLocked(placed: PlacedThread): void {
  if (!placed.mayPost) throw new Problem('thread-locked');
}

/** Below which post a reply goes; `null`: below none. */
async function topOf(unit: Unit, placed: PlacedThread, parentId: string): Promise<string | null> {
  const [row] = await unit.query<{ number: number; parent_id: string | null; deleted_at: Date | null }>(
    `select number, parent_id, deleted_at from post where id = $1 and thread_id = $2`,
    [parentId, placed.threadId],
  );
  const { number, parent_id, deleted_at } = found(row);
  if (deleted_at) throw new Problem('post-deleted');
  return parent_id ?? (number === 1 ? null : parentId);
}

async function rewrite(unit: Unit, placed: PlacedPost, actor: SignedIn, text: string): Promise<void> {
  const { postId, row } = placed;
  const { named } = mentionsIn(text);
  await unit.query(
    `with before as (
       insert into post_version (post_id, number, body, written_at)
       select p.id, 1 + (select count(*) from post_version v where v.post_id = p.id), p.body,
         coalesce(p.edited_at, p.created_at)
       from post p where p.id = $1),
     gone as (delete from mention where post_id = $1 and user_id <> all ($2::uuid[]))
     update post set body = $3, edited_at = $4 where id = $1`,
    [postId, named, text, unit.now],
  );
  if (named.length === 0) return;
  const values: unknown[] = [];
  const naming = { postId, userId: actor.userId, named, groupId: row.group_id, moduleId: row.module_id };
  await unit.query(
    mentionThem(unit.now, placed, naming, (value) => `$${values.push(value)}`),
    values,
  );
}

/** Takes files in that the post names now, and lets go of those that it no longer has. */
async function refile(
  unit: Unit,
  placed: PlacedPost,
  actor: SignedIn,
  body: BodyOf<'PATCH /posts/:postId'>,
): Promise<boolean> {
  const { postId, cohortId } = placed;
  const { fileIds } = body;
  const wanted = filesOf(body);
  if (!fileIds && wanted.length === 0) return false;
  const [changed] = await unit.query<{ times: number }>(
    `with taken as (
       update discussion_file set post_id = $1
       where file_id = any ($2::uuid[]) and user_id = $3 and cohort_id = $4 and post_id is null returning file_id),
     left_out as (
       update discussion_file set post_id = null
       where post_id = $1 and $5::boolean and file_id <> all ($2::uuid[]) returning file_id)
     select (select count(*) from taken)::int + (select count(*) from left_out)::int as times`,
    [postId, wanted, actor.userId, cohortId, fileIds !== undefined],
  );
  const held = await unit.query<Pick<FileView, 'fileId'>>(
    `select file_id as "fileId" from discussion_file where post_id = $1`,
    [postId],
  );
  checkFiles(fileIds ?? [], held);
  return changed!.times > 0;
}

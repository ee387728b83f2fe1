import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Places } from './places.js';
import { PostViews } from './post-views.js';
import { type Decidable, ReportedPosts } from './reported-posts.js';
import { recount } from './thread-counts.js';

/** Posts that people find out of place, and what is decided. */
@Injectable()
export class Reports {
  constructor(
    private readonly work: Work,
    private readonly places: Places,
    private readonly postViews: PostViews,
    private readonly reportedPosts: ReportedPosts,
  ) {}

  /**
   * Each person counts once for a post, whatever they write and how often; also after it was decided that it stays.
   * It is hidden once so many have reported it as the cohort says, at once where somebody who moderates does.
   * @throws {Problem} `own-post`, `post-deleted`
   */
  async report(
    actor: SignedIn,
    postId: string,
    { kind, note }: BodyOf<'POST /posts/:postId/reports'>,
  ): Promise<ReplyOf<'POST /posts/:postId/reports'>> {
    await this.work.run(async (unit) => {
      const post = await this.places.ofPost(actor, postId, 'reads-thread', { unit, lock: true });
      if (post.isOwn) throw new Problem('own-post');
      const before = await stateOf(unit, post);
      if (before.deleted_at) throw new Problem('post-deleted');
      const made = await unit.query(
        `insert into post_report (post_id, user_id, kind, note, reported_at) values ($1, $2, $3, $4, $5)
         on conflict (post_id, user_id) do nothing returning post_id`,
        [postId, actor.userId, kind, note || null, unit.now],
      );
      if (made.length === 0) return;
      const [after] = await unit.query<PostState>(
        `update post set reports = reports + 1,
           hidden_at = case when hidden_at is null and ($2 or reports + 1 >= $3) then $4::timestamptz else hidden_at end
         where id = $1 returning deleted_at, hidden_at`,
        [postId, post.moderates, post.settings.hideAfterReports, unit.now],
      );
      const { threadId } = post;
      unit.record('discussion.post-reported', { threadId, postId });
      if (before.hidden_at || !after!.hidden_at) return;
      unit.record('discussion.post-hidden', { threadId, postId });
    }, actor.userId);
    return this.postViews.view(actor, postId);
  }

  /**
   * `keep` shows it again; `remove` deletes it, so that it can be restored; `reopen` takes the last decision back. In a
   * learning group that is among itself only what was reported is there to decide on.
   */
  async decide(
    actor: SignedIn,
    postId: string,
    decision: BodyOf<'PUT /posts/:postId/moderation'>['decision'],
  ): Promise<ReplyOf<'PUT /posts/:postId/moderation'>> {
    const onlyThis = await this.work.run(async (unit) => {
      const withheld = await this.reportedPosts.withheld(unit, actor, postId);
      const post =
        withheld ?? (await this.places.ofPost(actor, postId, 'decides-reports', { unit, lock: true, gone: true }));
      if (decision === 'reopen') await reopen(unit, post);
      else await settle(unit, post, decision === 'remove' ? actor.userId : null);
      return withheld;
    }, actor.userId);
    return onlyThis ? this.reportedPosts.view(actor, onlyThis) : this.postViews.view(actor, postId);
  }
}

interface PostState {
  deleted_at: Date | null;
  hidden_at: Date | null;
}

/** How the post is now that its thread is locked. */
async function stateOf(unit: Unit, { postId }: Pick<Decidable, 'postId'>): Promise<PostState> {
  const [state] = await unit.query<PostState>(`select deleted_at, hidden_at from post where id = $1 for update`, [
    postId,
  ]);
  return state!;
}

/** Decides all that is reported about a post; it is deleted where `removedBy` says by whom. */
async function settle(unit: Unit, post: Decidable, removedBy: string | null): Promise<void> {
  const { threadId, postId } = post;
  const { deleted_at, hidden_at } = await stateOf(unit, post);
  const decided = await unit.query(
    `update post_report set decided_at = $2 where post_id = $1 and decided_at is null returning user_id`,
    [postId, unit.now],
  );
  const removes = removedBy !== null && !deleted_at;
  await unit.query(
    `update post set reports = 0, hidden_at = null,
       deleted_at = case when $2 then $3::timestamptz else deleted_at end,
       deleted_by = case when $2 then $4::uuid else deleted_by end
     where id = $1`,
    [postId, removes, unit.now, removedBy],
  );
  if (decided.length > 0 || hidden_at) unit.record('discussion.reports-decided', { threadId, postId });
  if (!removes) return;
  await recount(unit, threadId);
  if (post.row.accepted_post_id === postId) unit.record('discussion.answer-no-longer-accepted', { threadId, postId });
  unit.record('discussion.post-deleted', { threadId, postId });
}

/**
 * Takes the last decision back: what it decided is open again, so that the post is hidden if that is enough to hide it,
 * and there again if it was deleted by it.
 */
async function reopen(unit: Unit, post: Decidable): Promise<void> {
  const { threadId, postId, settings, cohortId } = post;
  await stateOf(unit, post);
  const [reopened] = await unit.query<{ reports: number; by_runner: boolean; decided_at: Date }>(
    `with last as (select max(decided_at) as at from post_report where post_id = $1),
     opened as (
       update post_report r set decided_at = null from last where r.post_id = $1 and r.decided_at = last.at
       returning r.user_id)
     select (select at from last) as decided_at,
       (select count(*)::int from (
         select user_id from opened
         union select user_id from post_report where post_id = $1 and decided_at is null) open) as reports,
       exists (select from opened o join app_user u on u.id = o.user_id where 'admin' = any (u.roles)
         or exists (select from cohort_trainer t where t.cohort_id = $2 and t.user_id = u.id)) as by_runner
     from last where at is not null`,
    [postId, cohortId],
  );
  if (!reopened) return;
  const { reports, by_runner, decided_at } = reopened;
  const hides = by_runner || reports >= settings.hideAfterReports;
  const [before] = await unit.query<{ restored: boolean }>(
    `update post p set reports = $2, hidden_at = case when $3 then coalesce(p.hidden_at, $4) end,
       deleted_at = case when p.deleted_at = $5 then null else p.deleted_at end,
       deleted_by = case when p.deleted_at = $5 then null else p.deleted_by end
     from post o where p.id = $1 and o.id = p.id returning coalesce(o.deleted_at = $5, false) as restored`,
    [postId, reports, hides, unit.now, decided_at],
  );
  unit.record('discussion.reports-reopened', { threadId, postId });
  if (!before!.restored) return;
  await recount(unit, threadId);
  unit.record('discussion.post-restored', { threadId, postId });
}

import type { BodyOf, ModerationRow, ReplyOf } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { Database, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { type PlacedPost, PlacedThread, type ThreadRow } from './placed.js';
import { Places } from './places.js';
import { type PostRecord, postView, selectPosts } from './post-rows.js';
import { PostViews } from './post-views.js';
import { recount } from './thread-counts.js';

/** As many as a trainer looks through at a time; the rest follows when these are decided. */
const mostInQueue = 200;

/** Posts that people find out of place, and what is decided. */
@Injectable()
export class Reports {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly places: Places,
    private readonly postViews: PostViews,
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

  /** `keep` shows it again; `remove` deletes it, so that it can be restored; `reopen` takes the last decision back. */
  async decide(
    actor: SignedIn,
    postId: string,
    decision: BodyOf<'PUT /posts/:postId/moderation'>['decision'],
  ): Promise<ReplyOf<'PUT /posts/:postId/moderation'>> {
    await this.work.run(async (unit) => {
      const post = await this.places.ofPost(actor, postId, 'moderates-thread', { unit, lock: true, gone: true });
      if (decision === 'reopen') await reopen(unit, post);
      else await settle(unit, post, decision === 'remove' ? actor.userId : null);
    }, actor.userId);
    return this.postViews.view(actor, postId);
  }

  /** Those reported last come first. What is said in learning groups is there only for those who may look in. */
  async queue(actor: SignedIn, cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/moderation-queue'>> {
    const place = await this.places.ofCohort(actor, cohortId, 'runs-cohort');
    const rows = await this.database.query<QueueRow>(
      `select p.id, r.reports, t.id as thread_id, t.module_id, t.item_id, t.group_id, t.kind, t.title,
         t.author_id as asker_id, t.anonymous as asked_anonymously, t.posts, t.newest_number, t.answered_at,
         t.accepted_post_id, t.locked_at, t.deleted_at as thread_deleted_at, t.merged_into,
         exists (select from learning_group_member gm where gm.group_id = t.group_id and gm.user_id = $2) as in_group
       from post p join thread t on t.id = p.thread_id
       cross join lateral (
         select max(x.reported_at) as newest,
           coalesce(json_agg(json_build_object('kind', x.kind, 'note', x.note, 'at', x.reported_at,
             'by', (select ${personView('u')} from app_user u where u.id = x.user_id)) order by x.reported_at), '[]')
             as reports
         from post_report x where x.post_id = p.id and x.decided_at is null) r
       where p.cohort_id = $1 and p.deleted_at is null and (p.reports > 0 or p.hidden_at is not null)
         and t.deleted_at is null and t.merged_into is null
         and (t.group_id is null or $3
           or exists (select from learning_group_member gm where gm.group_id = t.group_id and gm.user_id = $2))
       order by coalesce(r.newest, p.hidden_at) desc, p.id limit $4`,
      [cohortId, actor.userId, place.settings.trainersSeeGroups, mostInQueue],
    );
    const posts = await this.database.query<PostRecord>(
      selectPosts(`(select * from post where id = any ($2::uuid[]))`),
      [actor.userId, rows.map(({ id }) => id)],
    );
    const byId = new Map(posts.map((post) => [post.id, post]));
    return rows.map((row): ModerationRow => {
      const thread = new PlacedThread({ ...place.row, ...row }, actor, place.now);
      return {
        post: postView(byId.get(row.id)!, thread, actor),
        threadTitle: row.title,
        reports: row.reports.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
      };
    });
  }
}

interface PostState {
  deleted_at: Date | null;
  hidden_at: Date | null;
}

interface QueueRow extends ThreadRow {
  id: string;
  reports: ModerationRow['reports'];
}

/** How the post is now that its thread is locked. */
async function stateOf(unit: Unit, { postId }: PlacedPost): Promise<PostState> {
  const [state] = await unit.query<PostState>(`select deleted_at, hidden_at from post where id = $1 for update`, [
    postId,
  ]);
  return state!;
}

/** Decides all that is reported about a post; it is deleted where `removedBy` says by whom. */
async function settle(unit: Unit, post: PlacedPost, removedBy: string | null): Promise<void> {
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
async function reopen(unit: Unit, post: PlacedPost): Promise<void> {
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

import type { ModerationRow, PostView, ReplyOf } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { Database, found, type SignedIn, type Unit } from '@kohorte/platform';
import { may } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { type PlacedCohort, type PlacedPost, PlacedThread, type ThreadRow } from './placed.js';
import { Places } from './places.js';
import { type PostRecord, postView, selectPosts } from './post-rows.js';

/** As many as a trainer looks through at a time; the rest follows when these are decided. */
const mostInQueue = 200;

/** What is known of a post when what is reported about it is decided. */
export interface Decidable extends Pick<PlacedPost, 'threadId' | 'postId' | 'cohortId'> {
  settings: Pick<PlacedPost['settings'], 'hideAfterReports'>;
  row: Pick<PlacedPost['row'], 'accepted_post_id'>;
}

/**
 * Reported posts as those see them who decide. In a learning group that is among itself they see such a post with who
 * wrote it, and nothing else of what is said there.
 */
@Injectable()
export class ReportedPosts {
  constructor(
    private readonly database: Database,
    private readonly places: Places,
  ) {}

  /** Those reported last come first. */
  async queue(actor: SignedIn, cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/moderation-queue'>> {
    const place = await this.places.ofCohort(actor, cohortId, 'runs-cohort');
    return this.rows(actor, place, queued, [cohortId, mostInQueue]);
  }

  /** One that `withheld` gave, also after it was decided. */
  async view(actor: SignedIn, { cohortId, postId }: Decidable): Promise<PostView> {
    const place = await this.places.ofCohort(actor, cohortId, 'runs-cohort');
    const [row] = await this.rows(actor, place, `p.id = $2`, [postId]);
    return found(row).post;
  }

  /**
   * A post whose thread the actor may not read though they run its cohort, as long as they may decide on it; `null` for
   * all others. Its thread is locked, as by `Places.ofPost`.
   */
  async withheld(unit: Unit, actor: SignedIn, postId: string): Promise<Decidable | null> {
    const [row] = await unit.query<WithheldRow>(withheldStatement, [actor.userId, postId]);
    if (!row) return null;
    const standing = { trainsCohort: row.trains, readsGroup: false, wasReported: row.reported };
    if (!may('decides-reports', actor, standing)) return null;
    const { thread_id: threadId, cohort_id: cohortId, hide_after_reports: hideAfterReports } = row;
    return { threadId, postId, cohortId, settings: { hideAfterReports }, row };
  }

  private async rows(
    actor: SignedIn,
    place: PlacedCohort,
    chosen: string,
    values: readonly unknown[],
  ): Promise<ModerationRow[]> {
    const rows = await this.database.query<ReportedRow>(`${reported} where ${chosen}`, [actor.userId, ...values]);
    const posts = await this.database.query<PostRecord>(
      selectPosts(`(select * from post where id = any ($2::uuid[]))`),
      [actor.userId, rows.map(({ id }) => id)],
    );
    const byId = new Map(posts.map((post) => [post.id, post]));
    return rows.map((row) => rowView(row, byId.get(row.id)!, place, actor));
  }
}

interface ReportedRow extends Omit<ThreadRow, 'module_open'> {
  id: string;
  group_name: string | null;
  reports: ModerationRow['reports'];
}

interface WithheldRow {
  thread_id: string;
  cohort_id: string;
  accepted_post_id: string | null;
  hide_after_reports: number;
  trains: boolean;
  reported: boolean;
}

function rowView(row: ReportedRow, post: PostRecord, place: PlacedCohort, actor: SignedIn): ModerationRow {
  const mayLookIn = row.group_id === null || place.readsGroupAs(row.in_group);
  // This one post they see as they would if the group let them look in.
  const there = { ...place.row, ...row, module_open: true, in_group: row.in_group || !mayLookIn };
  const view = postView(post, new PlacedThread(there, actor, place.now), actor);
  return {
    post: mayLookIn ? view : { ...view, may: { edit: false, remove: false, restore: false, accept: false } },
    // The first post is all that its title says, too; of any other the title is somebody else's.
    threadTitle: mayLookIn || post.number === 1 ? row.title : null,
    groupName: row.group_name,
    mayLookIn,
    reports: row.reports.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  };
}

/** What stands about the reported posts `p`, as the person $1 sees it. */
const reported = `
  select p.id, r.reports, t.id as thread_id, t.module_id, t.item_id, t.group_id, t.kind, t.title,
    t.author_id as asker_id, t.anonymous as asked_anonymously, t.posts, t.newest_number, t.answered_at,
    t.accepted_post_id, t.locked_at, t.deleted_at as thread_deleted_at, t.merged_into, g.name as group_name,
    exists (select from learning_group_member gm where gm.group_id = t.group_id and gm.user_id = $1) as in_group
  from post p join thread t on t.id = p.thread_id
  left join learning_group g on g.id = t.group_id
  cross join lateral (
    select max(x.reported_at) as newest,
      coalesce(json_agg(json_build_object('kind', x.kind, 'note', x.note, 'at', x.reported_at,
        'by', (select ${personView('u')} from app_user u where u.id = x.user_id)) order by x.reported_at), '[]')
        as reports
    from post_report x where x.post_id = p.id and x.decided_at is null) r`;

const queued = `
  p.cohort_id = $2 and p.deleted_at is null and (p.reports > 0 or p.hidden_at is not null)
    and t.deleted_at is null and t.merged_into is null
  order by coalesce(r.newest, p.hidden_at) desc, p.id limit $3`;

/** Also what was decided: that can be taken back. */
const withheldStatement = `
  select t.id as thread_id, t.cohort_id, t.accepted_post_id, s.hide_after_reports,
    exists (select from cohort_trainer k where k.cohort_id = t.cohort_id and k.user_id = $1) as trains,
    p.reports > 0 or p.hidden_at is not null
      or exists (select from post_report r where r.post_id = p.id) as reported
  from post p join thread t on t.id = p.thread_id
  join discussion_setting s on s.cohort_id = t.cohort_id and not s.trainers_see_groups
  where p.id = $2 and t.group_id is not null
    and not exists (select from learning_group_member gm where gm.group_id = t.group_id and gm.user_id = $1)
  for update of t`;

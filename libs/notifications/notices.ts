import {
  type NoticeKind,
  noticeKinds,
  type NoticesQuery,
  type NoticeView,
  type NotificationsView,
  topicOf,
} from '@kohorte/contracts';
import { Database, found, pageOf, readCursor, type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { aboutAssignment } from './about-assignment.js';
import { postKindList, readsThread } from './about-post.js';
import { subjectColumns, subjectJoins, type SubjectRow } from './subjects.js';

/** What a person is told in the app: what was told to their cohorts, and what was told to them alone. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
  ) {}

  async list(actor: SignedIn, { cursor, limit = 30, topic, only }: NoticesQuery): Promise<NotificationsView> {
    const after = readCursor(cursor, 2);
    const kinds = topic ? noticeKinds.filter((kind) => topicOf[kind] === topic) : null;
    const rows = await this.database.query<NoticeRow>(
      `select t.id, t.kind, t.created_at, ${isUnread} as unread, ${subjectColumns}
       from (select * from (${toldTo}) t
             where ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
               and ($5::text[] is null or kind = any ($5)) and ($6::boolean is null or ${isUnread}) and ${isShown}
             order by created_at desc, id desc limit $4) t
       ${subjectJoins}
       order by t.created_at desc, t.id desc`,
      [actor.userId, after?.[0] ?? null, after?.[1] ?? null, limit + 1, kinds, only ? true : null],
    );
    const page = pageOf(rows, limit, (row) => [row.created_at.toISOString(), row.id], noticeView);
    return { ...page, unread: await this.unread(actor) };
  }

  async unread({ userId }: SignedIn): Promise<number> {
    const row = await this.database.one<{ unread: number }>(
      `select count(*)::int as unread from (${toldTo}) t where ${isUnread} and ${isShown}`,
      [userId],
    );
    return row?.unread ?? 0;
  }

  /** Marks everything up to an instant as read; never takes a mark back. */
  async markRead(actor: SignedIn, upTo: string): Promise<number> {
    await this.work.run(
      (unit) =>
        unit.query(
          `insert into notification_setting (user_id, read_up_to) values ($1, least($2::timestamptz, $3))
           on conflict (user_id) do update
           set read_up_to = greatest(notification_setting.read_up_to, excluded.read_up_to)`,
          [actor.userId, upTo, unit.now],
        ),
      actor.userId,
    );
    return this.unread(actor);
  }

  /** Marks one notice as read, whether it was told to one person or to a cohort. @throws {Problem} `not-found` */
  async markOneRead(actor: SignedIn, noticeId: string): Promise<number> {
    const [marked] = await this.work.run(
      (unit) =>
        unit.query<{ id: string }>(
          `with told as (select id from (${toldTo}) t where id = $2),
           personal as (update notice set read_at = coalesce(read_at, $3) where id = $2 and user_id = $1 returning id),
           shared as (insert into broadcast_read (user_id, broadcast_id, read_at)
             select $1, b.id, $3 from broadcast b where b.id in (select id from told)
             on conflict do nothing)
           select id from told`,
          [actor.userId, noticeId, unit.now],
        ),
      actor.userId,
    );
    found(marked);
    return this.unread(actor);
  }
}

/** Everything told to person $1; what a cohort was told before they came is not news to them. */
const toldTo = `
  select n.id, n.kind, n.subject_id, n.once_key, n.user_id, n.created_at, n.after_number, n.read_at
  from notice n where n.user_id = $1
  union all
  select b.id, b.kind, b.subject_id, b.once_key, e.user_id, b.created_at, null, (
    select r.read_at from broadcast_read r where r.broadcast_id = b.id and r.user_id = e.user_id)
  from enrolment e join broadcast b on b.cohort_id = e.cohort_id and b.created_at >= e.active_at
  where e.user_id = $1 and e.status in ('active', 'completed')`;

/** Not marked as read, alone or with all up to then; a notice of posts is read with the thread. */
const isUnread = `(t.read_at is null
  and t.created_at > coalesce((select read_up_to from notification_setting where user_id = $1), '-infinity')
  and (t.kind not in (${postKindList}) or not exists (
    select from post p join read_marker m on m.thread_id = p.thread_id and m.user_id = $1
    where p.id = t.subject_id and m.number >= p.number)))`;

/** What is said in threads is told as long as it can be read, by whom it was told to. */
const isShown = `(t.kind not in (${postKindList}) or exists (
  select from post p join thread s on s.id = p.thread_id
  where p.id = t.subject_id and p.deleted_at is null
    and (p.hidden_at is null or t.kind in ('post-hidden', 'own-post-hidden')) and ${readsThread('s', '$1')}))`;

interface NoticeRow extends SubjectRow {
  id: string;
  kind: NoticeKind;
  created_at: Date;
  unread: boolean;
}

function noticeView(row: NoticeRow): NoticeView {
  const assignment = aboutAssignment(row);
  return {
    noticeId: row.id,
    kind: row.kind,
    topic: topicOf[row.kind],
    at: row.created_at.toISOString(),
    read: !row.unread,
    courseTitle: row.course_title,
    cohortId: row.cohort_id,
    cohortName: row.cohort_name,
    courseId: row.course_id,
    importId: row.import_id,
    sessionId: row.session_id,
    sessionTitle: row.session_title,
    itemId: row.item_id,
    itemTitle: row.item_title,
    submissionId: assignment.submissionId,
    owed: assignment.owed,
    moduleTitle: row.module_title,
    step: row.step,
    highlights: row.highlights,
    until: (assignment.until ?? untilOf(row))?.toISOString() ?? null,
    threadId: row.thread_id,
    threadTitle: row.thread_title,
    postNumber: row.post_number,
    posts: row.posts,
    // Of several posts the newest writer would look like all of them.
    writerName: (row.posts ?? 1) > 1 ? null : row.writer_name,
    groupId: row.group_id,
    groupName: row.group_name,
  };
}

function untilOf({ kind, session_starts_at, offer_ends_at, opens_at }: NoticeRow): Date | null {
  return session_starts_at ?? (kind === 'seat-offered' ? offer_ends_at : opens_at);
}

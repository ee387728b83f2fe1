import type { NoticeKind, NoticeView, NotificationSettings, NotificationsView, PageQuery } from '@kohorte/contracts';
import { Database, pageOf, readCursor, type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { aboutAssignment } from './about-assignment.js';
import { subjectColumns, subjectJoins, type SubjectRow } from './subjects.js';

/** What a person is told in the app: what was told to their cohorts, and what was told to them alone. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
  ) {}

  async list(actor: SignedIn, { cursor, limit = 30 }: PageQuery): Promise<NotificationsView> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<NoticeRow>(
      `select t.id, t.kind, t.created_at, t.created_at > coalesce(s.read_up_to, '-infinity') as unread, ${subjectColumns}
       from (select * from (${toldTo}) told
             where $2::timestamptz is null or (created_at, id) < ($2, $3::uuid)
             order by created_at desc, id desc limit $4) t
       left join notification_setting s on s.user_id = $1
       ${subjectJoins}
       order by t.created_at desc, t.id desc`,
      [actor.userId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.created_at.toISOString(), row.id], noticeView);
    return { ...page, unread: await this.unread(actor) };
  }

  async unread({ userId }: SignedIn): Promise<number> {
    const row = await this.database.one<{ unread: number }>(
      `select count(*)::int as unread from (${toldTo}) told
       where created_at > coalesce((select read_up_to from notification_setting where user_id = $1), '-infinity')`,
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

  async settings({ userId }: SignedIn): Promise<NotificationSettings> {
    const row = await this.database.one<NotificationSettings>(
      `select release_mails as "releaseMails", enrolment_mails as "enrolmentMails", review_mails as "reviewMails"
       from notification_setting where user_id = $1`,
      [userId],
    );
    return row ?? { releaseMails: true, enrolmentMails: true, reviewMails: true };
  }

  async changeSettings(actor: SignedIn, asked: Partial<NotificationSettings>): Promise<NotificationSettings> {
    await this.work.run(
      (unit) =>
        unit.query(
          `insert into notification_setting (user_id, release_mails, enrolment_mails, review_mails)
           values ($1, coalesce($2, true), coalesce($3, true), coalesce($4, true))
           on conflict (user_id) do update set
             release_mails = coalesce($2, notification_setting.release_mails),
             enrolment_mails = coalesce($3, notification_setting.enrolment_mails),
             review_mails = coalesce($4, notification_setting.review_mails)`,
          [actor.userId, asked.releaseMails ?? null, asked.enrolmentMails ?? null, asked.reviewMails ?? null],
        ),
      actor.userId,
    );
    return this.settings(actor);
  }
}

/** Everything told to person $1; what a cohort was told before they came is not news to them. */
const toldTo = `
  select n.id, n.kind, n.subject_id, n.once_key, n.user_id, n.created_at from notice n where n.user_id = $1
  union all
  select b.id, b.kind, b.subject_id, b.once_key, e.user_id, b.created_at
  from enrolment e join broadcast b on b.cohort_id = e.cohort_id and b.created_at >= e.active_at
  where e.user_id = $1 and e.status in ('active', 'completed')`;

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
  };
}

function untilOf({ kind, session_starts_at, offer_ends_at, opens_at }: NoticeRow): Date | null {
  return session_starts_at ?? (kind === 'seat-offered' ? offer_ends_at : opens_at);
}

import type { Language, MailQuery, MailRow, MailView, NoticeKind, Page } from '@kohorte/contracts';
import { Config, Database, found, MailTransport, pageOf, readCursor } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { letter } from './letter.js';
import { subjectColumns, subjectJoins, type SubjectRow } from './subjects.js';

/** A mail with everything its text is made of. */
export interface MailRecord extends SubjectRow {
  id: string;
  kind: NoticeKind;
  created_at: Date;
  sent_at: Date | null;
  kept_at: Date | null;
  failed_at: Date | null;
  attempts: number;
  error: string | null;
  email: string;
  given_name: string;
  family_name: string;
  language: Language;
  time_zone: string;
  /** For the link by which a learner answers an invitation. */
  seat_enrolment_id: string | null;
  session_secret: Buffer | null;
}

/** The outbox of mails, as admins read it. */
@Injectable()
export class Mails {
  constructor(
    private readonly database: Database,
    private readonly transport: MailTransport,
    private readonly config: Config,
  ) {}

  async list({ cursor, limit = 50, state }: MailQuery): Promise<Page<MailRow> & { transport: 'smtp' | 'outbox' }> {
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<MailRecord>(
      `${selectMail(`select * from mail
         where ($1::timestamptz is null or (created_at, id) < ($1, $2::uuid)) and ($4::text is null or ${stateOf} = $4)
         order by created_at desc, id desc limit $3`)}
       order by t.created_at desc, t.id desc`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1, state ?? null],
    );
    const page = pageOf(
      rows,
      limit,
      (row) => [row.created_at.toISOString(), row.id],
      (row) => this.row(row),
    );
    return { ...page, transport: this.transport.kind };
  }

  async view(mailId: string): Promise<MailView> {
    const row = found(await this.database.one<MailRecord>(selectMail('select * from mail where id = $1'), [mailId]));
    const { text, html } = letter(row, this.config.publicUrl);
    return { ...this.row(row), text, html };
  }

  private row(row: MailRecord): MailRow {
    return {
      mailId: row.id,
      to: row.email,
      subject: letter(row, this.config.publicUrl).subject,
      kind: row.kind,
      language: row.language,
      createdAt: row.created_at.toISOString(),
      sentAt: (row.sent_at ?? row.kept_at)?.toISOString() ?? null,
      state: row.sent_at ? 'sent' : row.kept_at ? 'kept' : row.failed_at ? 'failed' : 'waiting',
      attempts: row.attempts,
      error: row.error,
    };
  }
}

const stateOf = `case when sent_at is not null then 'sent' when kept_at is not null then 'kept'
  when failed_at is not null then 'failed' else 'waiting' end`;

/** The mails that `which` gives, with everything their text is made of, in one statement. */
export function selectMail(which: string): string {
  return `select t.id, t.kind, t.created_at, t.sent_at, t.kept_at, t.failed_at, t.attempts, t.error,
      u.email::text, u.given_name, u.family_name, u.language, u.time_zone, ses.code_secret as session_secret,
      case when t.kind = 'session-invited' then (select a.enrolment_id from session_seat a
        where a.session_id = t.subject_id and a.user_id = t.user_id and a.left_at is null) end as seat_enrolment_id,
      ${subjectColumns}
    from (select w.*, (select n.after_number from notice n where n.user_id = w.user_id and n.kind = w.kind
            and n.once_key = w.once_key and w.kind in ('thread-post', 'group-post')) as after_number
          from (${which}) w) t join app_user u on u.id = t.user_id
    ${subjectJoins}`;
}

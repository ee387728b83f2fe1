import type { MailQuery, MailRow, MailView, Page } from '@kohorte/contracts';
import { Database, found, MailTransport, pageOf, readCursor } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { digestSubject } from './digest-letter.js';
import { onOneLine, wordsFor } from './letter.js';
import { Letters } from './letters.js';
import { isMessage, type MailRecord, selectMail } from './mail-records.js';

/** The outbox of mails, as admins read it. */
@Injectable()
export class Mails {
  constructor(
    private readonly database: Database,
    private readonly transport: MailTransport,
    private readonly letters: Letters,
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
    const written = (await this.letters.write([row])).get(row.id);
    return { ...this.row(row), text: written?.text ?? '', html: written?.html ?? '' };
  }

  private row(row: MailRecord): MailRow {
    return {
      mailId: row.id,
      to: row.email,
      subject: isMessage(row)
        ? onOneLine(wordsFor(row).subject)
        : digestSubject({ ...row, period_on: row.period_on ?? '' }),
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

import { Clock, Config, Database, later, log, mailsTotal, MailTransport, minutes, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { mootKinds } from './about-assignment.js';
import { goneKinds } from './about-post.js';
import { Letters, type Written } from './letters.js';
import { type MailRecord, selectMail } from './mail-records.js';

interface Ready {
  mail: MailRecord;
  letter: Written;
}

/** Mails read at once; small, so that urgent ones overtake a long list soon. */
const batch = 200;
/** Mails on the wire at once. */
const atOnce = 4;
/** Tries before a mail is given up: with growing pauses, a good day. */
const mostAttempts = 10;

/**
 * Sends what is due. One sender runs at a time (it is a sweep), and each mail is marked the moment the server has
 * taken it: after a crash only what was on the wire just then is in doubt. That is sent again, under the same
 * Message-ID, by which receivers know it.
 */
@Injectable()
export class Delivery {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly transport: MailTransport,
    private readonly letters: Letters,
    private readonly config: Config,
  ) {}

  async sendDue(signal?: AbortSignal): Promise<void> {
    if (this.transport.kind === 'outbox') return this.keepDue();
    for (;;) {
      const due = await this.database.query<MailRecord>(
        selectMail(`select * from mail
          where due_at <= $1 and sent_at is null and kept_at is null and failed_at is null
          order by urgent desc, due_at limit ${batch}`),
        [this.clock.now()],
      );
      if (due.length === 0) return;
      const written = await this.letters.write(due);
      await this.drop(due.filter(({ id }) => !written.get(id)));
      const rest = due
        .flatMap((mail) => (written.get(mail.id) ? [{ mail, letter: written.get(mail.id)! }] : []))
        .values();
      await Promise.all(Array.from({ length: atOnce }, () => this.sendAll(rest, signal)));
      if (signal?.aborted) return;
    }
  }

  /** Without a mail server everything due is laid into the outbox, by one statement, but for what is moot. */
  private async keepDue(): Promise<void> {
    for (let after: string | null = null; ;) {
      const asking: MailRecord[] = await this.database.query<MailRecord>(
        `${selectMail(`select * from mail where due_at <= $1 and sent_at is null and kept_at is null and failed_at is null
           and kind = any ($2) and ($3::uuid is null or id > $3) order by id limit ${batch}`)} order by t.id`,
        [this.clock.now(), [...mootKinds, ...goneKinds, 'digest'], after],
      );
      const written = await this.letters.write(asking);
      await this.drop(asking.filter(({ id }) => !written.get(id)));
      if (asking.length < batch) break;
      after = asking.at(-1)!.id;
    }
    const kept = await this.work.run((unit) =>
      unit.query(
        `with kept as (update mail set kept_at = $1, attempts = 1
           where due_at <= $1 and sent_at is null and kept_at is null and failed_at is null returning 1)
         select count(*)::int as count from kept`,
        [unit.now],
      ),
    );
    mailsTotal.inc({ outcome: 'kept' }, (kept[0] as { count: number }).count);
  }

  private async sendAll(mails: Iterator<Ready>, signal?: AbortSignal): Promise<void> {
    for (let next = mails.next(); !next.done && !signal?.aborted; next = mails.next()) await this.send(next.value);
  }

  /**
   * What is moot asks for what has been done meanwhile, or tells what is gone or no longer the reader's to read: it goes
   * to nobody, and nothing stays of it.
   */
  private async drop(mails: readonly MailRecord[]): Promise<void> {
    if (mails.length === 0) return;
    await this.work.run((unit) => unit.query(`delete from mail where id = any ($1)`, [mails.map(({ id }) => id)]));
    mailsTotal.inc({ outcome: 'moot' }, mails.length);
  }

  private async send({ mail, letter }: Ready): Promise<void> {
    try {
      const { host } = new URL(this.config.publicUrl);
      await this.transport.send({ ...letter, messageId: `<${mail.id}@${host}>` });
      await this.work.run((unit) =>
        unit.query(`update mail set sent_at = $2, attempts = attempts + 1, error = null where id = $1`, [
          mail.id,
          unit.now,
        ]),
      );
      mailsTotal.inc({ outcome: 'sent' });
    } catch (error) {
      await this.putOff(mail, error as Error & { responseCode?: number });
    }
  }

  private async putOff(mail: MailRecord, error: Error & { responseCode?: number }): Promise<void> {
    // 5xx: the server will never take it (RFC 5321, section 4.2.1).
    const isFinal = (error.responseCode ?? 0) >= 500 || mail.attempts + 1 >= mostAttempts;
    log.warn({ mailId: mail.id, err: error.message, isFinal }, 'mail was not sent');
    if (isFinal) mailsTotal.inc({ outcome: 'failed' });
    await this.work.run((unit) =>
      unit.query(`update mail set attempts = attempts + 1, error = $2, due_at = $3, failed_at = $4 where id = $1`, [
        mail.id,
        error.message.slice(0, 500),
        later(unit.now, minutes(2 ** mail.attempts)),
        isFinal ? unit.now : null,
      ]),
    );
  }
}

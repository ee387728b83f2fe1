import { Clock, Config, Database, later, log, mailsTotal, MailTransport, minutes, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { isMoot, mootKinds } from './about-assignment.js';
import { letter } from './letter.js';
import { type MailRecord, selectMail } from './mails.js';
import { answerPath, calendarOf } from './session-mail.js';

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
      const rest = due.values();
      await Promise.all(Array.from({ length: atOnce }, () => this.sendAll(rest, signal)));
      if (signal?.aborted) return;
    }
  }

  /** Without a mail server everything due is laid into the outbox, by one statement, but for what is moot. */
  private async keepDue(): Promise<void> {
    const asking = await this.database.query<MailRecord>(
      selectMail(`select * from mail where due_at <= $1 and sent_at is null and kept_at is null and failed_at is null
        and kind = any ($2)`),
      [this.clock.now(), mootKinds],
    );
    await this.drop(asking.filter((mail) => isMoot(mail, this.clock.now())));
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

  private async sendAll(mails: Iterator<MailRecord>, signal?: AbortSignal): Promise<void> {
    for (let next = mails.next(); !next.done && !signal?.aborted; next = mails.next()) await this.send(next.value);
  }

  /** What is moot asks for what has been done meanwhile: it goes to nobody, and nothing stays of it. */
  private async drop(mails: readonly MailRecord[]): Promise<void> {
    if (mails.length === 0) return;
    await this.work.run((unit) => unit.query(`delete from mail where id = any ($1)`, [mails.map(({ id }) => id)]));
    mailsTotal.inc({ outcome: 'moot' }, mails.length);
  }

  private async send(mail: MailRecord): Promise<void> {
    if (isMoot(mail, this.clock.now())) return this.drop([mail]);
    try {
      const { host } = new URL(this.config.publicUrl);
      await this.transport.send({
        ...letter(mail, this.config.publicUrl, answerPath(mail)),
        calendar: calendarOf(mail, this.config),
        messageId: `<${mail.id}@${host}>`,
        to: mail.email,
        language: mail.language,
      });
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

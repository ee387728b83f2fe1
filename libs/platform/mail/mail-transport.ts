import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config.js';

/** A mail, ready to go. */
export interface OutgoingMail {
  /** The same for every try, so that receivers know a mail they already have. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  /** An invitation or a cancellation that calendar programs act on (RFC 6047). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string } | undefined;
  replyTo?: string | undefined;
  headers?: Record<string, string>;
}

/** Hands mails to the mail server, if there is one. */
@Injectable()
export class MailTransport implements OnModuleDestroy {
  private readonly smtp: Transporter | null;

  constructor(private readonly config: Config) {
    this.smtp = config.smtpUrl
      ? createTransport({
          url: config.smtpUrl,
          pool: true,
          maxConnections: 4,
          maxMessages: 1_000,
          connectionTimeout: 10_000,
          greetingTimeout: 10_000,
          socketTimeout: 30_000,
          disableFileAccess: true,
          disableUrlAccess: true,
        })
      : null;
  }

  /** Where mails go: to a server, or into the outbox that admins read. */
  get kind(): 'smtp' | 'outbox' {
    return this.smtp ? 'smtp' : 'outbox';
  }

  /** Hands a mail over; resolves when the server has taken it. Without a server it does nothing. */
  async send(mail: OutgoingMail): Promise<void> {
    await this.smtp?.sendMail({
      from: this.config.mailFrom,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      ...(mail.calendar
        ? { icalEvent: { method: mail.calendar.method, filename: 'invite.ics', content: mail.calendar.text } }
        : {}),
      ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
      headers: {
        'Content-Language': mail.language,
        'Auto-Submitted': 'auto-generated',
        // Asks Exchange not to answer with absences, to which nobody listens.
        'X-Auto-Response-Suppress': 'OOF, AutoReply',
        ...mail.headers,
      },
    });
  }

  onModuleDestroy(): void {
    this.smtp?.close();
  }
}

import { topicOf } from '@kohorte/contracts';
import { Clock, Config, type OutgoingMail } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { isMoot } from './about-assignment.js';
import { isPostGone } from './about-post.js';
import { digestLetter } from './digest-letter.js';
import { type DigestItem, Digests } from './digests.js';
import { letter } from './letter.js';
import { replyToken, unsubscribeToken } from './mail-links.js';
import { isMessage, type MailRecord, type MessageRecord } from './mail-records.js';
import { answerPath, calendarOf } from './session-mail.js';
import { SigningKeys } from './signing-keys.js';

/** A mail, but for who it is from. */
export type Written = Omit<OutgoingMail, 'messageId'>;

/** Kinds of mail to which an answer becomes a post. */
const answerable: ReadonlySet<string> = new Set(['reply-written', 'mentioned', 'thread-post', 'group-post']);

/** Writes mails from today's truth, many at once. */
@Injectable()
export class Letters {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly keys: SigningKeys,
    private readonly digests: Digests,
  ) {}

  /** Each mail as it is to be sent now; `null` for one that has nothing to say any more. */
  async write(mails: readonly MailRecord[]): Promise<Map<string, Written | null>> {
    const secret = await this.keys.mailLinks();
    const items = await this.digests.itemsOf(
      mails.filter((mail) => !isMessage(mail)).map(({ subject_id }) => subject_id),
    );
    return new Map(
      mails.map((mail) => [
        mail.id,
        isMessage(mail) ? this.message(mail, secret) : this.digest(mail, items.get(mail.subject_id) ?? [], secret),
      ]),
    );
  }

  private message(mail: MessageRecord, secret: Buffer): Written | null {
    if (isMoot(mail, this.clock.now()) || isPostGone(mail)) return null;
    const { publicUrl, inboundMail } = this.config;
    const topic = topicOf[mail.kind];
    const token = topic && unsubscribeToken({ userId: mail.user_id, topic }, secret);
    const mayReply = inboundMail !== null && answerable.has(mail.kind) && mail.is_anonymous === false;
    return {
      ...letter(mail, {
        publicUrl,
        answer: answerPath(mail),
        unsubscribe: token && `${publicUrl}/unsubscribe/${token}`,
        mayReply,
      }),
      calendar: calendarOf(mail, this.config),
      to: mail.email,
      language: mail.language,
      headers: {
        ...(token ? this.oneClick(token) : {}),
        ...(mail.thread_id ? { References: `<thread.${mail.thread_id}@${new URL(publicUrl).host}>` } : {}),
      },
      replyTo: mayReply ? `reply+${replyToken(mail.id, secret)}@${inboundMail.domain}` : undefined,
    };
  }

  private digest(mail: MailRecord, items: readonly DigestItem[], secret: Buffer): Written | null {
    const news = items.filter((item) => !isMoot(item, this.clock.now()));
    // Reviews that are owed are no news by themselves: without anything else nobody is written to.
    if (!news.some(({ section }) => section !== 'reviews')) return null;
    const { publicUrl } = this.config;
    const token = unsubscribeToken({ userId: mail.user_id, topic: 'digest' }, secret);
    return {
      ...digestLetter({ ...mail, period_on: mail.period_on ?? '' }, news, {
        publicUrl,
        unsubscribe: `${publicUrl}/unsubscribe/${token}`,
      }),
      to: mail.email,
      language: mail.language,
      headers: this.oneClick(token),
    };
  }

  /** By these a mail program offers to end such mails with one click (RFC 8058). */
  private oneClick(token: string): Record<string, string> {
    return {
      'List-Unsubscribe': `<${this.config.publicUrl}/api/unsubscriptions/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
  }
}

import { timingSafeEqual } from 'node:crypto';
import { type InboundMail, type Language, longestPost, type ReplyOf } from '@kohorte/contracts';
import { Posts } from '@kohorte/discussion';
import { Config, Database, fingerprint, later, minutes, Problem, type SignedIn, Work } from '@kohorte/platform';
import type { Role } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { addressIn, isAutomatic, ownWords } from './answer-text.js';
import { readReplyToken } from './mail-links.js';
import { SigningKeys } from './signing-keys.js';

/** Whom the mail went to that is answered, and what it was about. */
interface Answered {
  user_id: string;
  email: string;
  roles: Role[];
  manages: string[];
  language: Language;
  time_zone: string;
  kind: string;
  post_id: string;
  thread_id: string;
  is_anonymous: boolean;
}

/**
 * Answers by mail, which become posts of those to whom the mail went. The address says by its signature which mail is
 * answered, the gateway by its secret that it is one; what somebody may write is decided as on every other way.
 */
@Injectable()
export class InboundMails {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly config: Config,
    private readonly keys: SigningKeys,
    private readonly posts: Posts,
  ) {}

  /**
   * Takes a message once, however often it is handed over.
   * @throws {Problem} `not-found` where this is not set up or the secret is wrong, `answer-not-taken`, and what writing
   *   a post throws
   */
  async take(authorization: string | null, mail: InboundMail): Promise<ReplyOf<'POST /inbound-mail'>> {
    this.checkGateway(authorization);
    const text = ownWords(mail.text).slice(0, longestPost);
    if (text === '' || isAutomatic(mail.from, mail.headers ?? {})) throw new Problem('answer-not-taken');
    const answered = await this.answeredBy(mail);
    const before = await this.claim(answered, mail.messageId, text);
    const postId = before ?? (await this.write(answered, mail.messageId, text));
    await this.work.run((unit) =>
      unit.query(`update inbound_answer set post_id = $3 where user_id = $1 and message_id = $2 and post_id is null`, [
        answered.user_id,
        mail.messageId,
        postId,
      ]),
    );
    return { postId };
  }

  private checkGateway(authorization: string | null): void {
    const secret = this.config.inboundMail?.secret;
    const isGateway = secret && timingSafeEqual(fingerprint(authorization ?? ''), fingerprint(`Bearer ${secret}`));
    if (!isGateway) throw new Problem('not-found');
  }

  /**
   * Only who got the mail answers it: a mail that was passed on lets nobody write in another's name. Who has said
   * something anonymously in the thread answers there, where they see under which name.
   */
  private async answeredBy({ to, from }: InboundMail): Promise<Answered> {
    const domain = this.config.inboundMail!.domain;
    const secret = await this.keys.mailLinks();
    const mailId = [...to.matchAll(/reply\+([a-z2-7]{52})@([a-z0-9.-]+)/gi)]
      .filter(([, , at]) => at!.toLowerCase() === domain)
      .map(([, token]) => readReplyToken(token!, secret))
      .find((id) => id !== null);
    const answered = mailId ? await this.database.one<Answered>(selectAnswered, [mailId]) : null;
    if (!answered || answered.is_anonymous || answered.email.toLowerCase() !== addressIn(from))
      throw new Problem('answer-not-taken');
    return answered;
  }

  /**
   * Notes the message, so that it is taken once. Where somebody died on the way it is taken again after a while, unless
   * its post is there.
   * @returns the post that it has become already
   */
  private async claim(answered: Answered, messageId: string, text: string): Promise<string | null> {
    return this.work.run(async (unit) => {
      const [row] = await unit.query<{ post_id: string | null; is_own: boolean; written: string | null }>(
        `insert into inbound_answer as a (user_id, message_id, received_at) values ($1, $2, $3)
         on conflict (user_id, message_id) do update
         set received_at = case when a.post_id is null and a.received_at < $4 then excluded.received_at else a.received_at end
         returning post_id, received_at = $3 as is_own, (
           select p.id from post p where p.thread_id = $5 and p.author_id = $1 and p.body = $6
             and p.created_at > $3::timestamptz - interval '1 day' limit 1) as written`,
        [answered.user_id, messageId, unit.now, later(unit.now, -minutes(2)), answered.thread_id, text],
      );
      if (row!.post_id ?? row!.written) return row!.post_id ?? row!.written;
      if (!row!.is_own) throw new Problem('answer-not-taken');
      return null;
    });
  }

  private async write(answered: Answered, messageId: string, text: string): Promise<string> {
    const isReply = answered.kind === 'reply-written' || answered.kind === 'mentioned';
    try {
      const post = await this.posts.write(actorOf(answered), answered.thread_id, {
        text,
        ...(isReply ? { parentId: answered.post_id } : {}),
      });
      return post.postId;
    } catch (error) {
      await this.work.run((unit) =>
        unit.query(`delete from inbound_answer where user_id = $1 and message_id = $2`, [answered.user_id, messageId]),
      );
      throw error;
    }
  }
}

function actorOf({ user_id, roles, manages, language, time_zone }: Answered): SignedIn {
  return { userId: user_id, roles, manages, language, timeZone: time_zone, sessionId: '' };
}

const selectAnswered = `
  select m.user_id, u.email::text, u.roles, array(select o.id from org_unit o where o.manager_id = u.id) as manages,
    u.language, u.time_zone, m.kind, p.id as post_id, p.thread_id,
    exists (select from post q where q.thread_id = p.thread_id and q.author_id = u.id and q.anonymous) as is_anonymous
  from mail m
  join app_user u on u.id = m.user_id and u.deactivated_at is null
  join post p on p.id = m.subject_id
  where m.id = $1 and m.kind in ('reply-written', 'mentioned', 'thread-post', 'group-post')`;

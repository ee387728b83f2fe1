import type { Language, UnsubscriptionView } from '@kohorte/contracts';
import { Database, found, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { readUnsubscribeToken, type UnsubscribeLink } from './mail-links.js';
import { Preferences } from './preferences.js';
import { SigningKeys } from './signing-keys.js';
import { usualTimes, usualWays } from './usual-ways.js';

/** Ends mails of a topic by the link in one of them, and takes that back; whoever holds the link is not signed in. */
@Injectable()
export class Unsubscriptions {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly preferences: Preferences,
    private readonly keys: SigningKeys,
  ) {}

  async view(token: string): Promise<UnsubscriptionView> {
    const { userId, topic } = await this.read(token);
    const row = found(
      await this.database.one<{ language: Language; mail: string | null; digest: string | null }>(
        `select u.language, p.mail, s.digest from app_user u
         left join notification_preference p on p.user_id = u.id and p.topic = $2
         left join notification_setting s on s.user_id = u.id
         where u.id = $1`,
        [userId, topic],
      ),
    );
    const way = topic === 'digest' ? (row.digest ?? usualTimes.digest) : (row.mail ?? usualWays[topic].mail);
    return { topic, subscribed: way !== 'none', language: row.language };
  }

  async end(token: string): Promise<UnsubscriptionView> {
    return this.set(token, ({ topic, userId }, unit) =>
      topic === 'digest'
        ? this.setDigest(unit, userId, 'none')
        : this.preferences.choose(unit, userId, [{ topic, mail: 'none' }]),
    );
  }

  /** Back to what is usual; what somebody had chosen before is not known any more. Who gets them already keeps theirs. */
  async takeBack(token: string): Promise<UnsubscriptionView> {
    const { subscribed, ...view } = await this.view(token);
    if (subscribed) return { subscribed, ...view };
    return this.set(token, ({ topic, userId }, unit) =>
      topic === 'digest'
        ? this.setDigest(unit, userId, usualTimes.digest)
        : this.preferences.choose(unit, userId, [{ topic, mail: usualWays[topic].mail }]),
    );
  }

  private async set(
    token: string,
    change: (link: UnsubscribeLink, unit: Unit) => Promise<unknown>,
  ): Promise<UnsubscriptionView> {
    const link = await this.read(token);
    await this.view(token);
    await this.work.run((unit) => change(link, unit), link.userId);
    return this.view(token);
  }

  private async setDigest(unit: Unit, userId: string, digest: string): Promise<void> {
    await unit.query(
      `insert into notification_setting (user_id, digest) values ($1, $2)
       on conflict (user_id) do update set digest = excluded.digest`,
      [userId, digest],
    );
  }

  private async read(token: string): Promise<UnsubscribeLink> {
    return found(readUnsubscribeToken(token, await this.keys.mailLinks()));
  }
}

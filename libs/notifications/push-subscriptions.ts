import { isIP } from 'node:net';
import type { ReplyOf, SubscribeToPush } from '@kohorte/contracts';
import { Config, Problem, type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** The browsers that take push messages for somebody. */
@Injectable()
export class PushSubscriptions {
  constructor(
    private readonly work: Work,
    private readonly config: Config,
  ) {}

  /**
   * Takes a browser in. Who signs in on a browser that was another person's takes it over.
   * @throws {Problem} `push-not-set-up`, `push-address-refused`
   */
  async add(
    actor: SignedIn,
    { endpoint, p256dh, auth }: SubscribeToPush,
  ): Promise<ReplyOf<'POST /push-subscriptions'>> {
    if (!this.config.push) throw new Problem('push-not-set-up');
    // Services have names. Where a name leads is looked at whenever something is sent there.
    if (isAddress(new URL(endpoint).hostname)) throw new Problem('push-address-refused');
    const [row] = await this.work.run(
      (unit) =>
        unit.query<{ id: string; created_at: Date }>(
          `insert into push_subscription (id, user_id, endpoint, p256dh, auth, created_at)
           values ($1, $2, $3, $4, $5, $6)
           on conflict on constraint push_subscription_endpoint do update
           set user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth
           returning id, created_at`,
          [unit.ids.next(), actor.userId, endpoint, p256dh, auth, unit.now],
        ),
      actor.userId,
    );
    return { subscriptionId: row!.id, createdAt: row!.created_at.toISOString() };
  }

  /** @throws {Problem} `not-found`, also for somebody else's */
  async remove(actor: SignedIn, subscriptionId: string): Promise<void> {
    const gone = await this.work.run(
      (unit) =>
        unit.query(`delete from push_subscription where id = $1 and user_id = $2 returning id`, [
          subscriptionId,
          actor.userId,
        ]),
      actor.userId,
    );
    if (gone.length === 0) throw new Problem('not-found');
  }

  /** Whoever signs out everywhere has no more told to their browsers, but for those taken in after that. */
  async forgetAll(userId: string): Promise<void> {
    await this.work.run((unit) =>
      unit.query(
        `delete from push_subscription where user_id = $1 and created_at <= (
           select max(recorded_at) from fact
           where name = 'people.signed-out-everywhere' and payload ->> 'userId' = $1::text)`,
        [userId],
      ),
    );
  }
}

const isAddress = (host: string): boolean => isIP(host.replace(/^\[|\]$/g, '')) !== 0;

import { Clock, fingerprint, later, minutes, Problem, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

const allowed = 10;
const remembered = minutes(15);

/**
 * Counts attempts on one account, whether it exists or not, in Postgres: over all processes and restarts.
 * An attempt counts as failed from its begin, so that many at the same moment are no way around.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** @throws {Problem} `too-many-requests`, with the seconds until the next attempt is free */
  async begin(email: string): Promise<void> {
    await this.work.run(async ({ query, now, ids }) => {
      const account = accountHash(email);
      await query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [account.toString('hex')]);
      const failed = await query<{ failedAt: Date }>(
        `select failed_at as "failedAt" from failed_sign_in
         where account_hash = $1 and failed_at > $2 order by failed_at desc limit $3`,
        [account, later(now, -remembered), allowed],
      );
      const oldest = failed[allowed - 1];
      if (oldest) {
        const free = later(oldest.failedAt, remembered).getTime();
        throw new Problem('too-many-requests', { params: { seconds: Math.ceil((free - now.getTime()) / 1_000) } });
      }
      await query(`insert into failed_sign_in (id, account_hash, failed_at) values ($1, $2, $3)`, [
        ids.next(),
        account,
        now,
      ]);
    });
  }

  /** Forgets what failed on the account: its owner has come, or has gone for good. */
  async forget(unit: Unit, email: string): Promise<void> {
    await unit.query(`delete from failed_sign_in where account_hash = $1`, [accountHash(email)]);
  }

  /** Deletes what no longer counts. */
  async clearOld(): Promise<void> {
    const before = later(this.clock.now(), -remembered);
    await this.work.run(({ query }) => query(`delete from failed_sign_in where failed_at <= $1`, [before]));
  }
}

/** What is kept of an address that somebody typed: nothing that can be read. */
function accountHash(email: string): Buffer {
  return fingerprint(email.trim().toLowerCase());
}

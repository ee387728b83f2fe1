import type { SignIn } from '@kohorte/contracts';
import { Database, Problem, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Passwords } from './passwords.js';
import { type OpenedSession, Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

interface Account {
  userId: string;
  email: string;
  passwordHash: string | null;
}

/** Lets people in by e-mail and password. */
@Injectable()
export class SignIns {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Unknown address, deactivated account, account without a password, and wrong password take the same way
   * through, so that neither the answer nor its time tells them apart.
   * @throws {Problem} `wrong-credentials`, `too-many-requests`
   */
  async signIn({ email, password }: SignIn, agent: string): Promise<OpenedSession & { userId: string }> {
    const account = await this.database.one<Account>(
      `select id as "userId", email, password_hash as "passwordHash" from app_user
       where email = $1 and deactivated_at is null`,
      [email],
    );
    // Counted under the address as it is stored: other spellings of it are no further attempts.
    await this.attempts.begin(account?.email ?? email);
    const isRight = await this.passwords.isRight(password, account?.passwordHash ?? null);
    if (!account || !isRight) throw new Problem('wrong-credentials');
    return this.enter(account, agent);
  }

  private enter({ userId, email, passwordHash }: Account, agent: string): Promise<OpenedSession & { userId: string }> {
    return this.work.run(async (unit) => {
      // Meanwhile the password may have been changed or the person deactivated, which has ended all sessions.
      const [same] = await unit.query(
        `select from app_user where id = $1 and password_hash = $2 and deactivated_at is null for share`,
        [userId, passwordHash],
      );
      if (!same) throw new Problem('wrong-credentials');
      await this.attempts.forget(unit, email);
      return { userId, ...(await this.sessions.open(unit, userId, agent)) };
    }, userId);
  }
}

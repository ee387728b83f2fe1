import { type ChangeMe, type ChangePassword, type Language, type MeView, problems } from '@kohorte/contracts';
import { Database, found, Problem, type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { AppUser } from './entities/app-user.entity.js';
import { OneTimeLink } from './entities/one-time-link.entity.js';
import { type PasswordOwner, Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** What people see and change of themselves. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly sessions: Sessions,
  ) {}

  async me(userId: string): Promise<MeView> {
    const me = await this.database.one<MeView>(
      `select id as "userId", email, given_name as "givenName", family_name as "familyName", language,
              time_zone as "timeZone", roles, exists (select from org_unit where manager_id = app_user.id) as "isManager"
       from app_user where id = $1`,
      [userId],
    );
    return found(me);
  }

  /** Changes language or time zone; what is left out stays. */
  async change({ userId }: SignedIn, { language, timeZone }: ChangeMe): Promise<MeView> {
    await this.work.run(async ({ query, record }) => {
      await query(
        `update app_user set language = coalesce($2, language), time_zone = coalesce($3, time_zone) where id = $1`,
        [userId, language, timeZone],
      );
      record('people.user-changed', { userId });
    }, userId);
    return this.me(userId);
  }

  /**
   * Changes the password, signs out everywhere else and lets open links die.
   * @throws {Problem} `wrong-password`, `weak-password`, `too-many-requests`
   */
  async changePassword(
    { userId, sessionId }: SignedIn,
    { current, next }: ChangePassword,
    language: Language,
  ): Promise<void> {
    const user = found(
      await this.database.one<PasswordOwner & { passwordHash: string }>(
        `select email, given_name as "givenName", family_name as "familyName", password_hash as "passwordHash"
         from app_user where id = $1`,
        [userId],
      ),
    );
    await this.attempts.begin(user.email);
    if (!(await this.passwords.isRight(current, user.passwordHash))) throw wrongPassword(language);
    this.passwords.refuseGuessable(next, user, 'next', language);
    const passwordHash = await this.passwords.hash(next);
    await this.work.run(async (unit) => {
      // Only over the very password that was checked: of two changes at once one wins, and the other is told.
      const unchanged = { id: userId, passwordHash: user.passwordHash };
      const { affected } = await unit.manager.update(AppUser, unchanged, { passwordHash });
      if (!affected) throw wrongPassword(language);
      await this.attempts.forget(unit, user.email);
      await this.sessions.endAllOf(unit, userId, sessionId);
      await unit.manager.delete(OneTimeLink, { userId });
      unit.record('people.password-changed', { userId });
    }, userId);
  }
}

function wrongPassword(language: Language): Problem {
  const detail = problems['wrong-password'][language];
  return new Problem('wrong-password', { errors: [{ field: 'current', code: 'wrong-password', detail }] });
}

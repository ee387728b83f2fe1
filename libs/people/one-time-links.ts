import type { Language, OneTimeLinkPurpose, OneTimeLinkView, UseOneTimeLink } from '@kohorte/contracts';
import {
  Chance,
  Clock,
  Config,
  Database,
  fieldProblem,
  fingerprint,
  found,
  hours,
  later,
  Problem,
  type Unit,
  Work,
} from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { AppUser } from './entities/app-user.entity.js';
import { OneTimeLink } from './entities/one-time-link.entity.js';
import { type PasswordOwner, Passwords } from './passwords.js';
import { People } from './people.js';
import { type OpenedSession, Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

const lasts = hours(72);

/** Whose link it is; for the first admin's, nobody's yet. */
interface Link {
  purpose: 'first-admin' | 'set-password';
  user: (PasswordOwner & { userId: string }) | null;
}

/** The person of a first admin, checked to be whole. */
type FirstAdmin = PasswordOwner & { language: Language };

interface Visitor {
  language: Language;
  agent: string;
}

/** Secret links by which somebody gets in without a password, once. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly config: Config,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly sessions: Sessions,
    private readonly people: People,
  ) {}

  /** The address at which the first admin makes their account; `null` once there are people. Older ones die. */
  forFirstAdmin(): Promise<string | null> {
    return this.work.run(async (unit) => {
      if (!(await isEmptyOfPeople(unit))) return null;
      await unit.manager.delete(OneTimeLink, { purpose: 'first-admin' });
      return (await this.make(unit, 'first-admin', null)).url;
    });
  }

  /** A link by which a person sets a password, to be handed on by the admin who made it. Older ones die. */
  forPassword(userId: string, by: string): Promise<OneTimeLinkView> {
    return this.work.run(async (unit) => {
      const lock = { mode: 'pessimistic_write' } as const;
      found(await unit.manager.findOne(AppUser, { where: { id: userId }, lock }));
      await unit.manager.delete(OneTimeLink, { userId });
      unit.record('people.password-link-made', { userId });
      return this.make(unit, 'set-password', userId);
    }, by);
  }

  /** @throws {Problem} `link-used-up`, also for links that never were */
  async purpose(secret: string): Promise<OneTimeLinkPurpose> {
    const { purpose, user } = await this.open(secret);
    return { purpose, email: user?.email ?? null };
  }

  /**
   * Sets the password, makes the first admin where the link is for that, and signs in.
   * @throws {Problem} `link-used-up`, `weak-password`, `invalid-input`
   */
  async use(
    secret: string,
    given: UseOneTimeLink,
    { language, agent }: Visitor,
  ): Promise<OpenedSession & { userId: string }> {
    const { user } = await this.open(secret);
    const owner = user ?? firstAdminOf(given, language);
    this.passwords.refuseGuessable(given.password, owner, 'password', language);
    const passwordHash = await this.passwords.hash(given.password);
    return this.work.run(async (unit) => {
      await this.useUp(unit, secret);
      const userId =
        'userId' in owner
          ? await this.setPassword(unit, owner, passwordHash, given.language)
          : await this.addFirstAdmin(unit, owner, passwordHash);
      return { userId, ...(await this.sessions.open(unit, userId, agent)) };
    }, user?.userId);
  }

  /** Deletes what was used or has expired. */
  async clearUsedUp(): Promise<void> {
    await this.work.run(({ query, now }) =>
      query(`delete from one_time_link where used_at is not null or expires_at <= $1`, [now]),
    );
  }

  private async make(unit: Unit, purpose: Link['purpose'], userId: string | null): Promise<OneTimeLinkView> {
    const secret = this.chance.secret();
    const [createdAt, expiresAt] = [unit.now, later(unit.now, lasts)];
    const id = unit.ids.next();
    await unit.manager.insert(OneTimeLink, {
      id,
      secretHash: fingerprint(secret),
      purpose,
      userId,
      createdAt,
      expiresAt,
    });
    return { url: `${this.config.publicUrl}/link/${secret}`, expiresAt: expiresAt.toISOString() };
  }

  private async open(secret: string): Promise<Link> {
    const link = await this.database.one<Link>(
      `select l.purpose, case when u.id is not null then json_build_object('userId', u.id, 'email', u.email,
                'givenName', u.given_name, 'familyName', u.family_name) end as "user"
       from one_time_link l left join app_user u on u.id = l.user_id
       where l.secret_hash = $1 and l.used_at is null and l.expires_at > $2 and u.deactivated_at is null`,
      [fingerprint(secret), this.clock.now()],
    );
    if (!link) throw new Problem('link-used-up');
    return link;
  }

  /** Of two who use it at the same moment, one is let in. */
  private async useUp(unit: Unit, secret: string): Promise<void> {
    const used = await unit.query(
      `update one_time_link set used_at = $2 where secret_hash = $1 and used_at is null and expires_at > $2 returning id`,
      [fingerprint(secret), unit.now],
    );
    if (used.length === 0) throw new Problem('link-used-up');
  }

  private async setPassword(
    unit: Unit,
    { userId, email }: NonNullable<Link['user']>,
    passwordHash: string,
    language: Language | undefined,
  ): Promise<string> {
    const active = await unit.query(
      `update app_user set password_hash = $2, language = coalesce($3, language)
       where id = $1 and deactivated_at is null returning id`,
      [userId, passwordHash, language],
    );
    if (active.length === 0) throw new Problem('link-used-up');
    await this.sessions.endAllOf(unit, userId);
    await this.attempts.forget(unit, email);
    unit.record('people.password-changed', { userId });
    return userId;
  }

  private async addFirstAdmin(unit: Unit, admin: FirstAdmin, passwordHash: string): Promise<string> {
    // Until this is decided, nobody else comes in by another way.
    await unit.query(`lock table app_user in share row exclusive mode`);
    if (!(await isEmptyOfPeople(unit))) throw new Problem('link-used-up');
    const [userId] = await this.people.insert(unit, [{ ...admin, roles: ['admin'] }], passwordHash);
    return userId!;
  }
}

async function isEmptyOfPeople(unit: Unit): Promise<boolean> {
  const people = await unit.query(`select from app_user limit 1`);
  return people.length === 0;
}

function firstAdminOf({ email, givenName, familyName, language }: UseOneTimeLink, reads: Language): FirstAdmin {
  if (email && givenName && familyName) return { email, givenName, familyName, language: language ?? reads };
  const missing = Object.entries({ email, givenName, familyName }).filter(([, value]) => !value);
  throw new Problem('invalid-input', { errors: missing.map(([field]) => fieldProblem(field, 'isNotEmpty', reads)) });
}

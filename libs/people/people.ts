import type { AddUser, ChangeUser, Language, UserView } from '@kohorte/contracts';
import { found, Problem, type Unit, Work } from '@kohorte/platform';
import type { Role } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { AppUser } from './entities/app-user.entity.js';
import { OneTimeLink } from './entities/one-time-link.entity.js';
import { Directory } from './directory.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Somebody who is to be added. */
export interface Newcomer {
  email: string;
  givenName: string;
  familyName: string;
  jobTitle?: string | null;
  orgUnitId?: string | null;
  language?: Language;
  timeZone?: string;
  roles?: readonly Role[];
}

/** The people of the company: who there is, what they may, and that they leave without a trace. */
@Injectable()
export class People {
  constructor(
    private readonly work: Work,
    private readonly directory: Directory,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
  ) {}

  /** @throws {Problem} `email-taken`, `unit-unknown` */
  async add(newcomer: AddUser, by: string): Promise<UserView> {
    const [userId] = await this.addMany([newcomer], null, by);
    return this.directory.one(userId!);
  }

  /**
   * Adds many people at once, all with the same password (hashed once) or with none.
   * @returns their ids, in the order given
   * @throws {Problem} `email-taken`, `unit-unknown`; then nobody is added
   */
  async addMany(newcomers: readonly Newcomer[], password: string | null, by: string | null = null): Promise<string[]> {
    const passwordHash = password === null ? null : await this.passwords.hash(password);
    return this.work.run((unit) => this.insert(unit, newcomers, passwordHash), by);
  }

  /** Adds people as part of another decision. */
  async insert(unit: Unit, newcomers: readonly Newcomer[], passwordHash: string | null): Promise<string[]> {
    await refuseUnknownUnits(unit, newcomers);
    const people = newcomers.map((newcomer) => ({ ...newcomer, id: unit.ids.next() }));
    const added = await unit.query(
      `insert into app_user (id, email, given_name, family_name, job_title, org_unit_id, language, time_zone, roles,
         password_hash, created_at)
       select id, email, "givenName", "familyName", nullif("jobTitle", ''), "orgUnitId", coalesce(language, 'de'),
         coalesce("timeZone", 'Europe/Berlin'), coalesce(roles, '{}'), $2, $3
       from jsonb_to_recordset($1::jsonb) as n (id uuid, email text, "givenName" text, "familyName" text,
         "jobTitle" text, "orgUnitId" uuid, language text, "timeZone" text, roles text[])
       on conflict (email) do nothing returning id`,
      [JSON.stringify(people), passwordHash, unit.now],
    );
    if (added.length < people.length) throw new Problem('email-taken');
    for (const { id } of people) unit.record('people.user-added', { userId: id });
    return people.map(({ id }) => id);
  }

  /**
   * Changes a person; what is left out stays, `null` takes job title or unit away.
   * @throws {Problem} `not-found`, `unit-unknown`, `last-admin`
   */
  async change(userId: string, change: ChangeUser, by: string): Promise<UserView> {
    await this.work.run(async (unit) => {
      const admins = await lockAdmins(unit);
      const user = found(await lockUser(unit, userId));
      await refuseUnknownUnits(unit, [change]);
      apply(change, user, unit.now);
      refuseNoAdmins(admins, user, user.isActiveAdmin);
      await unit.manager.save(user);
      if (user.deactivatedAt) await this.keepOut(unit, userId);
      unit.record('people.user-changed', { userId });
    }, by);
    return this.directory.one(userId);
  }

  /**
   * Deletes a person for good, with everything that is personal to them; the trail keeps the bare id.
   * @throws {Problem} `not-found`, `last-admin`
   */
  async delete(userId: string, by: string): Promise<void> {
    await this.work.run(async (unit) => {
      const admins = await lockAdmins(unit);
      const user = found(await lockUser(unit, userId));
      refuseNoAdmins(admins, user, false);
      await this.attempts.forget(unit, user.email);
      await unit.manager.delete(AppUser, { id: userId });
      unit.record('people.user-deleted', { userId });
    }, by);
  }

  private async keepOut(unit: Unit, userId: string): Promise<void> {
    await this.sessions.endAllOf(unit, userId);
    await unit.manager.delete(OneTimeLink, { userId });
  }
}

function apply(change: ChangeUser, user: AppUser, now: Date): void {
  user.givenName = change.givenName ?? user.givenName;
  user.familyName = change.familyName ?? user.familyName;
  user.roles = change.roles ?? user.roles;
  if (change.jobTitle !== undefined) user.jobTitle = change.jobTitle || null;
  if (change.orgUnitId !== undefined) user.orgUnitId = change.orgUnitId;
  if (change.deactivated === true) user.deactivatedAt ??= now;
  if (change.deactivated === false) user.deactivatedAt = null;
}

/**
 * Locks those who can run this Kohorte, always in the same order: two admins who take each other's rights at the
 * same moment do it one after the other, and the second sees what the first has done.
 */
async function lockAdmins(unit: Unit): Promise<string[]> {
  const admins = await unit.query<{ id: string }>(
    `select id from app_user where 'admin' = any(roles) and deactivated_at is null order by id for no key update`,
  );
  return admins.map(({ id }) => id);
}

function lockUser(unit: Unit, userId: string): Promise<AppUser | null> {
  return unit.manager.findOne(AppUser, { where: { id: userId }, lock: { mode: 'pessimistic_write' } });
}

/** @throws {Problem} `last-admin` where nobody would be left who can run this Kohorte */
function refuseNoAdmins(admins: string[], { id }: AppUser, staysAdmin: boolean): void {
  const wasAdmin = admins.includes(id);
  if (wasAdmin && !staysAdmin && admins.length === 1) throw new Problem('last-admin');
}

/** @throws {Problem} `unit-unknown` */
async function refuseUnknownUnits(unit: Unit, people: readonly { orgUnitId?: string | null }[]): Promise<void> {
  const named = new Set(people.map(({ orgUnitId }) => orgUnitId).filter((id) => id != null));
  if (named.size === 0) return;
  const known = await unit.query(`select from org_unit where id = any($1::uuid[])`, [[...named]]);
  if (known.length < named.size) throw new Problem('unit-unknown');
}

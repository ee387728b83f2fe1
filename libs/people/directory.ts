import type { Page, PersonView, SearchQuery, UserView } from '@kohorte/contracts';
import { Database, found, pageOf, readCursor } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { personView } from './person-view.js';

type UserRow = Omit<UserView, 'lastSeenAt' | 'deactivatedAt'> & { lastSeenAt: Date | null; deactivatedAt: Date | null };

interface PersonRow {
  person: PersonView;
  familyName: string;
  givenName: string;
}

const userView = `u.id as "userId", u.email, u.given_name || ' ' || u.family_name as name, u.given_name as "givenName",
  u.family_name as "familyName", u.job_title as "jobTitle", u.org_unit_id as "orgUnitId", o.name as unit, u.language,
  u.time_zone as "timeZone", u.roles, u.password_hash is not null as "hasPassword",
  u.deactivated_at as "deactivatedAt",
  (select max(s.seen_at) from user_session s where s.user_id = u.id) as "lastSeenAt"`;

/** Where the list begins: before every name. */
const beginning = ['', '', '00000000-0000-0000-0000-000000000000'];

const anyLimit = 50;
/** Further words of a search are not looked at. */
const mostWords = 4;

/** Finds people by name and address; lists go by family name. */
@Injectable()
export class Directory {
  constructor(private readonly database: Database) {}

  /** Everybody, also who is deactivated, as L&D admins see them. */
  async list({ search, cursor, limit = anyLimit }: SearchQuery): Promise<Page<UserView>> {
    const sought = searchFor(search);
    const rows = await this.database.query<UserRow>(
      `select ${userView} from app_user u left join org_unit o on o.id = u.org_unit_id
       where (u.family_name, u.given_name, u.id) > ($2, $3, $4) ${sought.condition}
       order by u.family_name, u.given_name, u.id limit $1 + 1`,
      [limit, ...(readCursor(cursor, 3) ?? beginning), ...sought.values],
    );
    return pageOf(rows, limit, (row) => [row.familyName, row.givenName, row.userId], asUserView);
  }

  /** Those who are active, as all see them. */
  async find({ search, cursor, limit = anyLimit }: SearchQuery): Promise<Page<PersonView>> {
    const sought = searchFor(search);
    const rows = await this.database.query<PersonRow>(
      `select ${personView('u')} as person, u.family_name as "familyName", u.given_name as "givenName" from app_user u
       where (u.family_name, u.given_name, u.id) > ($2, $3, $4) and u.deactivated_at is null ${sought.condition}
       order by u.family_name, u.given_name, u.id limit $1 + 1`,
      [limit, ...(readCursor(cursor, 3) ?? beginning), ...sought.values],
    );
    const key = (row: PersonRow) => [row.familyName, row.givenName, row.person.userId];
    return pageOf(rows, limit, key, ({ person }) => person);
  }

  /** @throws {Problem} `not-found` */
  async one(userId: string): Promise<UserView> {
    const row = await this.database.one<UserRow>(
      `select ${userView} from app_user u left join org_unit o on o.id = u.org_unit_id where u.id = $1`,
      [userId],
    );
    return asUserView(found(row));
  }
}

function asUserView({ lastSeenAt, deactivatedAt, ...rest }: UserRow): UserView {
  return {
    ...rest,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    deactivatedAt: deactivatedAt?.toISOString() ?? null,
  };
}

/** What is searched, letter by letter as its index holds it. */
const searched = `searchable(u.given_name || ' ' || u.family_name || ' ' || u.email::text)`;

/** A condition, from `$5` on, that each word stands somewhere in name or address, whatever its case and accents. */
function searchFor(search: string | undefined): { condition: string; values: string[] } {
  const words = search?.split(/\s+/).filter(Boolean).slice(0, mostWords) ?? [];
  return {
    condition: words.map((_, i) => `and ${searched} like searchable($${i + 5})`).join(' '),
    values: words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
  };
}

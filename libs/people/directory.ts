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

/** Finds people, by family name. */
@Injectable()
export class Directory {
  constructor(private readonly database: Database) {}

  /** Everybody, also who is deactivated, as L&D admins see them; searched by name and e-mail. */
  async list({ search, cursor, limit = anyLimit }: SearchQuery): Promise<Page<UserView>> {
    const sought = searchIn(`searchable(u.given_name || ' ' || u.family_name || ' ' || u.email::text)`, search);
    const rows = await this.database.query<UserRow>(
      `select ${userView} from app_user u left join org_unit o on o.id = u.org_unit_id
       where (u.family_name, u.given_name, u.id) > ($2, $3, $4) ${sought.condition}
       order by u.family_name, u.given_name, u.id limit $1 + 1`,
      [limit, ...(readCursor(cursor, 3) ?? beginning), ...sought.values],
    );
    return pageOf(rows, limit, (row) => [row.familyName, row.givenName, row.userId], asUserView);
  }

  /** Those who are active, as all see them; searched by name. */
  async find({ search, cursor, limit = anyLimit }: SearchQuery): Promise<Page<PersonView>> {
    const sought = searchIn(`searchable(u.given_name || ' ' || u.family_name)`, search);
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

/**
 * A condition (`$5`, `$6`) that every word sought stands somewhere in the text, whatever its case and accents.
 * The longest word stands apart because only a single pattern can use the index.
 */
function searchIn(text: string, search: string | undefined): { condition: string; values: unknown[] } {
  const words = search?.split(/\s+/).filter(Boolean).slice(0, 8) ?? [];
  if (words.length === 0) return { condition: '', values: [] };
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`).sort((a, b) => b.length - a.length);
  return {
    condition: `and ${text} like searchable($5) and ${text} like all (select searchable(p) from unnest($6::text[]) p)`,
    values: [patterns[0], patterns],
  };
}

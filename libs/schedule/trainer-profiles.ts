import type {
  ChangeTrainerProfile,
  Page,
  ResourceTags,
  SearchQuery,
  TrainerProfileView,
  TrainerRow,
} from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { Database, found, pageOf, readCursor, type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { refuseUnknownSites } from './sites.js';

/** Who changes something, as far as it matters here. */
type Changer = Pick<SignedIn, 'userId' | 'language'>;

type Row = Omit<TrainerRow, keyof TrainerRow & ('userId' | 'name' | 'jobTitle' | 'unit')> & {
  person: Pick<TrainerRow, 'userId' | 'name' | 'jobTitle' | 'unit'>;
  familyName: string;
  givenName: string;
};

const profileView = `json_build_object('qualifications', coalesce(t.qualifications, '{}'),
  'mostPerDay', t.most_per_day, 'mostPerWeek', t.most_per_week, 'travelsTo', coalesce(t.travels_to, '{}'))`;

/** Everybody who may lead sessions. */
const trainers = `select ${personView('u')} as person, u.family_name as "familyName", u.given_name as "givenName",
    w.site_id as "siteId", w.hours, ${profileView} as profile
  from app_user u left join work_pattern w on w.user_id = u.id left join trainer_profile t on t.user_id = u.id
  where u.roles && array['trainer', 'admin'] and u.deactivated_at is null`;

/** Where the list begins: before every name. */
const beginning = ['', '', '00000000-0000-0000-0000-000000000000'];

/** What trainers are qualified for, how much they do, and where they travel. */
@Injectable()
export class TrainerProfiles {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
  ) {}

  /** By family name; found by name, job title or qualification. */
  async list({ search, cursor, limit = 50 }: SearchQuery): Promise<Page<TrainerRow>> {
    const rows = await this.database.query<Row>(
      `${trainers} and (u.family_name, u.given_name, u.id) > ($2, $3, $4)
         and ($5::text is null or u.given_name || ' ' || u.family_name || ' ' || coalesce(u.job_title, '') || ' ' ||
           coalesce(array_to_string(t.qualifications, ' '), '') ilike '%' || $5 || '%')
       order by u.family_name, u.given_name, u.id limit $1 + 1`,
      [limit, ...(readCursor(cursor, 3) ?? beginning), search ? search.replace(/[\\%_]/g, '\\$&') : null],
    );
    return pageOf(rows, limit, (row) => [row.familyName, row.givenName, row.person.userId], asTrainer);
  }

  async own({ userId }: SignedIn): Promise<TrainerProfileView> {
    const row = await this.database.one<{ profile: TrainerProfileView }>(
      `select ${profileView} as profile from app_user u left join trainer_profile t on t.user_id = u.id where u.id = $1`,
      [userId],
    );
    return found(row).profile;
  }

  /**
   * Changes what is given.
   * @throws {Problem} `not-found` for somebody who is no trainer, `site-unknown`
   */
  async change(actor: Changer, userId: string, asked: ChangeTrainerProfile): Promise<TrainerRow> {
    await this.work.run(async (unit) => {
      const [trainer] = await unit.query(
        `select 1 from app_user where id = $1 and roles && array['trainer', 'admin'] for key share`,
        [userId],
      );
      found(trainer);
      const { qualifications, mostPerDay, mostPerWeek, travelsTo } = asked;
      await refuseUnknownSites(unit, travelsTo ?? [], 'travelsTo', actor.language);
      await unit.query(
        `insert into trainer_profile as t (user_id, qualifications, most_per_day, most_per_week, travels_to)
         values ($1, coalesce($2::text[], '{}'), $4, $6, coalesce($7::uuid[], '{}'))
         on conflict (user_id) do update set
           qualifications = coalesce($2, t.qualifications),
           most_per_day = case when $3 then $4::int else t.most_per_day end,
           most_per_week = case when $5 then $6::int else t.most_per_week end,
           travels_to = coalesce($7, t.travels_to)`,
        [
          userId,
          qualifications ?? null,
          mostPerDay !== undefined,
          mostPerDay ?? null,
          mostPerWeek !== undefined,
          mostPerWeek ?? null,
          travelsTo ?? null,
        ],
      );
      unit.record('schedule.trainer-profile-changed', { userId });
    }, actor.userId);
    const row = await this.database.one<Row>(`${trainers} and u.id = $1`, [userId]);
    return asTrainer(found(row));
  }

  /** What rooms have and trainers are qualified for, each once. */
  async tags(): Promise<ResourceTags> {
    const tags = await this.database.one<ResourceTags & Record<string, unknown>>(
      `select
         coalesce((select array_agg(distinct tag order by tag) from room, unnest(equipment) as tag
           where closed_at is null), '{}') as equipment,
         coalesce((select array_agg(distinct tag order by tag) from trainer_profile, unnest(qualifications) as tag),
           '{}') as qualifications`,
    );
    return tags!;
  }
}

function asTrainer({ person, siteId, hours, profile }: Row): TrainerRow {
  return { ...person, siteId, hours, profile };
}

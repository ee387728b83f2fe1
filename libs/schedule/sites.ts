import { isHolidayRegion } from '@kohorte/cohorts';
import type { AddSite, ChangeSite, FieldProblem, Language, SiteView } from '@kohorte/contracts';
import { Database, fieldProblem, found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { isTimeZone } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { Site } from './entities/site.entity.js';

const siteView = `s.id as "siteId", s.name, s.time_zone as "timeZone", s.holiday_region as "holidayRegion",
  (select count(*)::int from room r where r.site_id = s.id and r.closed_at is null) as rooms,
  (select count(*)::int from work_pattern w join app_user u on u.id = w.user_id
   where w.site_id = s.id and u.deactivated_at is null) as people`;

/** Where the company works: each place with its clocks and its public holidays. */
@Injectable()
export class Sites {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
  ) {}

  list(): Promise<SiteView[]> {
    return this.database.query<SiteView>(`select ${siteView} from site s order by lower(s.name), s.id`);
  }

  /** @throws {Problem} `zone-unknown`, `region-unknown`, `name-taken`, naming the field */
  async add(actor: Pick<SignedIn, 'userId' | 'language'>, asked: AddSite): Promise<SiteView> {
    refuseUnknown(asked, actor.language);
    const siteId = await this.work.run(async (unit) => {
      const id = unit.ids.next();
      await refuseTaken(unit, id, asked.name, actor.language);
      const { name, timeZone, holidayRegion } = asked;
      await unit.manager.insert(Site, {
        id,
        name,
        timeZone,
        holidayRegion: holidayRegion || null,
        createdAt: unit.now,
      });
      unit.record('schedule.site-added', { siteId: id });
      return id;
    }, actor.userId);
    return this.one(siteId);
  }

  /**
   * Changes what is given; an empty region takes the holidays away.
   * @throws {Problem} `not-found`, and as `add` does
   */
  async change(actor: SignedIn, siteId: string, asked: ChangeSite): Promise<SiteView> {
    refuseUnknown(asked, actor.language);
    await this.work.run(async (unit) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const site = found(await unit.manager.findOne(Site, { where: { id: siteId }, lock }));
      if (asked.name !== undefined && asked.name !== null) {
        await refuseTaken(unit, siteId, asked.name, actor.language);
        site.name = asked.name;
      }
      site.timeZone = asked.timeZone ?? site.timeZone;
      if (asked.holidayRegion !== undefined) site.holidayRegion = asked.holidayRegion || null;
      await unit.manager.save(Site, site, { transaction: false, reload: false });
      unit.record('schedule.site-changed', { siteId });
    }, actor.userId);
    return this.one(siteId);
  }

  /** @throws {Problem} `not-found`, `site-in-use` while rooms or people belong to it */
  async remove(actor: SignedIn, siteId: string): Promise<void> {
    await this.work.run(async (unit) => {
      const lock = { mode: 'pessimistic_write' } as const;
      found(await unit.manager.findOne(Site, { where: { id: siteId }, lock }));
      const [use] = await unit.query<{ rooms: number; people: number }>(
        `select (select count(*)::int from room where site_id = $1) as rooms,
           (select count(*)::int from (select user_id from work_pattern where site_id = $1
              union select user_id from trainer_profile where travels_to @> array[$1::uuid]) p) as people`,
        [siteId],
      );
      if (use!.rooms > 0 || use!.people > 0)
        throw new Problem('site-in-use', { params: { rooms: use!.rooms, people: use!.people } });
      await unit.manager.delete(Site, { id: siteId });
      unit.record('schedule.site-removed', { siteId });
    }, actor.userId);
  }

  private async one(siteId: string): Promise<SiteView> {
    return found(await this.database.one<SiteView>(`select ${siteView} from site s where s.id = $1`, [siteId]));
  }
}

/**
 * Sees to it that sites are there, and stay so for the rest of the transaction.
 * @throws {Problem} `site-unknown`, naming the field
 */
export async function refuseUnknownSites(
  unit: Unit,
  siteIds: readonly string[],
  field: string,
  language: Language,
): Promise<void> {
  const wanted = [...new Set(siteIds)];
  if (wanted.length === 0) return;
  const known = await unit.query(`select 1 from site where id = any ($1) order by id for key share`, [wanted]);
  if (known.length < wanted.length)
    throw new Problem('site-unknown', { errors: [fieldProblem(field, 'site-unknown', language)] });
}

function refuseUnknown({ timeZone, holidayRegion }: ChangeSite, language: Language): void {
  const errors: FieldProblem[] = [];
  if (timeZone && !isTimeZone(timeZone)) errors.push(fieldProblem('timeZone', 'zone-unknown', language));
  if (timeZone === '') errors.push(fieldProblem('timeZone', 'isNotEmpty', language));
  if (holidayRegion && !isHolidayRegion(holidayRegion))
    errors.push(fieldProblem('holidayRegion', 'region-unknown', language));
  const [first, ...more] = errors;
  if (!first) return;
  const isNamed = more.length === 0 && (first.code === 'zone-unknown' || first.code === 'region-unknown');
  throw new Problem(isNamed ? (first.code as 'zone-unknown' | 'region-unknown') : 'invalid-input', { errors });
}

/** @throws {Problem} `name-taken`; of two who take a name at the same moment, the second is told, too */
async function refuseTaken(unit: Unit, siteId: string, name: string, language: Language): Promise<void> {
  await unit.query(`select pg_advisory_xact_lock(hashtext('site name'))`);
  const taken = await unit.query(`select 1 from site where name = $1 and id <> $2`, [name, siteId]);
  if (taken.length > 0) throw new Problem('name-taken', { errors: [fieldProblem('name', 'name-taken', language)] });
}

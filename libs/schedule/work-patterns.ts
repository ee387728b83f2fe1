import type { AddAbsence, ChangeOwnWorkPattern, WorkPatternView } from '@kohorte/contracts';
import { Clock, Database, fieldProblem, found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { type Hours, usualHours } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { BusyTime } from './entities/busy-time.entity.js';
import { refuseUnknownSites } from './sites.js';
import { hoursIn, instantJson, spanIn } from './spans.js';

/** Who changes something, as far as it matters here. */
type Changer = Pick<SignedIn, 'userId' | 'language'>;

/** The most absences of one person that are not over. */
const mostAbsences = 200;

/** Where and when people work, and when they are away. */
@Injectable()
export class WorkPatterns {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /**
   * What is known of a person; the address of their calendar only to themselves.
   * @throws {Problem} `not-found`
   */
  async view(actor: Pick<SignedIn, 'userId'>, userId: string): Promise<WorkPatternView> {
    const row = await this.database.one<Omit<WorkPatternView, 'usualHours'>>(
      `select u.id as "userId", w.site_id as "siteId", w.hours, u.time_zone as "timeZone",
         coalesce((select json_agg(json_build_object('absenceId', b.id, 'startsAt', ${instantJson('b.starts_at')},
             'endsAt', ${instantJson('b.ends_at')}, 'note', b.note) order by b.starts_at, b.id)
           from busy_time b where b.user_id = u.id and b.source = 'absence' and b.ends_at > $2), '[]') as absences,
         case when $3 then json_build_object('url', w.free_busy_url, 'readAt', ${instantJson('w.free_busy_read_at')},
           'problem', w.free_busy_problem,
           'times', (select count(*)::int from busy_time b
             where b.user_id = u.id and b.source = 'calendar' and b.ends_at > $2)) end as "freeBusy"
       from app_user u left join work_pattern w on w.user_id = u.id where u.id = $1`,
      [userId, this.clock.now(), actor.userId === userId],
    );
    return { ...found(row), usualHours: [...usualHours] };
  }

  /**
   * Changes what is given. A new calendar address is read at once; without one, what was read is forgotten.
   * @throws {Problem} `not-found`, `site-unknown`, `invalid-input` for hours upside down, naming the field
   */
  async change(actor: Changer, userId: string, asked: ChangeOwnWorkPattern): Promise<WorkPatternView> {
    const hours = asked.hours ? hoursIn(asked.hours, actor.language) : asked.hours;
    await this.work.run(async (unit) => {
      const { siteId, freeBusyUrl } = asked;
      if (siteId) await refuseUnknownSites(unit, [siteId], 'siteId', actor.language);
      await begin(unit, userId);
      await unit.query(
        `update work_pattern set
           site_id = case when $2 then $3::uuid else site_id end,
           hours = case when $4 then $5::jsonb else hours end
         where user_id = $1`,
        [userId, siteId !== undefined, siteId ?? null, hours !== undefined, hours ? JSON.stringify(hours) : null],
      );
      if (freeBusyUrl !== undefined) await this.listenTo(unit, userId, freeBusyUrl || null);
      unit.record('schedule.work-pattern-changed', { userId });
    }, actor.userId);
    return this.view(actor, userId);
  }

  /** Says of many people at once where they work. @throws {Problem} `site-unknown` */
  async setSites(actor: Changer, places: readonly { userId: string; siteId: string }[]): Promise<void> {
    await this.work.run(async (unit) => {
      await refuseUnknownSites(
        unit,
        places.map(({ siteId }) => siteId),
        'siteId',
        actor.language,
      );
      await unit.query(
        `insert into work_pattern (user_id, site_id)
         select "userId", "siteId" from jsonb_to_recordset($1::jsonb) as p ("userId" uuid, "siteId" uuid)
         on conflict (user_id) do update set site_id = excluded.site_id`,
        [JSON.stringify(places)],
      );
      for (const { userId } of places) unit.record('schedule.work-pattern-changed', { userId });
    }, actor.userId);
  }

  /** @throws {Problem} `not-found`, `invalid-input` naming the end that is not right */
  async addAbsence(actor: Changer, userId: string, asked: AddAbsence): Promise<WorkPatternView> {
    const span = spanIn(asked, actor.language);
    await this.work.run(async (unit) => {
      const [person] = await unit.query<{ absences: number }>(
        `select (select count(*)::int from busy_time b
           where b.user_id = u.id and b.source = 'absence' and b.ends_at > $2) as absences
         from app_user u where u.id = $1 for key share`,
        [userId, unit.now],
      );
      if (found(person).absences >= mostAbsences)
        throw new Problem('invalid-input', {
          errors: [fieldProblem('startsAt', 'arrayMaxSize', actor.language, String(mostAbsences))],
        });
      await unit.manager.insert(BusyTime, { id: unit.ids.next(), userId, source: 'absence', ...span });
      unit.record('schedule.work-pattern-changed', { userId });
    }, actor.userId);
    return this.view(actor, userId);
  }

  /** @throws {Problem} `not-found`, also for an absence of somebody else */
  async removeAbsence(actor: Changer, userId: string, absenceId: string): Promise<WorkPatternView> {
    await this.work.run(async (unit) => {
      const gone = await unit.query(
        `delete from busy_time where id = $1 and user_id = $2 and source = 'absence' returning id`,
        [absenceId, userId],
      );
      found(gone[0]);
      unit.record('schedule.work-pattern-changed', { userId });
    }, actor.userId);
    return this.view(actor, userId);
  }

  private async listenTo(unit: Unit, userId: string, url: string | null): Promise<void> {
    const changed = await unit.query(
      `update work_pattern set free_busy_url = $2, free_busy_read_at = null, free_busy_problem = null
       where user_id = $1 and free_busy_url is distinct from $2 returning user_id`,
      [userId, url],
    );
    if (changed.length === 0) return;
    await unit.query(`delete from busy_time where user_id = $1 and source = 'calendar'`, [userId]);
    if (url !== null) unit.record('schedule.free-busy-address-given', { userId });
  }
}

/** Sees to it that a person has a row, where there is such a person. @throws {Problem} `not-found` */
async function begin(unit: Unit, userId: string): Promise<void> {
  const person = await unit.query<{ hours: Hours[] | null }>(
    `insert into work_pattern (user_id) select id from app_user where id = $1 for key share
     on conflict (user_id) do update set user_id = excluded.user_id returning user_id`,
    [userId],
  );
  found(person[0]);
}

import type { BodyOf, FollowLevel, ReplyOf } from '@kohorte/contracts';
import { Database, fieldProblem, found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Places } from './places.js';

type Asked = BodyOf<'PUT /cohorts/:cohortId/following'>;

/** What people follow, and what not. */
@Injectable()
export class Followings {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly places: Places,
  ) {}

  /**
   * What one has chosen for the cohort and its modules; threads say it themselves.
   * @throws {Problem} `not-found`, `not-allowed`
   */
  async of(actor: SignedIn, cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/following'>> {
    await this.places.ofCohort(actor, cohortId, 'reads-cohort');
    const rows = await this.database.query<{ module_id: string | null; level: FollowLevel }>(
      `select module_id, level from following where user_id = $1 and cohort_id = $2 and thread_id is null`,
      [actor.userId, cohortId],
    );
    return {
      level: rows.find(({ module_id }) => module_id === null)?.level ?? null,
      modules: rows.flatMap(({ module_id, level }) => (module_id ? [{ moduleId: module_id, level }] : [])),
    };
  }

  /**
   * Gives what counts for that place from now on: its own level, or that of the wider one.
   * @throws {Problem} `not-found`, `not-allowed`, `invalid-input` for two places at once
   */
  async set(
    actor: SignedIn,
    cohortId: string,
    { level, moduleId, threadId }: Asked,
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/following'>> {
    if (moduleId && threadId)
      throw new Problem('invalid-input', { errors: [fieldProblem('moduleId', 'invalid', actor.language)] });
    return this.work.run(async (unit) => {
      const place = await this.places.ofCohort(actor, cohortId, 'reads-cohort', unit);
      if (threadId) await this.checkThread(actor, cohortId, threadId, unit);
      if (moduleId) {
        const [module] = await unit.query(`select id from module where id = $1 and version_id = $2`, [
          moduleId,
          place.row.version_id,
        ]);
        found(module);
      }
      const where = [actor.userId, cohortId, moduleId ?? null, threadId ?? null];
      if (level)
        await unit.query(
          `insert into following (id, user_id, cohort_id, module_id, thread_id, level, changed_at)
           values ($5, $1, $2, $3, $4, $6, $7)
           on conflict on constraint following_once do update set level = excluded.level, changed_at = excluded.changed_at`,
          [...where, unit.ids.next(), level, unit.now],
        );
      else
        await unit.query(
          `delete from following where user_id = $1 and cohort_id = $2
             and module_id is not distinct from $3::uuid and thread_id is not distinct from $4::uuid`,
          where,
        );
      const [now] = await unit.query<{ level: FollowLevel | null }>(levelStatement, where);
      return { level: now!.level };
    }, actor.userId);
  }

  private async checkThread(actor: SignedIn, cohortId: string, threadId: string, unit: Unit): Promise<void> {
    const placed = await this.places.ofThread(actor, threadId, 'reads-thread', { unit });
    if (placed.cohortId !== cohortId.toLowerCase()) throw new Problem('not-found');
  }
}

/** The nearest of thread, module and cohort. */
const levelStatement = `
  select (
    select f.level from following f
    where f.user_id = $1 and f.cohort_id = $2
      and (f.thread_id = $4::uuid
        or f.module_id = coalesce($3::uuid, (select t.module_id from thread t where t.id = $4::uuid))
        or f.thread_id is null and f.module_id is null)
    order by f.thread_id nulls last, f.module_id nulls last limit 1) as level`;

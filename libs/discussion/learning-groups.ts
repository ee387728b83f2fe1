import type { BodyOf, PersonView, ReplyOf } from '@kohorte/contracts';
import { sortedName } from '@kohorte/cohorts';
import { personView } from '@kohorte/people';
import { Chance, Database, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { type GroupLearner, type GroupThere, keepGroups, mixLearningGroups } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { askPrompts, placeThoseWhoCameLater } from './group-prompts.js';
import { type GroupToBe, saveGroups } from './group-rows.js';
import { Places } from './places.js';

/** Small groups within a cohort. */
@Injectable()
export class LearningGroups {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly chance: Chance,
    private readonly places: Places,
  ) {}

  /** Everybody sees who is with whom; besides those of now, people see the ones they were in. */
  async list(actor: SignedIn, cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/learning-groups'>> {
    const place = await this.places.ofCohort(actor, cohortId, 'reads-cohort');
    const rows = await this.database.query<ListRow>(listStatement, [
      cohortId,
      actor.userId,
      place.runs && place.settings.trainersSeeGroups,
    ]);
    return rows.map(({ id, dissolved_at, ...row }) => ({
      groupId: id,
      ...row,
      dissolvedAt: dissolved_at?.toISOString() ?? null,
    }));
  }

  /**
   * What is asked for is what there is afterwards. A group of the same name, or with most of the same people, goes on;
   * who is put into it reads what was said before, who is taken out no longer does.
   * @throws {Problem} `group-overlaps` also for somebody who is not a member of the cohort
   */
  async set(
    actor: SignedIn,
    cohortId: string,
    groups: BodyOf<'PUT /cohorts/:cohortId/learning-groups'>['groups'],
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/learning-groups'>> {
    await this.work.run(async (unit) => {
      await this.places.ofCohort(actor, cohortId, 'runs-cohort', unit);
      const there = await lockedGroups(unit, cohortId);
      const learners = new Set((await learnersOf(unit, cohortId)).map(({ id }) => id));
      const asked = groups.map(({ name, enrolmentIds }) => ({
        name,
        memberIds: enrolmentIds.map((id) => id.toLowerCase()),
      }));
      const all = asked.flatMap(({ memberIds }) => memberIds);
      if (new Set(all).size < all.length || all.some((id) => !learners.has(id))) throw new Problem('group-overlaps');
      const kept = keepGroups(there, asked);
      const toBe = asked.map((group, index) => ({ ...group, keeps: kept[index] ?? null, seed: null }));
      await this.save(unit, cohortId, there, toBe);
    }, actor.userId);
    return this.list(actor, cohortId);
  }

  /** The seed stays with the groups. Nobody goes on in a group that was there before. */
  async mix(
    actor: SignedIn,
    cohortId: string,
    { size, way }: BodyOf<'POST /cohorts/:cohortId/learning-groups'>,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/learning-groups'>> {
    const seed = this.chance.seed();
    await this.work.run(async (unit) => {
      const { row } = await this.places.ofCohort(actor, cohortId, 'runs-cohort', unit);
      const there = await lockedGroups(unit, cohortId);
      const made = mixLearningGroups(await learnersOf(unit, cohortId), { size, way, seed });
      const name = (await languageOf(unit, row.version_id)) === 'de' ? 'Lerngruppe' : 'Learning group';
      const toBe = made.map((memberIds, index) => ({ name: `${name} ${index + 1}`, memberIds, keeps: null, seed }));
      await this.save(unit, cohortId, there, toBe);
    }, actor.userId);
    return this.list(actor, cohortId);
  }

  /**
   * The sweep: who has come since groups were drawn is put where fewest are, and each group gets the prompt of the week
   * once the week is open. May run twice or in two workers at once.
   */
  async promptDue(): Promise<void> {
    await this.work.run(placeThoseWhoCameLater);
    while ((await this.work.run(askPrompts)) > 0);
  }

  private async save(unit: Unit, cohortId: string, there: GroupThere[], toBe: GroupToBe[]): Promise<void> {
    await saveGroups(unit, cohortId, there, toBe);
    unit.record('discussion.groups-made', { cohortId });
  }
}

const listStatement = `
  select g.id, g.number, g.name, g.dissolved_at, mine.own, mine.own or $3 as reads,
    coalesce((
      select json_agg(${personView('u')}::jsonb || jsonb_build_object('enrolmentId', e.id)
        order by ${sortedName} collate "C", e.id)
      from learning_group_member m join enrolment e on e.id = m.enrolment_id join app_user u on u.id = e.user_id
      where m.group_id = g.id and e.status in ('active', 'completed')), '[]') as members,
    case when mine.own or $3 then coalesce((
      select sum(greatest(least(t.newest_number - coalesce(seen.number, 0), t.posts), 0))
      from thread t left join read_marker seen on seen.thread_id = t.id and seen.user_id = $2
      where t.group_id = g.id and t.deleted_at is null and t.merged_into is null), 0)::int else 0 end as unread
  from learning_group g
  cross join lateral (
    select exists (select from learning_group_member o where o.group_id = g.id and o.user_id = $2) as own) mine
  where g.cohort_id = $1 and (g.dissolved_at is null or mine.own)
  order by g.dissolved_at desc nulls first, g.number`;

interface ListRow {
  id: string;
  number: number;
  name: string;
  dissolved_at: Date | null;
  own: boolean;
  reads: boolean;
  members: (PersonView & { enrolmentId: string })[];
  unread: number;
}

/** The groups of now with who is in them; others who make groups of this cohort wait. */
async function lockedGroups(unit: Unit, cohortId: string): Promise<GroupThere[]> {
  await unit.query(`select pg_advisory_xact_lock(hashtextextended('learning groups ' || $1::uuid, 0))`, [cohortId]);
  return unit.query<GroupThere>(
    `select g.id as "groupId", g.name, array(
       select m.enrolment_id::text from learning_group_member m where m.group_id = g.id order by 1) as "memberIds"
     from learning_group g where g.cohort_id = $1 and g.dissolved_at is null order by g.number for update of g`,
    [cohortId],
  );
}

/** Members of the cohort; their site is that of the group in which they have their live sessions. */
async function learnersOf(unit: Unit, cohortId: string): Promise<GroupLearner[]> {
  return unit.query<GroupLearner>(
    `select e.id, u.org_unit_id as unit, live.site_id as site
     from enrolment e join app_user u on u.id = e.user_id
     left join group_member gm on gm.enrolment_id = e.id left join cohort_group live on live.id = gm.group_id
     where e.cohort_id = $1 and e.status in ('active', 'completed')`,
    [cohortId],
  );
}

async function languageOf(unit: Unit, versionId: string): Promise<string> {
  const [row] = await unit.query<{ language: string }>(`select language from course_version where id = $1`, [
    versionId,
  ]);
  return row!.language;
}

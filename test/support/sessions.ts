import type { AssemblyView, CohortView } from '@kohorte/contracts';
import type { SessionDemand } from '@kohorte/rules';
import { crowd, plan } from './cohorts.js';
import type { Somebody, World } from './world.js';

/** What a session asks, unless said otherwise: ninety minutes online, for groups of up to twelve, with one trainer. */
export const usualDemand: SessionDemand = {
  mode: 'online',
  groupLeast: 2,
  groupBest: 10,
  groupMost: 12,
  equipment: [],
  trainers: 1,
  qualification: null,
  window: 'module-week',
  windowDays: 0,
  leastDaysAfterPrevious: 0,
  sameWeekSlot: false,
  sameRoom: true,
  sameTrainer: true,
  spreadDays: null,
  backToBack: false,
};

/** A published course with one live session in each of its modules. */
export async function sessionCourse(
  world: World,
  author: Somebody,
  demands: Partial<SessionDemand>[],
): Promise<{ courseId: string; itemIds: string[] }> {
  const { courseId } = await world.course(author.userId, {
    title: 'Führen mit Fragen',
    modules: demands.length,
    items: 1,
  });
  const { version } = await author.does('POST /courses/:courseId/draft', { params: { courseId } });
  for (const [index, demand] of demands.entries())
    await world.sql(
      `insert into item (id, module_id, position, kind, title, minutes, session)
       values (uuidv7(), $1, 9, 'session', $2, 90, $3)`,
      [version.modules[index]!.moduleId, `Treffen ${index + 1}`, JSON.stringify({ ...usualDemand, ...demand })],
    );
  await author.does('POST /versions/:versionId/publication', { params: { versionId: version.versionId } });
  const items = await world.sql<{ id: string }>(
    `select i.id from item i join module m on m.id = i.module_id where m.version_id = $1 and i.kind = 'session' order by m.position`,
    [version.versionId],
  );
  return { courseId, itemIds: items.map(({ id }) => id) };
}

/** A cohort of such a course with learners in it, who work in Leipzig. */
export async function sessionCohort(
  world: World,
  admin: Somebody,
  said: {
    courseId: string;
    learners: number;
    siteId?: string;
    name?: string;
    trainerIds?: string[];
    startOn?: string;
  },
): Promise<{ cohort: CohortView; learners: Somebody[] }> {
  const { courseId, name = 'Frühjahr', trainerIds = [] } = said;
  const cohort = await plan(admin, courseId, {
    name,
    trainerIds,
    ...(said.startOn ? { plan: { startOn: said.startOn } } : {}),
  });
  const learners = await crowd(world, said.learners);
  await admin.does('POST /cohorts/:cohortId/enrolments', {
    params: { cohortId: cohort.cohortId },
    body: { userIds: learners.map(({ userId }) => userId) },
  });
  if (said.siteId)
    await world.sql(`insert into work_pattern (user_id, site_id) select unnest($1::uuid[]), $2`, [
      learners.map(({ userId }) => userId),
      said.siteId,
    ]);
  return { cohort, learners };
}

/** Asks for a schedule and lets the job make it. */
export async function assembled(
  world: World,
  admin: Somebody,
  cohortIds: string[],
  more: { basedOn?: string; seed?: number } = {},
): Promise<AssemblyView> {
  const { assemblyId } = await admin.does('POST /assemblies', { body: { cohortIds, effort: 0.1, ...more } });
  await world.work();
  return admin.does('GET /assemblies/:assemblyId', { params: { assemblyId } });
}

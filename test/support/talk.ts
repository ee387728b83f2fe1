import type { PostView, ThreadView } from '@kohorte/contracts';
import { plan } from './cohorts.js';
import type { Somebody, World } from './world.js';

/** A cohort in which people talk. */
export interface TalkCohort {
  cohortId: string;
  courseId: string;
  modules: string[];
  trainer: Somebody;
  people: Somebody[];
}

/**
 * A cohort of learners with a trainer, in its first week: the first of three modules is open.
 * @param said.courseId another cohort of a course that is there; `trainer` is then its author
 */
export async function talkCohort(
  world: World,
  said: {
    names?: string[];
    courseId?: string;
    trainer?: Somebody;
    unitIds?: (string | undefined)[];
    name?: string;
  } = {},
): Promise<TalkCohort> {
  world.clock.to('2026-03-02T08:00:00Z');
  const trainer = said.trainer ?? (await world.person({ name: 'Tilda Trainer', roles: ['trainer'] }));
  const courseId = said.courseId ?? (await world.course(trainer.userId)).courseId;
  const { cohortId } = await plan(trainer, courseId, {
    name: said.name ?? 'Frühjahr',
    trainerIds: [trainer.userId],
    plan: { startOn: '2026-03-02' },
  });
  const people: Somebody[] = [];
  for (const [index, name] of (said.names ?? ['Anna Adler', 'Bernd Bauer', 'Clara Czerny', 'Dora Dietz']).entries())
    people.push(await world.person({ name, unitId: said.unitIds?.[index] }));
  if (people.length > 0)
    await trainer.does('POST /cohorts/:cohortId/enrolments', {
      params: { cohortId },
      body: { userIds: people.map(({ userId }) => userId) },
    });
  world.clock.to('2026-03-02T09:00:00Z');
  await world.work();
  const modules = await world.sql<{ id: string }>(
    `select m.id from module m join cohort c on c.version_id = m.version_id where c.id = $1 order by m.position`,
    [cohortId],
  );
  return { cohortId, courseId, modules: modules.map(({ id }) => id), trainer, people };
}

/** Opens a thread, a question unless said otherwise, a minute after what was before. */
export async function ask(
  world: World,
  who: Somebody,
  cohortId: string,
  title: string,
  said: Partial<{
    text: string;
    kind: 'question' | 'discussion';
    moduleId: string;
    groupId: string;
    anonymous: boolean;
  }> = {},
): Promise<ThreadView> {
  world.clock.by({ minutes: 1 });
  return who.does('POST /cohorts/:cohortId/threads', {
    params: { cohortId },
    body: { kind: 'question', title, text: 'Wie geht das?', ...said },
  });
}

/** Writes a post, a minute after what was before. */
export async function write(
  world: World,
  who: Somebody,
  threadId: string,
  text: string,
  said: Partial<{ parentId: string; anonymous: boolean }> = {},
): Promise<PostView> {
  world.clock.by({ minutes: 1 });
  return who.does('POST /threads/:threadId/posts', { params: { threadId }, body: { text, ...said } });
}

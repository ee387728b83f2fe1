import type { CohortView, OpenThread, PostView, ThreadView, WritePost } from '@kohorte/contracts';
import { crowd, plan } from './cohorts.js';
import type { Somebody, World } from './world.js';

/** A cohort that talks: its first module is open since 2 March 2026, 09:00 in Berlin, its second a week later. */
export interface TalkingCohort {
  trainer: Somebody;
  cohort: CohortView;
  cohortId: string;
  learners: Somebody[];
  modules: { moduleId: string; itemId: string }[];
}

/** Two modules with a video each; everybody is an active member. */
export async function talkingCohort(
  world: World,
  said: { learners?: number; title?: string } = {},
): Promise<TalkingCohort> {
  const trainer = await world.person({ name: 'Tom Trainer', roles: ['trainer'] });
  const { courseId, versionId } = await world.course(trainer.userId, {
    title: said.title ?? 'Zuhören lernen',
    modules: 2,
    items: 1,
    item: { kind: 'video', url: 'https://videos.test/eins' },
  });
  const cohort = await plan(trainer, courseId, {
    name: 'Frühjahr',
    trainerIds: [trainer.userId],
    plan: { startOn: '2026-03-02' },
  });
  const learners = await crowd(world, said.learners ?? 3);
  await trainer.does('POST /cohorts/:cohortId/enrolments', {
    params: { cohortId: cohort.cohortId },
    body: { userIds: learners.map(({ userId }) => userId) },
  });
  const modules = await world.sql<{ moduleId: string; itemId: string }>(
    `select m.id as "moduleId", i.id as "itemId" from module m join item i on i.module_id = m.id
     where m.version_id = $1 order by m.position`,
    [versionId],
  );
  return { trainer, cohort, cohortId: cohort.cohortId, learners, modules };
}

/** Opens a thread; a question unless said otherwise. */
export function ask(who: Somebody, cohortId: string, said: Partial<OpenThread> = {}): Promise<ThreadView> {
  return who.does('POST /cohorts/:cohortId/threads', {
    params: { cohortId },
    body: { kind: 'question', title: 'Wie frage ich nach?', text: 'Ohne dass es nach Kritik klingt.', ...said },
  });
}

/** Writes into a thread. */
export function say(who: Somebody, threadId: string, text: string, said: Partial<WritePost> = {}): Promise<PostView> {
  return who.does('POST /threads/:threadId/posts', { params: { threadId }, body: { text, ...said } });
}

/** Everything that stands in a thread, as somebody sees it. */
export async function postsOf(who: Somebody, threadId: string): Promise<PostView[]> {
  return (await who.does('GET /threads/:threadId/posts', { params: { threadId } })).posts;
}

/** How a person is named in a text. */
export const named = ({ userId }: Somebody, as = 'irgendwer'): string => `@[${as}](user:${userId})`;

/** Changes how a cohort discusses, where a story is not about that. */
export async function discussing(world: World, cohortId: string, said: Record<string, unknown>): Promise<void> {
  const names = Object.keys(said);
  await world.sql(
    `insert into discussion_setting (cohort_id, changed_at, ${names.join(', ')})
     values ($1, $2, ${names.map((_, at) => `$${at + 3}`).join(', ')})
     on conflict (cohort_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [cohortId, world.clock.now(), ...Object.values(said)],
  );
}

/** A learning group of some learners. */
export async function learningGroup(world: World, cohortId: string, members: Somebody[]): Promise<string> {
  const [group] = await world.sql<{ id: string }>(
    `insert into learning_group (id, cohort_id, number, name, created_at)
     values (uuidv7(), $1, 1 + (select count(*) from learning_group where cohort_id = $1), 'Gruppe', $2) returning id`,
    [cohortId, world.clock.now()],
  );
  await world.sql(
    `insert into learning_group_member (enrolment_id, group_id, user_id)
     select e.id, $1, e.user_id from enrolment e where e.cohort_id = $2 and e.user_id = any ($3)`,
    [group!.id, cohortId, members.map(({ userId }) => userId)],
  );
  return group!.id;
}

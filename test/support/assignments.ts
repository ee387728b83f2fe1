import type { AssignmentView, CohortView, ReviewView } from '@kohorte/contracts';
import type { AssignmentDesign, Pacing } from '@kohorte/rules';
import { crowd, plan } from './cohorts.js';
import type { Somebody, World } from './world.js';

/** What an assignment asks, unless said otherwise: a text, double-blind, three reviews of two criteria. */
export const usualAssignment: AssignmentDesign = {
  handIn: { text: true, link: true, video: true, files: 3, fileMegabytes: 20 },
  leastWords: null,
  mostWords: null,
  template: null,
  graceHours: 24,
  teams: false,
  anonymity: 'double-blind',
  reviews: { give: 3, need: 3, days: 7, way: 'next', leaseHours: 48, leastWords: 3 },
  rubric: [
    {
      criterionId: 'clear',
      title: 'Klarheit',
      prompt: 'Was war klar, was nicht?',
      weight: 2,
      commentRequired: true,
      levels: ['Unklar', 'Teilweise klar', 'Klar', 'Sehr klar'].map((title, points) => ({
        points,
        title,
        description: null,
      })),
    },
    {
      criterionId: 'useful',
      title: 'Nutzen',
      prompt: null,
      weight: 1,
      commentRequired: false,
      levels: ['Kaum', 'Etwas', 'Sehr'].map((title, points) => ({ points, title, description: null })),
    },
  ],
  examples: [],
  grading: { method: 'calibrated', reviewingShare: 0, publishAfterHours: 48 },
};

/** A cohort with an assignment in its first module, which is open since 2 March 2026, 09:00 in Berlin. */
export interface AssignmentCohort {
  trainer: Somebody;
  cohort: CohortView;
  learners: Somebody[];
  /** `{ cohortId, itemId }`, as the paths want it. */
  where: { cohortId: string; itemId: string };
}

/**
 * Due four days after the module opens: 6 March, 23:59 in Berlin (22:59 UTC); grace until the evening after; reviews
 * until 14 March, 23:59; grades two days later.
 */
export async function assignmentCohort(
  world: World,
  said: {
    learners?: number;
    design?: Partial<AssignmentDesign>;
    pacing?: Pacing;
    dueAfterDays?: number;
    minutes?: number;
  } = {},
): Promise<AssignmentCohort> {
  const trainer = await world.person({ roles: ['trainer'] });
  const { courseId } = await world.course(trainer.userId, { title: 'Schreiben, das wirkt', modules: 2, items: 1 });
  const { version } = await trainer.does('POST /courses/:courseId/draft', { params: { courseId } });
  await world.sql(
    `insert into item (id, module_id, position, kind, title, minutes, due_after_days, body, assignment)
     values (uuidv7(), $1, 9, 'assignment', 'Ein schwieriger Brief', $2, $3, 'Schreib einen **Brief**.', $4)`,
    [
      version.modules[0]!.moduleId,
      said.minutes ?? 45,
      said.dueAfterDays ?? 4,
      JSON.stringify({ ...usualAssignment, ...said.design }),
    ],
  );
  await trainer.does('POST /versions/:versionId/publication', { params: { versionId: version.versionId } });
  const [item] = await world.sql<{ id: string }>(
    `select i.id from item i join module m on m.id = i.module_id where m.version_id = $1 and i.kind = 'assignment'`,
    [version.versionId],
  );
  const cohort = await plan(trainer, courseId, {
    name: 'Frühjahr',
    trainerIds: [trainer.userId],
    plan: { startOn: '2026-03-02', ...(said.pacing ? { pacing: said.pacing } : {}) },
  });
  const learners = await crowd(world, said.learners ?? 4);
  if (learners.length > 0)
    await trainer.does('POST /cohorts/:cohortId/enrolments', {
      params: { cohortId: cohort.cohortId },
      body: { userIds: learners.map(({ userId }) => userId) },
    });
  return { trainer, cohort, learners, where: { cohortId: cohort.cohortId, itemId: item!.id } };
}

/** Writes a text and hands it in. */
export async function handIn(
  learner: Somebody,
  params: AssignmentCohort['where'],
  text = 'Liebe Frau Kern, so geht es nicht weiter.',
): Promise<AssignmentView> {
  const { submission } = await learner.does('GET /cohorts/:cohortId/assignments/:itemId', { params });
  await learner.does('PUT /cohorts/:cohortId/assignments/:itemId/draft', {
    params,
    body: { revision: submission?.revision ?? 0, text },
  });
  return learner.does('POST /cohorts/:cohortId/assignments/:itemId/submission', { params });
}

/** Asks for the next review, answers every criterion with the level given (or its last one), and gives it. */
export async function reviewNext(
  learner: Somebody,
  params: AssignmentCohort['where'],
  level = 2,
  comment = 'Mir war klar, worum es geht.',
): Promise<ReviewView> {
  return answer(learner, await learner.does('POST /cohorts/:cohortId/assignments/:itemId/reviews', { params }), level, comment); // prettier-ignore
}

/** Fills a review that is held and gives it. */
export async function answer(
  learner: Somebody,
  review: ReviewView,
  level = 2,
  comment = 'Mir war klar, worum es geht.',
): Promise<ReviewView> {
  const params = { reviewId: review.reviewId };
  await learner.does('PUT /reviews/:reviewId', {
    params,
    body: {
      revision: review.revision,
      // The same under each criterion would be no review.
      answers: review.rubric.map(({ criterionId, title, levels }, at) => ({
        criterionId,
        level: Math.min(level, levels.length - 1),
        comment: at === 0 ? comment : `${title}: ${comment}`,
      })),
      overall: 'Danke für deine Arbeit, ich habe etwas gelernt.',
    },
  });
  return learner.does('POST /reviews/:reviewId/completion', { params });
}

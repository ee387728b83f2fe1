import type { EndpointKey, UploadView } from '@kohorte/contracts';
import type { AssignmentDesign } from '@kohorte/rules';
import { assignmentCohort, usualAssignment } from './assignments.js';
import { submitted } from './submitted.js';
import type { Somebody, World } from './world.js';

/** What the paths of one assignment lead to. */
interface Assignment {
  cohortId: string;
  itemId: string;
  roundId: string;
  enrolmentId: string;
  /** Of the member. */
  submissionId: string;
  /** Of somebody else, handed in. */
  othersSubmissionId: string;
}

/** Assignments with everything in them, so that each endpoint has one in which it has something to do. */
export interface FurnishedReviews {
  /** The member has more time than the others and still writes; there is an example to review. */
  writing: Assignment & { fileId: string; uploadId: string };
  /** The member has handed in, with the same file, and nobody has a review yet. */
  fresh: Assignment;
  /** The member holds reviews of three others. */
  reviewing: Assignment & { reviewIds: [string, string, string]; flagId: string };
  /** Grades are shown. */
  shown: Assignment & { receivedReviewId: string; appealId: string };
}

/** All are the trainer’s, and the member learns in all. */
export async function furnishReviews(world: World, trainer: Somebody, member: Somebody): Promise<FurnishedReviews> {
  const said = { world, trainer, member };
  const writing = await assignment({ ...said, daysAgo: 14, design: { examples: [example] } });
  const fresh = await assignment({ ...said, daysAgo: 14 });
  const reviewing = await assignment({ ...said, daysAgo: 14 });
  const shown = await assignment({ ...said, daysAgo: 70 });
  const now = world.clock.now();
  await world.sql(`update submission set handed_in_at = null, rubric_id = null where id = $1`, [writing.submissionId]);
  await world.sql(
    `insert into extension (round_id, enrolment_id, due_at, granted_at)
     select round_id, enrolment_id, $2::timestamptz + interval '9 days', $2
     from submission_author where submission_id = any ($1::uuid[])`,
    [[writing.submissionId, fresh.submissionId], now],
  );
  const reviewIds = await reviewsOf(world, reviewing.roundId, 'reviewer_id = $2', member);
  await world.sql(`delete from review where round_id = $1 and reviewer_id <> $2`, [reviewing.roundId, member.userId]);
  const [receivedReviewId] = await reviewsOf(world, shown.roundId, 'author_id = $2', member);
  await world.sql(`update review set done_at = $2, points = 60 where round_id = $1`, [shown.roundId, now]);
  const [made] = await world.sql<{ flag_id: string; appeal_id: string }>(
    `with flagged as (
       insert into review_flag (id, submission_id, review_id, kind, note, flagged_by, flagged_at)
       select uuidv7(), submission_id, id, 'other', 'Seht mal nach.', $2, $1 from review where id = $3 returning id),
     graded as (
       insert into grade (submission_id, round_id, method, points, low, high, mean, reviews, criteria, shares, doubtful,
         computed_at, published_at)
       select id, round_id, 'mean', 60, 50, 70, 60, 1, '[]', '[]', false, $1, $1 from submission where round_id = $4),
     appealed as (
       insert into appeal (id, submission_id, reason, points_before, made_at)
       values (uuidv7(), $5, 'Das sehe ich anders.', 60, $1) returning id)
     select (select id from flagged) as flag_id, (select id from appealed) as appeal_id`,
    [now, member.userId, reviewIds[0], shown.roundId, shown.othersSubmissionId],
  );
  const uploaded = await uploadBegun(member, writing);
  const { file } = await member.does('POST /uploads/:uploadId/parts', {
    params: uploaded,
    query: { from: 0 },
    file: { name: 'brief.txt', content: Buffer.from('Text') },
  });
  const { uploadId } = await uploadBegun(member, writing);
  await world.sql(`insert into submission_file (submission_id, file_id, position) values ($1, $2, 1)`, [
    fresh.submissionId,
    file!.fileId,
  ]);
  return {
    writing: { ...writing, fileId: file!.fileId, uploadId },
    fresh,
    reviewing: { ...reviewing, reviewIds: reviewIds as [string, string, string], flagId: made!.flag_id },
    shown: { ...shown, receivedReviewId: receivedReviewId!, appealId: made!.appeal_id },
  };
}

function uploadBegun(member: Somebody, params: Assignment): Promise<UploadView> {
  return member.does('POST /cohorts/:cohortId/assignments/:itemId/uploads', {
    params,
    body: { name: 'brief.txt', bytes: 4 },
  });
}

const example = {
  exampleId: 'one',
  title: 'Ein Brief',
  text: 'Sehr geehrte Frau Kern',
  answers: usualAssignment.rubric.map(({ criterionId }) => ({
    criterionId,
    level: 1,
    comment: 'Da fehlt noch etwas.',
  })),
};

/** Opened so many days ago; due after four, reviewed for another thirty. The member and three others have handed in. */
async function assignment({
  world,
  trainer,
  member,
  daysAgo,
  design,
}: {
  world: World;
  trainer: Somebody;
  member: Somebody;
  daysAgo: number;
  design?: Partial<AssignmentDesign>;
}): Promise<Assignment> {
  const there = await assignmentCohort(world, {
    learners: 3,
    design: { reviews: { ...usualAssignment.reviews, days: 30 }, teams: true, ...design },
  });
  const { where, learners } = there;
  await world.sql(`insert into cohort_trainer (cohort_id, user_id) values ($1, $2)`, [where.cohortId, trainer.userId]);
  await trainer.does('POST /cohorts/:cohortId/enrolments', { params: where, body: { userIds: [member.userId] } });
  await world.sql(
    `update release set opens_at = $2::timestamptz - make_interval(days => $3) where cohort_id = $1 and step = 1`,
    [where.cohortId, world.clock.now(), daysAgo],
  );
  const works = await submitted(world, there, [member, ...learners]);
  const [own] = await world.sql<{ round_id: string; enrolment_id: string }>(
    `update submission_author set gallery_consent_at = $2 where submission_id = $1 returning round_id, enrolment_id`,
    [works.get(member.userId), world.clock.now()],
  );
  return {
    ...where,
    roundId: own!.round_id,
    enrolmentId: own!.enrolment_id,
    submissionId: works.get(member.userId)!,
    othersSubmissionId: works.get(learners[0]!.userId)!,
  };
}

/** Lets everybody in a round hold a review of each other’s work; gives those for which a condition holds. */
async function reviewsOf(world: World, roundId: string, condition: string, member: Somebody): Promise<string[]> {
  const rows = await world.sql<{ id: string }>(
    `with made as (
       insert into review (id, round_id, submission_id, rubric_id, reviewer_id, enrolment_id, kind, number, way,
         allocated_at, lease_until, changed_at)
       select uuidv7(), $1, s.id, s.rubric_id, by.user_id, by.enrolment_id, 'peer',
         row_number() over (partition by by.user_id order by s.id), 'next', $3, $3::timestamptz + interval '2 days', $3
       from submission s join submission_author a on a.submission_id = s.id
         join submission_author by on by.round_id = s.round_id and by.user_id <> a.user_id
       where s.round_id = $1
       returning id, number, reviewer_id, submission_id)
     select made.id from made join submission_author a on a.submission_id = made.submission_id
       cross join lateral (select a.user_id as author_id) of_work
     where ${condition} order by made.number`,
    [roundId, member.userId, world.clock.now()],
  );
  return rows.map(({ id }) => id);
}

/** Bodies that get past validation. */
export const reviewBodies: { [K in EndpointKey]?: object } = {
  'PUT /cohorts/:cohortId/assignments/:itemId/draft': { revision: 0, text: 'Liebe Frau Kern' },
  'POST /cohorts/:cohortId/assignments/:itemId/uploads': { name: 'brief.txt', bytes: 4 },
  'PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent': { consents: true },
  'PUT /cohorts/:cohortId/assignments/:itemId/conflicts': { userIds: [] },
  'POST /cohorts/:cohortId/assignments/:itemId/appeal': { reason: 'Das sehe ich anders.' },
  'PUT /reviews/:reviewId': {
    revision: 0,
    answers: [
      { criterionId: 'clear', level: 2, comment: 'Mir war klar, worum es geht.' },
      { criterionId: 'useful', level: 1, comment: null },
    ],
  },
  'POST /reviews/:reviewId/flags': { kind: 'other', note: 'Seht mal nach.' },
  'PUT /reviews/:reviewId/rating': { helpful: 3 },
  'PUT /cohorts/:cohortId/assignments/:itemId/deadlines': { reviewsUntil: '2026-05-04T07:00:00Z' },
  'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId': { dueAt: '2026-03-12T07:00:00Z' },
  'PUT /cohorts/:cohortId/assignments/:itemId/teams': { teams: [] },
  'PUT /cohorts/:cohortId/assignments/:itemId/rubric': { rubric: usualAssignment.rubric },
  'PUT /submissions/:submissionId/grade': { points: 70, reason: 'So sehe ich es.' },
  'PUT /submissions/:submissionId/exclusion': { reason: 'Abgeschrieben.' },
  'PUT /submissions/:submissionId/gallery': { shown: true },
  'PUT /reviews/:reviewId/set-aside': { reason: 'Zu flüchtig.' },
  'PUT /flags/:flagId/decision': { decision: 'dismiss', reason: 'Alles gut.' },
  'PUT /appeals/:appealId/decision': { answer: 'Es bleibt dabei.' },
};

/** Which assignment the paths below `/cohorts/:cohortId/assignments` lead to; where none is named, `reviewing`. */
const placeOf: [RegExp, keyof FurnishedReviews][] = [
  [/\/(draft|uploads|examples|extensions\/:enrolmentId)$|^POST .*\/submission$/, 'writing'],
  [/\/(gallery-consent|conflicts|reviews)$|^DELETE .*\/submission$/, 'fresh'],
  [/\/(mirror|appeal|gallery|grading|grades\.csv)$/, 'shown'],
];

/** The ids for paths of peer review, each where its endpoint has something to work on. */
export function reviewParams(key: EndpointKey, reviews: FurnishedReviews): Record<string, string> {
  const { writing, fresh, reviewing, shown } = reviews;
  const [first, second, third] = reviewing.reviewIds;
  const there = { flagId: reviewing.flagId, appealId: shown.appealId, uploadId: writing.uploadId };
  if (/^\w+ \/reviews\//.test(key)) {
    if (/\/(rating|set-aside)$/.test(key)) return { reviewId: shown.receivedReviewId };
    if (key.endsWith('/conflict')) return { reviewId: second };
    return { reviewId: key.startsWith('DELETE') ? third : first };
  }
  if (/^\w+ \/submissions\//.test(key)) {
    if (key.endsWith('/:fileId'))
      return { submissionId: (key.startsWith('GET') ? fresh : writing).submissionId, fileId: writing.fileId };
    return { submissionId: /\/(grade|gallery)$/.test(key) ? shown.submissionId : reviewing.othersSubmissionId };
  }
  if (!key.includes('/cohorts/:cohortId/assignments')) return there;
  const place = placeOf.find(([path]) => path.test(key))?.[1] ?? 'reviewing';
  const { cohortId, itemId, enrolmentId } = reviews[place];
  return { cohortId, itemId, enrolmentId };
}

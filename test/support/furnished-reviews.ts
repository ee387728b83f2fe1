import type { EndpointKey } from '@kohorte/contracts';
import { assignmentCohort, usualAssignment } from './assignments.js';
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
  /** That the member gives, and that the member’s work has got. */
  reviewId: string;
  receivedReviewId: string;
}

/** Two assignments with everything in them: one that is being reviewed, one whose grades are shown. */
export interface FurnishedReviews {
  running: Assignment & { fileId: string; uploadId: string; flagId: string };
  shown: Assignment & { appealId: string };
}

/** Both are the trainer’s, and the member learns in both; in the running one they have more time for a draft. */
export async function furnishReviews(world: World, trainer: Somebody, member: Somebody): Promise<FurnishedReviews> {
  const running = await assignment(world, trainer, member, 14);
  const shown = await assignment(world, trainer, member, 70);
  const now = world.clock.now();
  await world.sql(`update submission set handed_in_at = null, rubric_id = null where id = $1`, [running.submissionId]);
  await world.sql(
    `insert into extension (round_id, enrolment_id, due_at, granted_at) values ($1, $2, $3::timestamptz + interval '9 days', $3)`,
    [running.roundId, running.enrolmentId, now],
  );
  const [made] = await world.sql<{ file_id: string; upload_id: string; flag_id: string; appeal_id: string }>(
    `with stored as (
       insert into stored_file (id, name, media_type, bytes, sha256, path, created_at)
       values (uuidv7(), 'brief.txt', 'text/plain', 4, sha256('Text'), 'nowhere', $1) returning id),
     attached as (insert into submission_file (submission_id, file_id, position) select $2, id, 1 from stored),
     uploaded as (
       insert into upload (id, submission_id, user_id, name, bytes, created_at, changed_at)
       values (uuidv7(), $2, $3, 'notiz.txt', 4, $1, $1) returning id),
     flagged as (
       insert into review_flag (id, submission_id, review_id, kind, note, flagged_by, flagged_at)
       values (uuidv7(), $4, $5, 'other', 'Seht mal nach.', $3, $1) returning id),
     appealed as (
       insert into appeal (id, submission_id, reason, points_before, made_at)
       values (uuidv7(), $6, 'Das sehe ich anders.', 60, $1) returning id)
     select (select id from stored) as file_id, (select id from uploaded) as upload_id,
       (select id from flagged) as flag_id, (select id from appealed) as appeal_id`,
    [now, running.submissionId, member.userId, running.othersSubmissionId, running.reviewId, shown.othersSubmissionId],
  );
  await world.sql(
    `insert into grade (submission_id, round_id, method, points, low, high, mean, reviews, criteria, shares, doubtful,
       computed_at, published_at)
     select id, round_id, 'mean', 60, 50, 70, 60, 1, '[]', '[]', false, $2, $2 from submission where round_id = $1`,
    [shown.roundId, now],
  );
  return {
    running: { ...running, fileId: made!.file_id, uploadId: made!.upload_id, flagId: made!.flag_id },
    shown: { ...shown, appealId: made!.appeal_id },
  };
}

/** Opened so many days ago; due after four, reviewed for another thirty. Everybody has handed in, two have a review. */
async function assignment(world: World, trainer: Somebody, member: Somebody, daysAgo: number): Promise<Assignment> {
  const { where, learners } = await assignmentCohort(world, {
    learners: 3,
    design: { reviews: { ...usualAssignment.reviews, days: 30 }, teams: true },
  });
  const now = world.clock.now();
  await world.sql(`insert into cohort_trainer (cohort_id, user_id) values ($1, $2)`, [where.cohortId, trainer.userId]);
  await trainer.does('POST /cohorts/:cohortId/enrolments', { params: where, body: { userIds: [member.userId] } });
  await world.sql(
    `update release set opens_at = $2::timestamptz - make_interval(days => $3) where cohort_id = $1 and step = 1`,
    [where.cohortId, now, daysAgo],
  );
  const [round] = await world.sql<{ id: string }>(
    `with round as (
       insert into review_round (id, cohort_id, item_id, seed, created_at) values (uuidv7(), $1, $2, 7, $3)
       returning id),
     version as (
       insert into rubric (id, round_id, number, criteria, created_at)
       select uuidv7(), id, 1, $4::jsonb, $3 from round returning id, round_id),
     learner as (
       select uuidv7() as submission_id, e.id, e.user_id from enrolment e where e.cohort_id = $1 and e.status = 'active'),
     submitted as (
       insert into submission (id, round_id, rubric_id, text, changed_at, handed_in_at)
       select l.submission_id, v.round_id, v.id, 'Liebe Frau Kern', $3, $3 from learner l, version v returning id),
     authored as (
       insert into submission_author (round_id, enrolment_id, submission_id, user_id, gallery_consent_at)
       select v.round_id, l.id, l.submission_id, l.user_id, $3 from learner l, version v)
     select id from round`,
    [where.cohortId, where.itemId, now, JSON.stringify(usualAssignment.rubric)],
  );
  const [first] = learners as [Somebody];
  const given = await reviewRow(world, round!.id, member, first);
  const received = await reviewRow(world, round!.id, first, member);
  await world.sql(`update review set done_at = $2, points = 60 where id = $1`, [received.id, now]);
  return {
    ...where,
    roundId: round!.id,
    enrolmentId: given.enrolment_id,
    submissionId: received.submission_id,
    othersSubmissionId: given.submission_id,
    reviewId: given.id,
    receivedReviewId: received.id,
  };
}

/** A review of an author’s work that the reviewer holds. */
async function reviewRow(
  world: World,
  roundId: string,
  reviewer: Somebody,
  author: Somebody,
): Promise<{ id: string; submission_id: string; enrolment_id: string }> {
  const [row] = await world.sql<{ id: string; submission_id: string; enrolment_id: string }>(
    `insert into review (id, round_id, submission_id, rubric_id, reviewer_id, enrolment_id, kind, number, way,
       allocated_at, lease_until, changed_at)
     select uuidv7(), $1, s.id, s.rubric_id, $2, mine.enrolment_id, 'peer', 1, 'next', $4,
       $4::timestamptz + interval '2 days', $4
     from submission s join submission_author a on a.submission_id = s.id and a.user_id = $3
       join submission_author mine on mine.round_id = s.round_id and mine.user_id = $2
     where s.round_id = $1
     returning id, submission_id, enrolment_id`,
    [roundId, reviewer.userId, author.userId, world.clock.now()],
  );
  return row!;
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

/** What leads to a result that is shown. */
const afterwards = /\/(mirror|appeal|gallery|grading|grades\.csv)$/;

/** The ids for paths of peer review, each where its endpoint has something to work on. */
export function reviewParams(key: EndpointKey, { running, shown }: FurnishedReviews): Record<string, string> {
  const there = { flagId: running.flagId, appealId: shown.appealId, uploadId: running.uploadId };
  if (/^\w+ \/reviews\//.test(key)) {
    if (key.endsWith('/rating')) return { reviewId: shown.receivedReviewId };
    return { reviewId: key.endsWith('/set-aside') ? shown.receivedReviewId : running.reviewId };
  }
  if (/^\w+ \/submissions\//.test(key)) {
    if (key.endsWith('/:fileId')) return { submissionId: running.submissionId, fileId: running.fileId };
    if (/\/(grade|gallery)$/.test(key)) return { submissionId: shown.submissionId };
    return { submissionId: running.othersSubmissionId };
  }
  if (!key.includes('/cohorts/:cohortId/assignments')) return there;
  const { cohortId, itemId, enrolmentId } = afterwards.test(key) ? shown : running;
  return { cohortId, itemId, enrolmentId };
}

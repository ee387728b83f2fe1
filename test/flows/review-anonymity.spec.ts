import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EndpointKey } from '@kohorte/contracts';
import type { Anonymity } from '@kohorte/rules';
import {
  type AssignmentCohort,
  assignmentCohort,
  handIn,
  reviewNext,
  usualAssignment,
} from '../support/assignments.js';
import { type Somebody, World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await World.begin();
});
afterAll(() => world.end());

/** Author and reviewer of one another, and a third who is neither to either. */
async function round(anonymity: Anonymity): Promise<AssignmentCohort> {
  world.clock.to('2026-03-02T08:00:00Z');
  const there = await assignmentCohort(world, {
    learners: 0,
    design: { anonymity, reviews: { ...usualAssignment.reviews, give: 2, need: 2 } },
  });
  const names = ['Adelheid Ahrenshoop', 'Bartholomäus Birkenfeld', 'Cordula Czernowitz'];
  const learners = await Promise.all(names.map((name) => world.person({ name })));
  await there.trainer.does('POST /cohorts/:cohortId/enrolments', {
    params: there.where,
    body: { userIds: learners.map(({ userId }) => userId) },
  });
  for (const learner of learners) await handIn(learner, there.where);
  world.clock.to('2026-03-09T08:00:00Z');
  return { ...there, learners };
}

/** All by which somebody may be told from others: what a reply to somebody must not hold of anybody else. */
async function marksOf({ userId }: Somebody): Promise<string[]> {
  const [row] = await world.sql<Record<'id' | 'email' | 'given_name' | 'family_name' | 'enrolment_id', string>>(
    `select u.id, u.email, u.given_name, u.family_name, e.id as enrolment_id
     from app_user u join enrolment e on e.user_id = u.id where u.id = $1`,
    [userId],
  );
  return Object.values(row!);
}

/** Everything about the round that a learner is answered, as it goes over the line. */
async function allReplies(
  who: Somebody,
  { where }: AssignmentCohort,
  more: { reviewIds: string[] },
): Promise<Map<string, string>> {
  const replies = new Map<string, string>();
  const ask = async (key: EndpointKey, params: object, name: string = key): Promise<void> => {
    const { status, text } = await who.calls(key, { params } as never);
    expect([name, status < 500]).toEqual([name, true]);
    replies.set(name, text);
  };
  await ask('GET /cohorts/:cohortId/assignments', where);
  await ask('GET /cohorts/:cohortId/assignments/:itemId', where);
  await ask('GET /cohorts/:cohortId/assignments/:itemId/conflicts', where);
  await ask('GET /cohorts/:cohortId/assignments/:itemId/gallery', where);
  await ask('GET /cohorts/:cohortId/assignments/:itemId/mirror', where);
  await ask('GET /cohorts/:cohortId/outline', where);
  await ask('GET /notifications', {});
  for (const reviewId of more.reviewIds) await ask('GET /reviews/:reviewId', { reviewId }, `GET review ${reviewId}`);
  // What is closed to learners says nothing either, where they ask for it all the same.
  await ask('GET /cohorts/:cohortId/assignments/:itemId/round', where);
  await ask('GET /cohorts/:cohortId/assignments/:itemId/round/people', where);
  await ask('GET /cohorts/:cohortId/assignments/:itemId/grades.csv', where);
  return replies;
}

const namesOthers = async (replies: ReadonlyMap<string, string>, others: readonly Somebody[]): Promise<string[]> => {
  const marks = (await Promise.all(others.map(marksOf))).flat();
  return [...replies].filter(([, text]) => marks.some((mark) => text.includes(mark))).map(([name]) => name);
};

describe('who learns whose work they review, and who reviewed theirs', () => {
  test.each([
    ['double-blind', false, false],
    ['single-blind', true, false],
    ['open', true, true],
  ] as const)('%s: reviewers authors %s, authors reviewers %s', async (anonymity, reviewersKnow, authorsKnow) => {
    const there = await round(anonymity);
    const given = new Map<Somebody, string[]>();
    for (const who of there.learners) {
      const others = there.learners.filter((one) => one !== who);
      const reviewIds: string[] = [];
      for (let n = 0; n < 2; n += 1) {
        const review = await reviewNext(who, there.where);
        reviewIds.push(review.reviewId);
        // Version 4: ids that tell when they were made would tell who was at work then.
        expect([review.reviewId, review.submissionId].map((id) => id!.charAt(14))).toEqual(['4', '4']);
        const [author] = await world.sql<{ user_id: string }>(
          `select user_id from submission_author where submission_id = $1`,
          [review.submissionId],
        );
        expect(review.authors?.map(({ userId }) => userId) ?? null).toEqual(reviewersKnow ? [author!.user_id] : null);
      }
      given.set(who, reviewIds);
      // While reviews run, only who reviews knows, and only where they review.
      const named = await namesOthers(await allReplies(who, there, { reviewIds }), others);
      expect(named).toEqual(reviewersKnow ? reviewIds.map((id) => `GET review ${id}`) : []);
    }
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    for (const who of there.learners) {
      const others = there.learners.filter((one) => one !== who);
      const { result } = await who.does('GET /cohorts/:cohortId/assignments/:itemId', { params: there.where });
      expect(result!.reviews).toHaveLength(2);
      expect(new Set(result!.reviews.map(({ by }) => by?.userId ?? null))).toEqual(
        new Set(authorsKnow ? others.map(({ userId }) => userId) : [null]),
      );
      const reviewIds = given.get(who)!;
      const named = await namesOthers(await allReplies(who, there, { reviewIds }), others);
      expect(named).toEqual([
        ...(authorsKnow ? ['GET /cohorts/:cohortId/assignments/:itemId'] : []),
        ...(reviewersKnow ? reviewIds.map((id) => `GET review ${id}`) : []),
      ]);
      // The review of one's own work is its reviewer's: nothing of it to be had by its id.
      const stranger = await who.fails('GET /reviews/:reviewId', {
        params: { reviewId: result!.reviews[0]!.reviewId },
      });
      expect(stranger.code).toBe('not-found');
    }
  });
});

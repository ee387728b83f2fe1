import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PeerReviewJobs } from '@kohorte/peer-review';
import {
  answer,
  type AssignmentCohort,
  assignmentCohort,
  reviewNext,
  usualAssignment,
} from '../support/assignments.js';
import { submitted } from '../support/submitted.js';
import { type Somebody, World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await World.begin();
});
afterAll(() => world.end());
beforeEach(() => world.clock.to('2026-03-02T08:00:00Z'));

async function underReview(learners: number): Promise<AssignmentCohort> {
  const there = await assignmentCohort(world, {
    learners,
    design: { reviews: { ...usualAssignment.reviews, give: 2, need: 2 } },
  });
  await submitted(world, there, there.learners);
  world.clock.to('2026-03-09T08:00:00Z');
  return there;
}

const next = (who: Somebody, { where }: AssignmentCohort) =>
  who.does('POST /cohorts/:cohortId/assignments/:itemId/reviews', { params: where });

describe('a rubric that changes while reviews run', () => {
  test('leaves what is handed in, and its reviews, to the rubric that it was handed in for', async () => {
    const there = await underReview(3);
    const [ada, bo, cy] = there.learners as [Somebody, Somebody, Somebody];
    const held = await next(ada, there);
    const [first] = usualAssignment.rubric;
    const { rubric } = await there.trainer.does('PUT /cohorts/:cohortId/assignments/:itemId/rubric', {
      params: there.where,
      body: { rubric: [{ ...first!, criterionId: 'other', title: 'Etwas anderes' }] },
    });
    expect(rubric.number).toBe(2);
    // Begun before and given after; begun after; read by its author: all by the first one.
    const before = usualAssignment.rubric.map(({ criterionId }) => criterionId);
    const given = await answer(ada, held);
    expect([given.state, given.rubric.map(({ criterionId }) => criterionId)]).toEqual(['done', before]);
    expect((await reviewNext(bo, there.where)).rubric.map(({ criterionId }) => criterionId)).toEqual(before);
    for (const who of [bo, cy, cy]) await reviewNext(who, there.where);
    const second = await next(ada, there);
    const unfit = await ada.fails('PUT /reviews/:reviewId', {
      params: { reviewId: second.reviewId },
      body: { revision: 0, answers: [{ criterionId: 'other', level: 0, comment: 'x' }], overall: null },
    });
    expect(unfit.errors!.map(({ code }) => code)).toEqual(['criterion-unknown']);
    await answer(ada, second);
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    const { rubric: own, result } = await ada.does('GET /cohorts/:cohortId/assignments/:itemId', { params: there.where }); // prettier-ignore
    expect(own.map(({ criterionId }) => criterionId)).toEqual(before);
    expect(result!.grade!.criteria.map(({ criterionId }) => criterionId)).toEqual(before);
  });
});

describe('a cohort that is cancelled while reviews run', () => {
  test('takes no reviews any more and says so; what was written stays to be read', async () => {
    const there = await underReview(3);
    const [ada, bo] = there.learners as [Somebody, Somebody];
    const held = await next(ada, there);
    const params = { reviewId: held.reviewId };
    const written = {
      revision: 0,
      answers: [{ criterionId: 'clear', level: 1, comment: 'Gut zu lesen.' }],
      overall: null,
    };
    await ada.does('PUT /reviews/:reviewId', { params, body: written });
    await there.trainer.does('POST /cohorts/:cohortId/cancellation', {
      params: there.where,
      body: { reason: 'Der Raum ist weg.' },
    });
    await world.work();
    expect((await bo.fails('POST /cohorts/:cohortId/assignments/:itemId/reviews', { params: there.where })).code).toBe('cohort-cancelled'); // prettier-ignore
    const refused = await ada.fails('PUT /reviews/:reviewId', { params, body: { ...written, revision: 1, overall: 'Doch noch etwas.' } }); // prettier-ignore
    expect(refused.code).toBe('cohort-cancelled');
    expect((await ada.fails('POST /reviews/:reviewId/completion', { params })).code).toBe('cohort-cancelled');
    expect(await ada.does('GET /reviews/:reviewId', { params })).toMatchObject({ open: false, answers: written.answers }); // prettier-ignore
    const { reviewing } = await bo.does('GET /cohorts/:cohortId/assignments/:itemId', { params: there.where });
    expect(reviewing.mayAsk).toBe(false);
    // No sweep grades it, reminds anybody or shows anything.
    world.clock.to('2026-03-12T09:30:00Z');
    await world.work(['peer-review.remind-owing', 'peer-review.advance']);
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work(['peer-review.remind-owing', 'peer-review.advance']);
    const [row] = await world.sql<{ reminded: number; swept: boolean }>(
      `select (select count(*)::int from review_reminder m where m.round_id = r.id) as reminded,
         r.reviews_closed_at is not null or r.published_at is not null as swept
       from review_round r where r.cohort_id = $1`,
      [there.where.cohortId],
    );
    expect(row).toEqual({ reminded: 0, swept: false });
  });
});

describe('a worker that is killed between noting whom to remind and telling them', () => {
  test('has reminded nobody; the next run reminds everybody once', async () => {
    const there = await underReview(3);
    world.clock.to('2026-03-12T09:30:00Z');
    const { handlers } = world.get(PeerReviewJobs);
    const counted = async () =>
      (
        await world.sql<{ reminded: number; told: number }>(
          `select (select count(*)::int from review_reminder m where m.round_id = r.id) as reminded,
             (select count(*)::int from fact f where f.name = 'peer-review.reminded' and f.payload ->> 'roundId' = r.id::text) as told
           from review_round r where r.cohort_id = $1`,
          [there.where.cohortId],
        )
      )[0];
    // Postgres refuses the fact, as it would lose it with the connection: after the people were noted, in the same decision.
    await world.sql(
      `create function killed() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`,
    );
    await world.sql(`create trigger killed before insert on fact for each row when (new.name = 'peer-review.reminded') execute function killed()`); // prettier-ignore
    await expect(handlers['peer-review.remind-owing']()).rejects.toThrow('killed');
    expect(await counted()).toEqual({ reminded: 0, told: 0 });
    await world.sql(`drop trigger killed on fact`);
    await world.sql(`drop function killed`);
    await handlers['peer-review.remind-owing']();
    await handlers['peer-review.remind-owing']();
    await world.work([]);
    expect(await counted()).toEqual({ reminded: 3, told: 1 });
    const mails = await world.sql<{ times: number }>(
      `select count(*)::int as times from notice where kind = 'reviews-owed' and user_id = any ($1) group by user_id`,
      [there.learners.map(({ userId }) => userId)],
    );
    expect(mails).toEqual([{ times: 1 }, { times: 1 }, { times: 1 }]);
  });
});

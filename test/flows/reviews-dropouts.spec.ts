import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReviewView } from '@kohorte/contracts';
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

type Given = AssignmentCohort & { works: Map<string, string> };

async function underReview(learners: number, reviews = {}): Promise<Given> {
  world.clock.to('2026-03-02T08:00:00Z');
  const cohort = await assignmentCohort(world, {
    learners,
    design: { reviews: { ...usualAssignment.reviews, ...reviews } },
  });
  const works = await submitted(world, cohort, cohort.learners);
  world.clock.to('2026-03-07T08:00:00Z');
  return { ...cohort, works };
}

const ask = (who: Somebody, { where }: Given) =>
  who.calls('POST /cohorts/:cohortId/assignments/:itemId/reviews', { params: where });
const refusal = async (who: Somebody, cohort: Given): Promise<string> =>
  ((await ask(who, cohort)).body as { code: string }).code;

interface Pair {
  reviewer: string;
  submission: string;
  own: boolean;
  state: string;
}

const pairsOf = ({ where }: Given): Promise<Pair[]> =>
  world.sql<Pair>(
    `select v.reviewer_id as reviewer, v.submission_id as submission, a.user_id = v.reviewer_id as own,
       case when v.done_at is not null then 'done' when v.lapsed_at is not null then v.lapsed_why else 'held' end as state
     from review v join review_round r on r.id = v.round_id join submission_author a on a.submission_id = v.submission_id
     where r.cohort_id = $1`,
    [where.cohortId],
  );

const tally = (keys: string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

describe('of twenty people, four never review', () => {
  test('everybody who does gets three reviews, at the latest by those who are asked for one more', async () => {
    const cohort = await underReview(20);
    const absent = cohort.learners.slice(0, 4);
    const diligent = cohort.learners.slice(4);
    // Two of the absent take a review and never come back.
    for (const who of absent.slice(0, 2)) await ask(who, cohort);
    for (let n = 0; n < 3; n += 1) for (const who of diligent) await reviewNext(who, cohort.where);
    const missing = async (): Promise<string[]> => {
      const got = tally((await pairsOf(cohort)).filter(({ state }) => state === 'done').map(({ submission }) => submission)); // prettier-ignore
      return diligent.map(({ userId }) => cohort.works.get(userId)!).filter((id) => (got.get(id) ?? 0) < 3);
    };
    expect((await missing()).length).toBeLessThanOrEqual(6);

    // Saturday: nobody is asked. Then, near the end and in their working hours, once a day.
    world.clock.to('2026-03-14T09:00:00Z');
    await world.work(['peer-review.remind-owing']);
    expect(await remindersOf(cohort)).toEqual([]);
    for (const day of ['2026-03-12', '2026-03-13']) {
      world.clock.to(`${day}T09:30:00Z`);
      await world.work(['peer-review.remind-owing']);
      await world.work(['peer-review.remind-owing']);
      const asked = (await remindersOf(cohort)).filter(({ kind, day: on }) => kind === 'more' && on === day);
      for (const { userId } of asked) {
        const who = diligent.find((one) => one.userId === userId)!;
        const { body, status } = await ask(who, cohort);
        // Where two may take on only the same work, who comes second is thanked and asked again tomorrow.
        if (status === 409) continue;
        expect((await answer(who, body as ReviewView)).extra).toBe(true);
      }
    }
    expect(await missing()).toEqual([]);
    const pairs = await pairsOf(cohort);
    expect(pairs.some(({ own }) => own)).toBe(false);
    expect(new Set(pairs.map(({ reviewer, submission }) => `${reviewer} ${submission}`)).size).toBe(pairs.length);
    const given = [...tally(pairs.filter(({ state }) => state === 'done').map(({ reviewer }) => reviewer)).values()];
    expect(Math.max(...given)).toBeLessThanOrEqual(4);
    const owed = (await remindersOf(cohort)).filter(({ kind }) => kind === 'owed').map(({ userId }) => userId);
    expect(new Set(owed)).toEqual(new Set(absent.map(({ userId }) => userId)));
  }, 120_000);
});

const remindersOf = ({ where }: Given) =>
  world.sql<{ userId: string; kind: string; day: string }>(
    `select m.user_id as "userId", m.kind, m.reminded_on::text as day from review_reminder m
     join review_round r on r.id = m.round_id where r.cohort_id = $1 order by m.reminded_at`,
    [where.cohortId],
  );
const toldOf = ({ where }: Given) =>
  world.sql<{ name: string; people: number }>(
    `select f.name, (select count(*)::int from review_reminder m where m.batch_id::text = f.payload ->> 'batchId') as people
     from fact f join review_round r on r.id::text = f.payload ->> 'roundId' and r.cohort_id = $1
     where f.name in ('peer-review.reminded', 'peer-review.more-asked') order by f.recorded_at`,
    [where.cohortId],
  );

describe('reminders', () => {
  test('come in one’s own working hours, from the second day on, once a day over all rounds, and not to who is away', async () => {
    const cohort = await underReview(6);
    const [a, b, c, d] = cohort.learners as [Somebody, Somebody, Somebody, Somebody];
    await world.sql(`update app_user set time_zone = 'America/New_York' where id = $1`, [b.userId]);
    await world.sql(`insert into work_pattern (user_id, hours) values ($1, '[{"weekday":1,"from":"18:00","to":"20:00"}]')`, [c.userId]); // prettier-ignore
    await world.sql(
      `insert into busy_time (id, user_id, starts_at, ends_at, source)
       values (uuidv7(), $1, '2026-03-09T00:00Z', '2026-03-10T00:00Z', 'absence')`,
      [d.userId],
    );
    const reminded = async (at: string): Promise<number[]> => {
      world.clock.to(at);
      await world.work(['peer-review.remind-owing']);
      const ids = (await remindersOf(cohort)).map(({ userId }) => userId);
      return cohort.learners.flatMap(({ userId }, index) => (ids.includes(userId) ? [index] : []));
    };
    expect(await reminded('2026-03-07T10:00:00Z')).toEqual([]);
    expect(await reminded('2026-03-09T07:59:00Z')).toEqual([]);
    expect(await reminded('2026-03-09T08:00:00Z')).toEqual([0, 4, 5]);
    expect(await reminded('2026-03-09T12:59:00Z')).toEqual([0, 4, 5]);
    expect(await reminded('2026-03-09T13:00:00Z')).toEqual([0, 1, 4, 5]);
    expect(await reminded('2026-03-09T17:30:00Z')).toEqual([0, 1, 2, 4, 5]);
    expect((await toldOf(cohort)).map(({ people }) => people)).toEqual([3, 1, 1]);

    // Said by a trainer, it goes to the rest, at any hour; and to nobody twice a day.
    world.clock.to('2026-03-09T21:00:00Z');
    await cohort.trainer.calls('POST /cohorts/:cohortId/assignments/:itemId/reminder', { params: cohort.where });
    await cohort.trainer.calls('POST /cohorts/:cohortId/assignments/:itemId/reminder', { params: cohort.where });
    expect((await toldOf(cohort)).map(({ people }) => people)).toEqual([3, 1, 1, 1]);
    expect((await a.fails('POST /cohorts/:cohortId/assignments/:itemId/reminder', { params: cohort.where })).code).toBe('not-allowed'); // prettier-ignore

    // Two workers at once tell nobody twice.
    world.clock.to('2026-03-10T09:00:00Z');
    await Promise.all([world.work(['peer-review.remind-owing']), world.work(['peer-review.remind-owing'])]);
    const today = (await remindersOf(cohort)).filter(({ day }) => day === '2026-03-10');
    expect(today).toHaveLength(4);
    expect((await toldOf(cohort)).slice(4).reduce((sum, { people }) => sum + people, 0)).toBe(4);
  });

  test('nobody is reminded of what they cannot do', async () => {
    const cohort = await underReview(1);
    world.clock.to('2026-03-09T10:00:00Z');
    await world.work(['peer-review.remind-owing']);
    expect(await remindersOf(cohort)).toEqual([]);
  });
});

describe('few people', () => {
  test.each([1, 2, 3])('with %i there is what there is', async (count) => {
    const cohort = await underReview(count);
    for (const who of cohort.learners) {
      for (let n = 1; n < count; n += 1) await reviewNext(who, cohort.where);
      expect(await refusal(who, cohort)).toBe('no-review-now');
    }
    expect(await pairsOf(cohort)).toHaveLength(count * (count - 1));
    world.clock.to('2026-03-15T10:00:00Z');
    for (const who of cohort.learners) {
      const { reviewing } = await who.does('GET /cohorts/:cohortId/assignments/:itemId', { params: cohort.where });
      expect(reviewing).toMatchObject({ owed: count - 1, given: count - 1, blockedBy: 'over' });
    }
  });

  test('at once, too: with nobody and with one', async () => {
    for (const count of [0, 1]) {
      const cohort = await underReview(count, { way: 'batch' });
      world.clock.to('2026-03-08T10:00:00Z');
      await world.work(['peer-review.advance', 'peer-review.remind-owing']);
      expect(await pairsOf(cohort)).toEqual([]);
    }
  });
});

describe('whoever leaves', () => {
  test('lets go of what they hold; what they gave counts, and what is begun of theirs can be finished', async () => {
    const cohort = await underReview(5, { give: 2, need: 2 });
    const [leaver, ...others] = cohort.learners as [Somebody, ...Somebody[]];
    const theirs = cohort.works.get(leaver.userId)!;
    const given = await reviewNext(leaver, cohort.where);
    const held = (await ask(leaver, cohort)).body as { reviewId: string };
    // Somebody has begun to review the leaver's work.
    let inFlight = null as null | { who: Somebody; reviewId: string };
    for (const who of others) {
      const review = (await ask(who, cohort)).body as { reviewId: string; submissionId: string };
      if (review.submissionId === theirs) inFlight = { who, reviewId: review.reviewId };
    }
    await leaver.does('DELETE /cohorts/:cohortId/enrolment', { params: { cohortId: cohort.where.cohortId } });
    await world.work();
    const pairs = await pairsOf(cohort);
    expect(pairs.filter(({ reviewer }) => reviewer === leaver.userId).map(({ state }) => state).sort()).toEqual(['done', 'left']); // prettier-ignore
    expect((await leaver.fails('GET /reviews/:reviewId', { params: held })).code).toBe('not-found');
    expect((await leaver.fails('GET /reviews/:reviewId', { params: given })).code).toBe('not-found');
    if (inFlight) {
      const params = { reviewId: inFlight.reviewId };
      const review = await inFlight.who.does('GET /reviews/:reviewId', { params });
      expect(await answer(inFlight.who, review)).toMatchObject({ state: 'done' });
    }
    // Each as long as there is something for them: whose work is short at last may be that of who asks last.
    for (let hasGiven = true; hasGiven;) {
      hasGiven = false;
      for (const who of others) {
        const { body, status } = await ask(who, cohort);
        if (status >= 400) continue;
        await answer(who, body as never);
        hasGiven = true;
      }
    }
    const after = await pairsOf(cohort);
    // Nobody was given the work of who is gone after that, unless it had a review already.
    expect(after.filter(({ submission }) => submission === theirs).length).toBeGreaterThanOrEqual(inFlight ? 1 : 0);
    const done = after.filter(({ state }) => state === 'done');
    for (const who of others) {
      expect(done.filter(({ reviewer }) => reviewer === who.userId).length).toBeGreaterThanOrEqual(2);
      expect(done.filter(({ submission }) => submission === cohort.works.get(who.userId)).length).toBeGreaterThanOrEqual(2); // prettier-ignore
    }
    const facts = await world.sql(`select from fact where name = 'peer-review.part-changed' and payload ->> 'enrolmentId' = (
      select id::text from enrolment where user_id = $1)`, [leaver.userId]); // prettier-ignore
    expect(facts.length).toBeGreaterThanOrEqual(1);
  });
});

describe('many at once', () => {
  test('sixty ask at the same instant, three times each: no pair twice, nobody their own, all loads alike', async () => {
    const cohort = await underReview(60);
    for (let turn = 1; turn <= 3; turn += 1) {
      // Everybody presses twice.
      const replies = await Promise.all(cohort.learners.flatMap((who) => [ask(who, cohort), ask(who, cohort)]));
      expect(replies.map(({ status }) => status).filter((status) => status !== 200 && status !== 201)).toEqual([]);
      expect(new Set(replies.map(({ body }) => (body as { reviewId: string }).reviewId)).size).toBe(60);
      const pairs = await pairsOf(cohort);
      expect(pairs).toHaveLength(60 * turn);
      expect(new Set(pairs.map(({ reviewer, submission }) => `${reviewer} ${submission}`)).size).toBe(60 * turn);
      expect(pairs.some(({ own }) => own)).toBe(false);
      const loads = [...tally(pairs.map(({ submission }) => submission)).values()];
      expect(loads).toHaveLength(60);
      // Whoever comes last may find that what is left is their own, or what they had.
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2);
      expect(loads.filter((load) => Math.abs(load - turn) > 1).length).toBeLessThanOrEqual(1);
      // Answered, so that everybody may ask for the next one.
      await world.sql(`update review set done_at = $1, points = 50 where done_at is null`, [world.clock.now()]);
    }
    const replayed = await world.sql<{ seed: number; reason: object }>(
      `select distinct v.seed, (v.reason - 'among') as reason from review v join review_round r on r.id = v.round_id
       where r.cohort_id = $1`,
      [cohort.where.cohortId],
    );
    for (const { seed, reason } of replayed) expect([seed, reason]).toEqual([4711, expect.objectContaining({ extra: false })]); // prettier-ignore
  }, 120_000);
});

describe('somebody who leaves and comes back', () => {
  test('has their work, what they review, and their part again', async () => {
    const cohort = await underReview(2, { give: 1, need: 1 });
    const [ada, bo] = cohort.learners as [Somebody, Somebody];
    const params = cohort.where;
    const held = (await ask(ada, cohort)).body as { reviewId: string };
    await ada.does('DELETE /cohorts/:cohortId/enrolment', { params: { cohortId: params.cohortId } });
    await world.work();
    await cohort.trainer.does('POST /cohorts/:cohortId/enrolments', { params, body: { userIds: [ada.userId] } });
    await world.work();
    const { submission, reviewing } = await ada.does('GET /cohorts/:cohortId/assignments/:itemId', { params });
    expect(submission!.submissionId).toBe(cohort.works.get(ada.userId));
    expect(reviewing).toMatchObject({ owed: 1, given: 0, mayAsk: true, rows: [{ reviewId: held.reviewId, state: 'lapsed' }] }); // prettier-ignore
    expect((await reviewNext(ada, params)).reviewId).toBe(held.reviewId);
    await reviewNext(bo, params);
    await world.work();
    const { modules } = await ada.does('GET /cohorts/:cohortId/outline', { params });
    expect(modules[0]!.items.find(({ handIn: canHandIn }) => canHandIn)!.doneAt).not.toBeNull();
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    const { result } = await ada.does('GET /cohorts/:cohortId/assignments/:itemId', { params });
    expect(result!.reviews).toHaveLength(1);
    const rated = await ada.calls('PUT /reviews/:reviewId/rating', {
      params: { reviewId: result!.reviews[0]!.reviewId },
      body: { helpful: 3 },
    });
    expect(rated.status).toBe(200);
    const { rows } = await ada.does('GET /notifications');
    expect(rows.map(({ kind }) => kind)).toContain('grades-published');
  });
});

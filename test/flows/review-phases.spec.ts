import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PeerReviewJobs } from '@kohorte/peer-review';
import type { AssignmentDesign } from '@kohorte/rules';
import {
  type AssignmentCohort,
  assignmentCohort,
  handIn,
  reviewNext,
  usualAssignment,
} from '../support/assignments.js';
import { World } from '../support/world.js';

const { grading, reviews } = usualAssignment;

describe('the phases of a round', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.begin();
  });
  afterEach(() => world.end());

  const sweep = (): Promise<void> =>
    world.get(PeerReviewJobs).handlers['peer-review.advance'](
      {},
      {
        factId: null,
        signal: new AbortController().signal,
        progress: async () => undefined,
      },
    );
  /** How often each fact of the round, or of one of its submissions, was recorded; what people did themselves aside. */
  const facts = async (): Promise<Record<string, number>> => {
    const rows = await world.sql<{ name: string; times: number }>(
      `select substring(name from 13) as name, count(*)::int as times from fact
       where name like 'peer-review.%' and actor_id is null and name <> 'peer-review.part-changed' group by name`,
    );
    return Object.fromEntries(rows.map(({ name, times }) => [name, times]));
  };
  const notes = async () =>
    (
      await world.sql<Record<'opened' | 'closed' | 'reviewed' | 'graded' | 'published', boolean>>(
        `select reviews_opened_at is not null as opened, closed_at is not null as closed,
           reviews_closed_at is not null as reviewed, graded_at is not null as graded, published_at is not null as published
         from review_round`,
      )
    )[0];
  const grades = () =>
    world.sql<object>(`select * from grade order by submission_id`).then((rows) => JSON.stringify(rows));
  const result = async ({ learners, where: params }: AssignmentCohort, index = 0) =>
    (await learners[index]!.does('GET /cohorts/:cohortId/assignments/:itemId', { params })).result;
  const design = (more: Partial<AssignmentDesign['reviews']> = {}): Partial<AssignmentDesign> => ({
    reviews: { ...reviews, give: 2, need: 2, ...more },
  });

  test('pass one after the other, each noted and told once, however often the sweep runs', async () => {
    const there = await assignmentCohort(world, { learners: 3, design: design() });
    const { learners, where } = there;
    for (const learner of learners) await handIn(learner, where);
    await world.work();
    expect(await facts()).toEqual({});

    world.clock.to('2026-03-06T22:59:00.000Z');
    await world.work();
    expect(await facts()).toEqual({});
    world.clock.to('2026-03-06T22:59:00.001Z');
    await world.work();
    await world.work();
    expect(await facts()).toEqual({ 'reviews-opened': 1 });

    world.clock.to('2026-03-07T23:00:00Z');
    await world.work();
    expect(await facts()).toEqual({ 'reviews-opened': 1, 'submissions-closed': 1 });
    for (const learner of learners) for (const level of [1, 2]) await reviewNext(learner, where, level);

    world.clock.to('2026-03-14T22:59:00.001Z');
    expect(await result(there)).toBeNull();
    await world.work();
    expect(await notes()).toEqual({ opened: true, closed: true, reviewed: true, graded: true, published: false });
    expect(await result(there)).toBeNull();
    const before = await grades();

    world.clock.to('2026-03-16T22:59:00Z');
    await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    await world.work();
    const all = {
      'reviews-opened': 1,
      'submissions-closed': 1,
      'reviews-closed': 1,
      graded: 1,
      published: 1,
    };
    expect(await facts()).toEqual(all);
    expect((await result(there))?.grade).toMatchObject({ method: 'calibrated', reviews: 2, decision: null });
    // Grading again came to the same, and only noted that it is shown.
    expect(JSON.stringify(JSON.parse(await grades()).map((one: object) => ({ ...one, published_at: null })))).toBe(before); // prettier-ignore
    world.clock.by({ days: 30 });
    await world.work();
    expect(await facts()).toEqual(all);
  });

  test('all at once after a worker was away for weeks, and reviews that are over are not announced', async () => {
    const there = await assignmentCohort(world, { learners: 2, design: design({ way: 'batch' }) });
    for (const learner of there.learners) await handIn(learner, there.where);
    world.clock.to('2026-05-01T08:00:00Z');
    await world.work();
    expect(await facts()).toEqual({ 'submissions-closed': 1, 'reviews-closed': 1, graded: 1, published: 1 });
    expect(await result(there)).toMatchObject({ grade: null, reviews: [], mayAppeal: false });
  });

  test('also where nobody has begun anything, and never in a cancelled cohort', async () => {
    const there = await assignmentCohort(world, { learners: 1 });
    const other = await assignmentCohort(world, { learners: 1 });
    await other.trainer.does('POST /cohorts/:cohortId/cancellation', { params: other.where });
    world.clock.to('2026-03-08T08:00:00Z');
    await world.work();
    const rounds = await world.sql<{ cohort_id: string; rubrics: number }>(
      `select r.cohort_id, (select count(*)::int from rubric b where b.round_id = r.id) as rubrics from review_round r`,
    );
    expect(rounds).toEqual([{ cohort_id: there.where.cohortId, rubrics: 1 }]);
    expect(await facts()).toEqual({ 'reviews-opened': 1, 'submissions-closed': 1 });
  });

  test('go back with a deadline that is moved, come again, and nobody is told twice', async () => {
    const there = await assignmentCohort(world, { learners: 3, design: design() });
    const { trainer, learners, where } = there;
    for (const learner of learners.slice(0, 2)) await handIn(learner, where);
    world.clock.to('2026-03-08T08:00:00Z');
    await world.work();
    await reviewNext(learners[0]!, where);
    world.clock.to('2026-03-15T08:00:00Z');
    await world.work();
    expect(await notes()).toMatchObject({ reviewed: true, graded: true });

    await trainer.does('PUT /cohorts/:cohortId/assignments/:itemId/deadlines', {
      params: where,
      body: { reviewsUntil: '2026-03-20T20:00:00Z' },
    });
    await world.work();
    expect(await notes()).toEqual({ opened: true, closed: true, reviewed: false, graded: false, published: false });
    await reviewNext(learners[1]!, where);
    world.clock.to('2026-03-23T08:00:00Z');
    await world.work();
    expect(await facts()).toMatchObject({ 'reviews-opened': 1, published: 1, 'reviews-closed': 2 });
    expect((await result(there, 0))?.grade?.reviews).toBe(1);

    // Even after they were shown: the clock decides, and what was told is not told again.
    await trainer.does('PUT /cohorts/:cohortId/assignments/:itemId/deadlines', {
      params: where,
      body: { dueAt: '2026-03-25T20:00:00Z', reviewsUntil: '2026-03-30T20:00:00Z' },
    });
    expect(await result(there, 0)).toBeNull();
    await world.work();
    expect(await notes()).toEqual({ opened: true, closed: false, reviewed: false, graded: false, published: false });
    await handIn(learners[2]!, where);
    world.clock.to('2026-03-27T08:00:00Z');
    await world.work();
    await reviewNext(learners[0]!, where);
    world.clock.to('2026-04-02T08:00:00Z');
    await world.work();
    expect(await notes()).toEqual({ opened: true, closed: true, reviewed: true, graded: true, published: true });
    // The grade that is new is told by itself.
    expect(await facts()).toMatchObject({ 'reviews-opened': 1, published: 1, 'grade-shown': 1 });
    expect((await result(there, 2))?.grade?.reviews).toBe(1);
  });

  test('wait for the latest extension before submissions are closed', async () => {
    const there = await assignmentCohort(world, { learners: 2, design: design() });
    const [first, late] = there.learners;
    await handIn(first!, there.where);
    const [enrolment] = await world.sql<{ id: string }>(`select id from enrolment where user_id = $1`, [late!.userId]);
    await there.trainer.does('PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId', {
      params: { ...there.where, enrolmentId: enrolment!.id },
      body: { dueAt: '2026-03-10T20:00:00Z' },
    });
    world.clock.to('2026-03-09T08:00:00Z');
    await world.work();
    expect(await notes()).toMatchObject({ opened: true, closed: false });
    await handIn(late!, there.where);
    world.clock.to('2026-03-11T20:00:01Z');
    await world.work();
    expect(await notes()).toMatchObject({ closed: true });
  });

  test('give everybody their reviews at once where the assignment says so', async () => {
    const there = await assignmentCohort(world, { learners: 4, design: design({ way: 'batch' }) });
    for (const learner of there.learners) await handIn(learner, there.where);
    world.clock.to('2026-03-08T08:00:00Z');
    await world.work();
    await world.work();
    expect(await facts()).toMatchObject({ 'submissions-closed': 1, allocated: 1 });
    const held = await world.sql<{ times: number }>(`select count(*)::int as times from review group by reviewer_id`);
    expect(held.map(({ times }) => times)).toEqual([2, 2, 2, 2]);
  });

  test('a sweep that fails in the middle leaves nothing half done, and the next one does it', async () => {
    const there = await assignmentCohort(world, { learners: 2, design: design() });
    const other = await assignmentCohort(world, { learners: 2, design: design() });
    for (const { learners, where } of [there, other]) for (const learner of learners) await handIn(learner, where);
    world.clock.to('2026-03-08T08:00:00Z');
    await world.work();
    for (const { learners, where } of [there, other]) for (const learner of learners) await reviewNext(learner, where);
    await world.sql(
      `create function fail_grade() returns trigger language plpgsql as $$ begin
         if new.round_id = (select id from review_round where cohort_id = '${there.where.cohortId}') then raise 'no'; end if;
         return new; end $$`,
    );
    await world.sql(
      `create trigger failing before insert on reviewing_grade for each row execute function fail_grade()`,
    );
    world.clock.to('2026-03-20T08:00:00Z');
    await expect(sweep()).rejects.toThrow();
    expect((await result(other))?.grade?.reviews).toBe(1);
    expect((await result(there))?.grade).toBeNull();
    const noted = await world.sql<{ noted: boolean }>(
      `select reviews_closed_at is not null as noted from review_round where cohort_id = $1`,
      [there.where.cohortId],
    );
    expect(noted).toEqual([{ noted: false }]);
    await world.sql(`drop trigger failing on reviewing_grade`);
    await world.work();
    expect((await result(there))?.grade?.reviews).toBe(1);
    expect(await facts()).toMatchObject({ 'reviews-closed': 2, published: 2 });
  });

  test('are each one’s own where each goes by their own start', async () => {
    const there = await assignmentCohort(world, {
      learners: 1,
      pacing: 'relative',
      design: { ...design({ give: 1, need: 1 }), grading },
    });
    const { trainer, where } = there;
    const [early] = there.learners;
    world.clock.to('2026-03-05T08:00:00Z');
    const [late] = (await assignmentCohort(world, { learners: 1 })).learners;
    await trainer.does('POST /cohorts/:cohortId/enrolments', { params: where, body: { userIds: [late!.userId] } });
    await handIn(early!, where);
    await handIn(late!, where);
    world.clock.by({ seconds: 1 });
    await reviewNext(late!, where, 2);
    const of = (who: typeof early) => who!.does('GET /cohorts/:cohortId/assignments/:itemId', { params: where });
    const { publishAt } = (await of(early)).phases;
    const lateUntil = (await of(late)).phases.publishAt;
    expect(publishAt < lateUntil).toBe(true);

    world.clock.to(publishAt);
    await world.work();
    await world.work();
    expect((await of(early)).result?.grade).toMatchObject({ reviews: 1 });
    expect((await of(late)).result).toBeNull();
    expect((await facts())['grade-shown']).toBe(1);

    // Nobody has reviewed the other: nothing to show, until a review comes after all.
    world.clock.to(lateUntil);
    await world.work();
    expect((await of(late)).result).toMatchObject({ grade: null });
    expect((await facts())['grade-shown']).toBe(1);
    const submission = (await of(late)).submission!;
    await trainer.does('PUT /submissions/:submissionId/grade', {
      params: { submissionId: submission.submissionId },
      body: { points: 75, reason: 'Niemand sonst hat es gelesen.' },
    });
    expect((await of(late)).result?.grade).toMatchObject({ points: 75, method: 'trainer' });
  });

  test('come to an end for one alone, and for two', async () => {
    const one = await assignmentCohort(world, { learners: 1, design: design() });
    const two = await assignmentCohort(world, { learners: 2, design: design() });
    for (const { learners, where } of [one, two]) for (const learner of learners) await handIn(learner, where);
    world.clock.to('2026-03-08T08:00:00Z');
    await world.work();
    for (const learner of two.learners) await reviewNext(learner, two.where);
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    expect(await result(one)).toMatchObject({ grade: null, reviews: [] });
    expect((await result(two))?.grade).toMatchObject({ reviews: 1, doubtful: true, reviewing: { given: 1, owed: 1 } });
  });
});

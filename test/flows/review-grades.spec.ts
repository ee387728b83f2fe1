import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AssignmentDesign } from '@kohorte/rules';
import {
  type AssignmentCohort,
  answer,
  assignmentCohort,
  handIn,
  reviewNext,
  usualAssignment,
} from '../support/assignments.js';
import { statementsOf } from '../support/statements.js';
import { type Somebody, World } from '../support/world.js';

const { reviews, grading } = usualAssignment;
const two: AssignmentDesign['reviews'] = { ...reviews, give: 2, need: 2 };

describe('grades', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.begin();
  });
  afterEach(() => world.end());

  const view = (who: Somebody, params: AssignmentCohort['where']) =>
    who.does('GET /cohorts/:cohortId/assignments/:itemId', { params });
  const result = async (who: Somebody, where: AssignmentCohort['where']) => (await view(who, where)).result!;
  const facts = async (name: string) => (await world.sql(`select from fact where name = $1`, [`peer-review.${name}`])).length; // prettier-ignore

  /** Everybody hands in and reviews the next two, each at their own level; the clock stands where grades are shown. */
  async function shown(
    design: Partial<AssignmentDesign> = {},
    { levels = [3, 2, 1], until = '2026-03-16T23:00:00Z' } = {},
  ): Promise<AssignmentCohort & { ids: string[] }> {
    const there = await assignmentCohort(world, { learners: levels.length, design: { reviews: two, ...design } });
    const ids: string[] = [];
    for (const learner of there.learners) ids.push((await handIn(learner, there.where)).submission!.submissionId);
    world.clock.to('2026-03-08T08:00:00Z');
    await world.work();
    for (const [index, learner] of there.learners.entries()) {
      for (let one = 0; one < two.give; one += 1) await reviewNext(learner, there.where, levels[index]);
    }
    world.clock.to(until);
    await world.work();
    return { ...there, ids };
  }

  test('come of the reviews, with how they came about, and nothing that says who or when', async () => {
    const { learners, where } = await shown({ grading: { ...grading, reviewingShare: 20 } });
    const { grade, reviews: received, mayAppeal, appeal } = await result(learners[0]!, where);
    expect(grade).toMatchObject({ method: 'calibrated', reviews: 2, decision: null, doubtful: true });
    expect(grade!.criteria.map(({ criterionId }) => criterionId)).toEqual(['clear', 'useful']);
    // Levels 2 and 1 of 3, levels 2 and 1 of 2.
    expect(grade!.criteria.map(({ points }) => points)).toEqual([50, 75]);
    expect(grade!.mean).toBe(58.3);
    expect(grade!.low).toBeLessThan(grade!.points);
    expect(grade!.high).toBeGreaterThan(grade!.points);
    expect(received.map(({ number, by }) => [number, by])).toEqual([[1, null], [2, null]]); // prettier-ignore
    expect(Math.round(received.reduce((sum, { share }) => sum + share, 0))).toBe(100);
    expect([mayAppeal, appeal]).toEqual([true, null]);
    expect(grade!.reviewing).toMatchObject({ given: 2, owed: 2, helpfulness: null });
    expect(grade!.total).toBeCloseTo(0.8 * grade!.points + 0.2 * grade!.reviewing!.points, 0);
    expect(JSON.stringify(await view(learners[0]!, where))).not.toContain(learners[1]!.userId);
  });

  test('are the mean or the median where the assignment says so', async () => {
    const mean = await shown({ grading: { ...grading, method: 'mean' } });
    expect((await result(mean.learners[0]!, mean.where)).grade).toMatchObject({
      method: 'mean',
      points: 58.3,
      mean: 58.3,
    });
    expect((await result(mean.learners[0]!, mean.where)).reviews.map(({ share }) => share)).toEqual([50, 50]);
  });

  test('are the trainer’s where a trainer has reviewed, and trust reviewers by examples', async () => {
    const answers = usualAssignment.rubric.map(({ criterionId }) => ({ criterionId, level: 2, comment: null }));
    const there = await assignmentCohort(world, {
      learners: 3,
      design: { reviews: two, examples: [{ exampleId: 'e1', title: 'Ein Brief', text: 'Hallo.', answers }] },
    });
    const ids: string[] = [];
    for (const learner of there.learners) ids.push((await handIn(learner, there.where)).submission!.submissionId);
    world.clock.to('2026-03-08T08:00:00Z');
    await world.work();
    for (const [index, learner] of there.learners.entries()) {
      const example = await learner.does('POST /cohorts/:cohortId/assignments/:itemId/examples', {
        params: there.where,
      });
      await answer(learner, example, index === 0 ? 0 : 2);
      for (const level of [index, index]) await reviewNext(learner, there.where, level);
    }
    const held = await there.trainer.does('POST /submissions/:submissionId/review', {
      params: { submissionId: ids[1]! },
    });
    await answer(there.trainer, held, 3);
    world.clock.to('2026-03-16T23:00:00Z');
    await world.work();
    const { grade, reviews: received } = await result(there.learners[1]!, there.where);
    expect(grade).toMatchObject({ points: 100, reviews: 3, doubtful: false });
    expect(received.filter(({ byTrainer }) => byTrainer).map(({ share, by }) => [share, by])).toEqual([[100, null]]);

    const mirror = await there.learners[0]!.does('GET /cohorts/:cohortId/assignments/:itemId/mirror', { params: there.where }); // prettier-ignore
    expect(mirror.bias).toBeLessThan(-5);
    expect(mirror.examples).toEqual([{ exampleId: 'e1', title: 'Ein Brief', own: 0, right: 77.8 }]);
    expect(mirror.trainer).toEqual({ own: 0, right: 100, count: 1 });
    expect(mirror.criteria.map(({ criterionId, own, count }) => [criterionId, own, count])).toEqual([['clear', 0, 2], ['useful', 0, 2]]); // prettier-ignore
  });

  test('worked out again are the same, and another only where something has changed', async () => {
    const { trainer, learners, where, ids } = await shown();
    const kept = () => world.sql(`select * from grade order by submission_id`);
    const before = await kept();
    const reviewing = await world.sql(`select * from reviewing_grade order by enrolment_id`);
    world.clock.by({ hours: 1 });
    await trainer.does('POST /cohorts/:cohortId/assignments/:itemId/grading', { params: where });
    expect(await kept()).toEqual(before);
    expect(await world.sql(`select * from reviewing_grade order by enrolment_id`)).toEqual(reviewing);
    expect(await facts('grade-shown')).toBe(0);

    const [severe] = await world.sql<{ id: string }>(
      `select id from review where submission_id = $1 order by points limit 1`,
      [ids[0]],
    );
    await trainer.does('PUT /reviews/:reviewId/set-aside', { params: { reviewId: severe!.id }, body: { reason: 'Nur Unmut.' } }); // prettier-ignore
    expect((await result(learners[0]!, where)).reviews).toHaveLength(1);
    expect((await result(learners[0]!, where)).grade).toMatchObject({ reviews: 1, doubtful: true });
    expect(await facts('grade-shown')).toBeGreaterThan(0);
  });

  test('cannot be worked out where nothing was reviewed', async () => {
    const { trainer, where, learners } = await assignmentCohort(world, { learners: 2 });
    const grade = () => trainer.fails('POST /cohorts/:cohortId/assignments/:itemId/grading', { params: where });
    expect((await grade()).code).toBe('nothing-to-grade');
    await handIn(learners[0]!, where);
    expect((await grade()).code).toBe('nothing-to-grade');
    expect((await learners[0]!.fails('POST /cohorts/:cohortId/assignments/:itemId/grading', { params: where })).code).toBe('not-allowed'); // prettier-ignore
  });

  test('are what a trainer decides, until that is taken back', async () => {
    const { trainer, learners, where, ids } = await shown({}, { until: '2026-03-15T08:00:00Z' });
    const params = { submissionId: ids[0]! };
    const { grade } = await trainer.does('GET /submissions/:submissionId', { params });
    for (const points of [40, 90.5])
      await trainer.does('PUT /submissions/:submissionId/grade', {
        params,
        body: { points, reason: `Darum ${points}.` },
      });
    expect((await view(learners[0]!, where)).result).toBeNull();
    await trainer.does('POST /cohorts/:cohortId/assignments/:itemId/grading', { params: where });
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    expect((await result(learners[0]!, where)).grade).toMatchObject({
      points: 90.5,
      low: 90.5,
      method: 'trainer',
      doubtful: false,
      decision: { points: 90.5, reason: 'Darum 90.5.' },
      mean: 58.3,
    });
    const back = await trainer.does('DELETE /submissions/:submissionId/grade', { params });
    expect(back.grade).toMatchObject({ points: grade!.points, method: 'calibrated', decision: null });
    await trainer.does('DELETE /submissions/:submissionId/grade', { params });
    expect(await facts('grade-decided')).toBe(3);
    expect(await world.sql(`select from grade_decision where taken_back_at is null`)).toEqual([]);
    expect((await learners[0]!.fails('PUT /submissions/:submissionId/grade', { params, body: { points: 100, reason: 'Ich.' } })).code).toBe('not-allowed'); // prettier-ignore
  });

  test('are decided where nobody has reviewed, and gone when that is taken back', async () => {
    const there = await assignmentCohort(world, { learners: 1 });
    const { submission } = await handIn(there.learners[0]!, there.where);
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    const params = { submissionId: submission!.submissionId };
    await there.trainer.does('PUT /submissions/:submissionId/grade', {
      params,
      body: { points: 66, reason: 'Gelesen.' },
    });
    expect((await result(there.learners[0]!, there.where)).grade).toMatchObject({ points: 66, method: 'trainer', reviews: 0, mean: null, reviewing: null, total: 66 }); // prettier-ignore
    await there.trainer.does('PUT /submissions/:submissionId/grade', {
      params,
      body: { points: 70, reason: 'Besser.' },
    });
    expect((await result(there.learners[0]!, there.where)).grade).toMatchObject({ points: 70, low: 70, high: 70 });
    await there.trainer.does('DELETE /submissions/:submissionId/grade', { params });
    expect((await result(there.learners[0]!, there.where)).grade).toBeNull();
  });

  test('are appealed against once, and both ways decided', async () => {
    const { trainer, learners, where } = await shown({}, { until: '2026-03-15T08:00:00Z' });
    const [one, other, third] = learners as [Somebody, Somebody, Somebody];
    const appeal = { params: where, body: { reason: 'Kriterium 2 steht doch im dritten Absatz.' } };
    const appealBy = (who: Somebody) => who.does('POST /cohorts/:cohortId/assignments/:itemId/appeal', appeal);
    const refused = async (who: Somebody) => (await who.fails('POST /cohorts/:cohortId/assignments/:itemId/appeal', appeal)).code; // prettier-ignore
    expect(await refused(one)).toBe('grades-not-shown');
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    const before = (await result(one, where)).grade!.points;
    const answers = await Promise.all([1, 2, 3].map(() => one.calls('POST /cohorts/:cohortId/assignments/:itemId/appeal', appeal))); // prettier-ignore
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    expect(await refused(one)).toBe('already-appealed');
    await appealBy(other);
    expect(await facts('appealed')).toBe(2);
    const own = (await result(one, where)).appeal!;
    expect(own).toMatchObject({ pointsBefore: before, decidedAt: null, answer: null });

    const decide = (appealId: string, points: number | null) =>
      trainer.calls('PUT /appeals/:appealId/decision', {
        params: { appealId },
        body: { points, answer: 'Angesehen.' },
      });
    expect((await decide(own.appealId, 80)).status).toBe(200);
    expect((await decide(own.appealId, 10)).status).toBe(409);
    expect(await result(one, where)).toMatchObject({
      grade: { points: 80, method: 'trainer', decision: { reason: 'Angesehen.' } },
      appeal: { pointsAfter: 80, answer: 'Angesehen.' },
      mayAppeal: false,
    });
    const theirs = (await result(other, where)).appeal!;
    const stays = (await result(other, where)).grade!.points;
    await decide(theirs.appealId, null);
    expect(await result(other, where)).toMatchObject({ grade: { points: stays, decision: null }, appeal: { pointsAfter: null } }); // prettier-ignore
    expect(await facts('appeal-decided')).toBe(2);
    expect((await one.calls('PUT /appeals/:appealId/decision', { params: { appealId: theirs.appealId }, body: { answer: 'x' } })).status).toBe(403); // prettier-ignore

    world.clock.to('2026-04-01T00:00:00Z');
    expect((await result(third, where)).mayAppeal).toBe(false);
    expect(await refused(third)).toBe('response-over');
  });

  test('take in how helpful authors found reviews, who stay unknown', async () => {
    const { trainer, learners, where } = await shown({ grading: { ...grading, reviewingShare: 50 } });
    const [one, other] = learners as [Somebody, Somebody, Somebody];
    const rate = async (who: Somebody, helpful: number | undefined, text?: string) => {
      for (const { reviewId } of (await result(who, where)).reviews)
        await who.does('PUT /reviews/:reviewId/rating', { params: { reviewId }, body: { helpful, answer: text } });
    };
    await rate(one, 4, 'Danke, das hilft.');
    const [first] = (await result(one, where)).reviews;
    expect(first).toMatchObject({ rating: { helpful: 4 }, answer: 'Danke, das hilft.' });
    // Each part stays when the other is changed; an empty answer is taken back.
    const params = { reviewId: first!.reviewId };
    await one.does('PUT /reviews/:reviewId/rating', { params, body: { helpful: 1 } });
    expect((await result(one, where)).reviews[0]).toMatchObject({
      rating: { helpful: 1 },
      answer: 'Danke, das hilft.',
    });
    await one.does('PUT /reviews/:reviewId/rating', { params, body: { answer: '' } });
    expect((await result(one, where)).reviews[0]).toMatchObject({ rating: { helpful: 1 }, answer: null });
    for (const who of [other, trainer])
      expect((await who.fails('PUT /reviews/:reviewId/rating', { params, body: { helpful: 2 } })).code).toBe(
        'not-found',
      );

    const mirror = (who: Somebody) => who.does('GET /cohorts/:cohortId/assignments/:itemId/mirror', { params: where });
    expect((await mirror(other)).helpful).toBeNull();
    await rate(learners[2]!, 3);
    expect((await mirror(other)).helpful).toMatchObject({ count: 2 });
    expect(JSON.stringify(await mirror(other))).not.toContain(one.userId);

    const before = (await result(other, where)).grade!.reviewing!;
    expect(before.helpfulness).toBeNull();
    await trainer.does('POST /cohorts/:cohortId/assignments/:itemId/grading', { params: where });
    expect((await result(other, where)).grade!.reviewing!.helpfulness).not.toBeNull();

    world.clock.to('2026-04-01T00:00:00Z');
    expect((await one.fails('PUT /reviews/:reviewId/rating', { params, body: { helpful: 2 } })).code).toBe(
      'response-over',
    );
  });

  test('and the mirror stay closed until they are shown', async () => {
    const { learners, where, ids } = await shown({}, { until: '2026-03-15T08:00:00Z' });
    const [one] = learners as [Somebody];
    const mirror = await one.fails('GET /cohorts/:cohortId/assignments/:itemId/mirror', { params: where });
    expect(mirror.code).toBe('grades-not-shown');
    const [received] = await world.sql<{ id: string }>(`select id from review where submission_id = $1`, [ids[0]]);
    const rating = await one.fails('PUT /reviews/:reviewId/rating', { params: { reviewId: received!.id }, body: { helpful: 4 } }); // prettier-ignore
    expect(rating.code).toBe('grades-not-shown');
  });

  test('name reviewers only where both sides may know each other', async () => {
    const { learners, where } = await shown({ anonymity: 'open' });
    const names = (await result(learners[0]!, where)).reviews.map(({ by }) => by!.userId);
    expect(names.sort()).toEqual([learners[1]!.userId, learners[2]!.userId].sort());
  });

  test('are not shown for work that is out of the round, and there again when it is in', async () => {
    const { trainer, learners, where, ids } = await shown();
    const params = { submissionId: ids[0]! };
    const before = (await result(learners[0]!, where)).grade!;
    await trainer.does('PUT /submissions/:submissionId/exclusion', { params, body: { reason: 'Abgeschrieben.' } });
    expect(await result(learners[0]!, where)).toMatchObject({ grade: null, mayAppeal: false });
    await trainer.does('DELETE /submissions/:submissionId/exclusion', { params });
    expect((await result(learners[0]!, where)).grade!.points).toBeCloseTo(before.points, 0);
  });

  test('are told of what an author may show to all, and consent ends it at once', async () => {
    const { trainer, learners, where, ids } = await shown({}, { until: '2026-03-15T08:00:00Z' });
    const [one, other] = learners as [Somebody, Somebody];
    const show = (isShown: boolean) =>
      trainer.calls('PUT /submissions/:submissionId/gallery', { params: { submissionId: ids[0]! }, body: { shown: isShown } }); // prettier-ignore
    const consent = (consents: boolean) =>
      one.does('PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent', { params: where, body: { consents } });
    const gallery = (who: Somebody) =>
      who.does('GET /cohorts/:cohortId/assignments/:itemId/gallery', { params: where });
    expect((await show(true)).body).toMatchObject({ code: 'no-consent' });
    expect((await consent(true)).gallery.consents).toBe(true);
    expect((await show(true)).status).toBe(200);
    expect(await gallery(other)).toEqual([]);

    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    const [entry] = await gallery(other);
    expect(entry).toMatchObject({ submissionId: ids[0], authors: null, points: null, work: { text: null } });
    expect(entry!.work.html).toContain('Liebe Frau Kern');
    const own = (await gallery(one))[0]!;
    expect([own.authors!.length, own.points]).toEqual([1, (await result(one, where)).grade!.points]);
    expect((await gallery(trainer))[0]!.authors).toHaveLength(1);

    await consent(false);
    expect(await gallery(other)).toEqual([]);
    await consent(true);
    expect(await gallery(other)).toEqual([]);
    expect(await facts('gallery-changed')).toBe(2);
    expect((await show(true)).status).toBe(200);
    expect(await gallery(other)).toHaveLength(1);
    await show(false);
    expect(await gallery(trainer)).toEqual([]);
  });

  test('take few statements, however many there are', async () => {
    const { trainer, where } = await shown();
    const [round] = await world.sql<{ id: string; rubric_id: string }>(
      `select r.id, b.id as rubric_id from review_round r join rubric b on b.round_id = r.id`,
    );
    await world.sql(
      `with person as (
         insert into app_user (id, email, given_name, family_name, created_at)
         select uuidv7(), 'many-' || n || '@world.test', 'Viele', n::text, $3 from generate_series(1, 2000) n returning id),
       learner as (
         insert into enrolment (id, cohort_id, user_id, status, active_at)
         select uuidv7(), $4, id, 'active', $3 from person returning id, user_id),
       work as (select uuidv7() as id, l.id as enrolment_id, l.user_id, row_number() over (order by l.id) as n from learner l),
       submitted as (
         insert into submission (id, round_id, rubric_id, text, changed_at, handed_in_at)
         select id, $1, $2, 'x', $3, $3 from work),
       authored as (
         insert into submission_author (round_id, enrolment_id, submission_id, user_id)
         select $1, enrolment_id, id, user_id from work)
       insert into review (id, round_id, submission_id, rubric_id, reviewer_id, enrolment_id, kind, number, way,
         allocated_at, changed_at, done_at, points, answers)
       select uuidv7(), $1, s.id, $2, r.user_id, r.enrolment_id, 'peer', d, 'batch', $3, $3, $3, 40 + (s.n * 7 + d * 13) % 50,
         '[{"criterionId":"clear","level":2},{"criterionId":"useful","level":1}]'
       from work s cross join generate_series(1, 3) d join work r on r.n = 1 + (s.n + d - 1) % 2000`,
      [round!.id, round!.rubric_id, world.clock.now(), where.cohortId],
    );
    const statements = await statementsOf(() => trainer.calls('POST /cohorts/:cohortId/assignments/:itemId/grading', { params: where })); // prettier-ignore
    expect(statements).toBeLessThan(30);
    expect((await world.sql(`select from grade where reviews = 3`)).length).toBe(2000);
    expect((await world.sql(`select from reviewing_grade`)).length).toBe(2003);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Work } from '@kohorte/platform';
import { ProgressJobs } from '@kohorte/progress';
import ICAL from 'ical.js';
import { type AssignmentCohort, assignmentCohort, handIn, reviewNext } from '../support/assignments.js';
import { aRound, handedIn, reviewed } from '../support/rounds.js';
import { type Somebody, World } from '../support/world.js';

const spring = { from: '2026-03-01T00:00:00Z', to: '2026-05-01T00:00:00Z' };

describe('an assignment counts for progress', () => {
  let world: World;
  let given: AssignmentCohort;
  let roundId: string;
  let amina: Somebody;
  let enrolmentId: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T09:00:00Z');
    given = await assignmentCohort(world, { learners: 4, design: { reviews: { ...usualReviews, give: 2, need: 2 } } });
    amina = given.learners[0]!;
    roundId = await aRound(world, given.where);
    enrolmentId = await enrolmentOf(amina);
    await world.work([]);
  });
  afterAll(() => world.end());

  const usualReviews = { give: 2, need: 2, days: 7, way: 'next' as const, leaseHours: 48, leastWords: 3 };
  const outline = (who = amina) => who.does('GET /cohorts/:cohortId/outline', { params: given.where });
  const item = async (who = amina) => (await outline(who)).modules[0]!.items.find(({ kind }) => kind === 'assignment')!;
  const dueEntry = async (who = amina) =>
    (await who.does('GET /timetable', { query: spring })).find(({ kind }) => kind === 'due')!;
  const enrolmentOf = async ({ userId }: Somebody) => {
    const [row] = await world.sql<{ id: string }>(`select id from enrolment where user_id = $1`, [userId]);
    return row!.id;
  };
  /** Tells that somebody's part may have changed, as the services of the rung below do. */
  const changed = async (whose = enrolmentId) => {
    await world.get(Work).run(async (unit) => {
      unit.record('peer-review.part-changed', { roundId, enrolmentId: whose });
    });
    await world.work([]);
  };
  const facts = async (name: string) =>
    (await world.sql<{ n: number }>(`select count(*)::int as n from fact where name = $1`, [name]))[0]!.n;

  test('is counted, due, and leads to its screen', async () => {
    const { progress, next } = await outline();
    expect(progress).toMatchObject({ done: 0, total: 3, minutesLeft: 65 });
    expect(next).toMatchObject({ kind: 'page' });
    expect(await item()).toMatchObject({
      countable: true,
      handIn: true,
      dueAt: '2026-03-06T22:59:00.000Z',
      doneAt: null,
    });
    const player = await amina.does('GET /cohorts/:cohortId/items/:itemId', { params: given.where });
    expect(player).toMatchObject({ countable: true, handIn: true, dueAt: '2026-03-06T22:59:00.000Z' });
    expect(await dueEntry()).toMatchObject({ at: '2026-03-06T22:59:00.000Z', done: false, minutes: 45 });
    const home = await amina.does('GET /home');
    expect(home.week.map(({ kind }) => kind)).toEqual(['release', 'due']);
    expect(home.minutesThisWeek).toBe(55);
  });

  test('is next once what comes before it is done', async () => {
    const [page] = (await outline()).modules[0]!.items;
    await amina.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', {
      params: { ...given.where, itemId: page!.itemId },
    });
    expect((await outline()).next).toMatchObject({ kind: 'assignment', title: 'Ein schwieriger Brief' });
  });

  test('cannot be marked by hand, nor unmarked', async () => {
    for (const call of ['PUT', 'DELETE'] as const) {
      const { code } = await amina.fails(`${call} /cohorts/:cohortId/items/:itemId/done-mark`, { params: given.where });
      expect(code).toBe('cannot-be-done');
    }
  });

  test('is due later for who has more time, and for their team', async () => {
    await world.sql(`update review_round set deadlines_sequence = 1`);
    await world.sql(
      `insert into extension (round_id, enrolment_id, due_at, granted_at) values ($1, $2, '2026-03-09T11:00:00Z', $3)`,
      [roundId, enrolmentId, world.clock.now()],
    );
    expect((await item()).dueAt).toBe('2026-03-09T11:00:00.000Z');
    expect((await dueEntry()).at).toBe('2026-03-09T11:00:00.000Z');
    expect((await item(given.learners[1])).dueAt).toBe('2026-03-06T22:59:00.000Z');
    const mate = await enrolmentOf(given.learners[1]!);
    await world.sql(
      `with t as (insert into team (id, round_id, name) values (uuidv7(), $1, 'Eins') returning id)
       insert into team_member (round_id, enrolment_id, team_id) select $1, unnest($2::uuid[]), t.id from t`,
      [roundId, [enrolmentId, mate]],
    );
    expect((await item(given.learners[1])).dueAt).toBe('2026-03-09T11:00:00.000Z');
    expect((await dueEntry(given.learners[1])).at).toBe('2026-03-09T11:00:00.000Z');
    expect((await dueEntry(given.learners[2])).at).toBe('2026-03-06T22:59:00.000Z');
    await world.sql(`delete from team`);
    await world.sql(`delete from extension`);
  });

  test('is due where the whole round was moved to, for the trainer as well', async () => {
    await world.sql(`update review_round set due_moved_to = '2026-03-20T17:00:00Z', deadlines_sequence = 1`);
    expect((await item()).dueAt).toBe('2026-03-20T17:00:00.000Z');
    for (const person of [amina, given.trainer]) expect((await dueEntry(person)).at).toBe('2026-03-20T17:00:00.000Z');
    // Asked for a week, neither the one that it was moved away from nor another than that it was moved to has it.
    const inWeek = async (from: string, to: string) =>
      (await amina.does('GET /timetable', { query: { from, to } })).filter(({ kind }) => kind === 'due').length;
    expect(await inWeek('2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z')).toBe(0);
    expect(await inWeek('2026-03-16T00:00:00Z', '2026-03-23T00:00:00Z')).toBe(1);
    await world.sql(`update review_round set due_moved_to = null`);
  });

  test('is not due any more once it is handed in, and waits until reviews begin', async () => {
    await handedIn(world, { roundId, who: given.learners.slice(0, 3) });
    await changed();
    expect((await item()).doneAt).toBeNull();
    expect((await item()).dueAt).toBe('2026-03-14T22:59:00.000Z');
    expect(await dueEntry()).toMatchObject({ done: true, at: '2026-03-06T22:59:00.000Z' });
    expect((await amina.does('GET /home')).week.find(({ kind }) => kind === 'due')).toMatchObject({ done: true });
    expect((await outline()).next).toBeNull();
    expect((await outline()).progress).toMatchObject({ done: 1, total: 3 });
    world.clock.to('2026-03-06T22:59:00.001Z');
    expect((await outline()).next).toMatchObject({ kind: 'assignment' });
  });

  test('is done with the last review that is owed, once', async () => {
    await reviewed(world, { roundId, by: amina, of: given.learners[1]! });
    await changed();
    expect((await item()).doneAt).toBeNull();
    await reviewed(world, { roundId, by: amina, of: given.learners[2]! });
    await changed();
    await changed();
    expect((await item()).doneAt).toBe('2026-03-06T22:59:00.001Z');
    expect((await outline()).progress).toMatchObject({ done: 2, total: 3 });
    expect(await facts('progress.item-done')).toBe(2);
  });

  test('a review that a trainer sets aside was given; a work that is taken out of the round was not', async () => {
    await world.sql(`update review set set_aside_at = now()`);
    await changed();
    expect((await item()).doneAt).not.toBeNull();
    await world.sql(`update submission set excluded_at = now() where id in (
      select submission_id from submission_author where user_id = $1)`, [amina.userId]); // prettier-ignore
    await changed();
    await changed();
    expect((await item()).doneAt).toBeNull();
    expect(await facts('progress.item-undone')).toBe(1);
    await world.sql(`update submission set excluded_at = null`);
    await changed();
    expect((await item()).doneAt).not.toBeNull();
  });

  test('asks for no more reviews than there were works of others, once reviews are closed', async () => {
    const [, ben] = given.learners as [Somebody, Somebody, Somebody, Somebody];
    const bens = await enrolmentOf(ben);
    await reviewed(world, { roundId, by: ben, of: amina });
    await world.sql(`update submission set excluded_at = now() where id in (
      select submission_id from submission_author where user_id = $1)`, [given.learners[2]!.userId]); // prettier-ignore
    await changed(bens);
    expect((await item(ben)).doneAt).toBeNull();
    world.clock.to('2026-03-15T00:00:00Z');
    await world.sql(`update review_round set reviews_closed_at = $1`, [world.clock.now()]);
    await changed(bens);
    expect((await item(ben)).doneAt).not.toBeNull();
  });

  test('leads nowhere once it is too late, for who has not handed in', async () => {
    const last = given.learners[3]!;
    const [page] = (await outline(last)).modules[0]!.items;
    await last.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', {
      params: { ...given.where, itemId: page!.itemId },
    });
    expect((await outline(last)).next).toMatchObject({ kind: 'page', step: 2 });
  });

  test('completes the cohort, which stays completed', async () => {
    const last = (await outline()).modules[1]!.items[0]!;
    await amina.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', {
      params: { ...given.where, itemId: last.itemId },
    });
    expect((await outline()).completedAt).not.toBeNull();
    await world.sql(`update enrolment set status = 'active', completed_at = null where id = $1`, [enrolmentId]);
    await world.sql(`delete from done_mark where item_id = $1`, [given.where.itemId]);
    await changed();
    expect((await outline()).completedAt).toBe(world.clock.now().toISOString());
    const completions = await facts('progress.cohort-completed');
    await world.sql(`update review set done_at = null, points = null where enrolment_id = $1`, [enrolmentId]);
    await changed();
    expect((await item()).doneAt).toBeNull();
    expect((await outline()).completedAt).not.toBeNull();
    await changed();
    expect(await facts('progress.cohort-completed')).toBe(completions);
  });

  test('stays as it was for who has left, and asks nothing of a round of another cohort', async () => {
    const { handlers } = world.get(ProgressJobs);
    const undone = await facts('progress.item-undone');
    const ben = given.learners[1]!;
    await world.sql(
      `update enrolment set status = 'withdrawn', completed_at = null, withdrawn_at = now() where user_id = $1`,
      [ben.userId],
    );
    await handlers['progress.count-assignment']({ roundId, enrolmentId: await enrolmentOf(ben) });
    expect(await facts('progress.item-undone')).toBe(undone);
    const other = await assignmentCohort(world, { learners: 1 });
    const elsewhere = await aRound(world, other.where);
    await handlers['progress.count-assignment']({ roundId: elsewhere, enrolmentId });
    expect(await facts('progress.item-undone')).toBe(undone);
  });

  test('counts for reports and for those who run the cohort', async () => {
    const admin = await world.person({ roles: ['admin'] });
    const { rows } = await admin.does('GET /reports/completion', {
      query: { by: 'cohort', cohortId: given.cohort.cohortId },
    });
    expect(rows[0]).toMatchObject({ enrolled: 3, totalItems: 9 });
    const { rows: learners } = await given.trainer.does('GET /cohorts/:cohortId/progress', { params: given.where });
    expect(learners.map(({ modules }) => modules[0]!.total)).toEqual([2, 2, 2]);
  });
});

describe('an assignment in one’s own pace', () => {
  test('can be reviewed as soon as one has handed in; who finds no work of others owes none in the end', async () => {
    const world = await World.begin('2026-03-02T09:00:00Z');
    const given = await assignmentCohort(world, { learners: 1, pacing: 'relative' });
    const [learner] = given.learners as [Somebody];
    const outline = () => learner.does('GET /cohorts/:cohortId/outline', { params: given.where });
    const [page] = (await outline()).modules[0]!.items;
    await learner.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', {
      params: { ...given.where, itemId: page!.itemId },
    });
    await handedIn(world, { roundId: await aRound(world, given.where), who: [learner] });
    expect((await outline()).next).toMatchObject({ kind: 'assignment' });
    const doneAt = async () => {
      await world.work();
      return (await outline()).modules[0]!.items.find(({ handIn: canHandIn }) => canHandIn)!.doneAt;
    };
    expect(await doneAt()).toBeNull();
    world.clock.to('2026-03-20T09:00:00Z');
    expect(await doneAt()).toBe('2026-03-20T09:00:00.000Z');
    await world.end();
  });
});

describe('an assignment from its module to its last review', () => {
  let world: World;
  let given: AssignmentCohort;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T09:00:00Z');
    const design = { reviews: { give: 1, need: 1, days: 7, way: 'next' as const, leaseHours: 48, leastWords: 0 } };
    given = await assignmentCohort(world, { learners: 2, design });
  });
  afterAll(() => world.end());

  test('moves in the calendar with its deadline, by a higher SEQUENCE of the same event', async () => {
    const [learner] = given.learners as [Somebody];
    const { url } = await learner.does('POST /calendar-feed');
    const due = async (): Promise<ICAL.Event> => {
      const token = new URL(url).pathname.split('/').at(-1)!;
      const { text } = await world.nobody().calls('GET /calendar/:token', { params: { token } });
      ICAL.TimezoneService.reset();
      const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
      for (const zone of calendar.getAllSubcomponents('vtimezone'))
        ICAL.TimezoneService.register(new ICAL.Timezone(zone), String(zone.getFirstPropertyValue('tzid')));
      const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      return events.find(({ uid }) => uid.startsWith(`due-${given.where.itemId}`))!;
    };
    const before = await due();
    expect(before.startDate.toString()).toBe('2026-03-06T23:59:00');
    world.clock.to('2026-03-03T10:00:00Z');
    await given.trainer.does('PUT /cohorts/:cohortId/assignments/:itemId/deadlines', {
      params: given.where,
      body: { dueAt: '2026-03-09T17:00:00Z' },
    });
    const after = await due();
    expect([after.uid, after.startDate.toString()]).toEqual([before.uid, '2026-03-09T18:00:00']);
    expect(after.sequence).toBe(before.sequence + 1);
    expect(String(after.component.getFirstPropertyValue('last-modified'))).toBe('2026-03-03T10:00:00Z');
    await given.trainer.does('PUT /cohorts/:cohortId/assignments/:itemId/deadlines', {
      params: given.where,
      body: { dueAt: null },
    });
    const back = await due();
    expect([back.startDate.toString(), back.sequence]).toEqual(['2026-03-06T23:59:00', before.sequence + 2]);
  });

  test('is done with what its learners do', async () => {
    const [one, other] = given.learners as [Somebody, Somebody];
    const mark = async (who: Somebody) => {
      await world.work();
      const { modules } = await who.does('GET /cohorts/:cohortId/outline', { params: given.where });
      return modules[0]!.items.find(({ handIn: canHandIn }) => canHandIn)!.doneAt;
    };
    await handIn(one, given.where);
    await handIn(other, given.where, 'Sehr geehrter Herr Kern, bitte antworten Sie.');
    expect(await mark(one)).toBeNull();
    world.clock.to('2026-03-07T09:00:00Z');
    await reviewNext(one, given.where);
    expect(await mark(one)).toBe('2026-03-07T09:00:00.000Z');
    expect(await mark(other)).toBeNull();
  });

  test('is never asked of two who must not meet, once reviews are over', async () => {
    const design = { reviews: { give: 1, need: 1, days: 7, way: 'next' as const, leaseHours: 48, leastWords: 0 } };
    const small = await assignmentCohort(world, { learners: 2, design, dueAfterDays: 9 });
    const [one, other] = small.learners as [Somebody, Somebody];
    await handIn(one, small.where);
    await handIn(other, small.where, 'Sehr geehrter Herr Kern, bitte antworten Sie.');
    const params = small.where;
    const admin = await world.person({ roles: ['admin'] });
    const unit = await admin.does('POST /org-units', { body: { name: 'Nord', parentId: null, managerId: one.userId } });
    await world.sql(`update app_user set org_unit_id = $1 where id = $2`, [unit.orgUnitId, other.userId]);
    world.clock.to('2026-04-20T09:00:00Z');
    await world.work();
    for (const who of [one, other]) {
      const { modules } = await who.does('GET /cohorts/:cohortId/outline', { params });
      expect(modules[0]!.items.find(({ handIn: canHandIn }) => canHandIn)!.doneAt).toBe('2026-04-20T09:00:00.000Z');
    }
  });
});

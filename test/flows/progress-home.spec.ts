import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HomeView } from '@kohorte/contracts';
import { planned } from '../support/planned.js';
import { type Somebody, World } from '../support/world.js';

describe('home answers: what next?', () => {
  let world: World;
  let admin: Somebody;
  let amina: Somebody;
  let feedback: string;
  let safety: string;

  const home = (of: Somebody = amina): Promise<HomeView> => of.does('GET /home');
  const join = (cohortId: string, who: Somebody = amina) =>
    who.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });

  beforeAll(async () => {
    world = await World.begin('2026-03-18T08:00:00Z');
    admin = await world.person({ roles: ['admin'] });
    amina = await world.person({ name: 'Amina Yıldız' });
    const long = await world.course(admin.userId, { title: 'Feedback', modules: 3, items: 2 });
    const short = await world.course(admin.userId, {
      title: 'Sicherheit',
      modules: 2,
      items: 1,
      item: { dueAfterDays: 9, minutes: 7 },
    });
    feedback = (await planned(admin, long.courseId, { name: 'F1', plan: { startOn: '2026-03-23' } })).cohortId;
    safety = (await planned(admin, short.courseId, { name: 'S1', capacity: 1, plan: { startOn: '2026-03-23' } }))
      .cohortId;
  });
  afterAll(() => world.end());

  test('somebody new sees what to join', async () => {
    const view = await home();
    expect(view).toMatchObject({ continue: null, minutesThisWeek: 0, week: [], cohorts: [], waiting: [] });
    expect(new Set(view.toJoin.map(({ courseTitle, cohort }) => [courseTitle, cohort.name, cohort.joinState]))).toEqual(
      new Set([
        ['Feedback', 'F1', 'join'],
        ['Sicherheit', 'S1', 'join'],
      ]),
    );
  });

  test('who waits sees the waitlist, and what else there is', async () => {
    const first = await world.person();
    await join(safety, first);
    await join(safety);
    const view = await home();
    expect(
      view.waiting.map(({ courseTitle, cohort: { name, joinState, mine } }) => [
        courseTitle,
        name,
        joinState,
        mine?.place,
      ]),
    ).toEqual([['Sicherheit', 'S1', 'waiting', 1]]);
    expect(view.toJoin.map(({ courseTitle }) => courseTitle)).toEqual(['Feedback']);
    await first.does('DELETE /cohorts/:cohortId/enrolment', { params: { cohortId: safety } });
    expect((await home()).waiting[0]?.cohort.joinState).toBe('offered');
    await amina.does('POST /cohorts/:cohortId/enrolment/acceptance', { params: { cohortId: safety } });
    expect(await home()).toMatchObject({ waiting: [], toJoin: [] });
  });

  test('before it begins, a cohort says when', async () => {
    await join(feedback);
    const view = await home();
    expect(view.continue).toBeNull();
    expect(new Set(view.cohorts.map(({ name, step, steps, nextOpensAt }) => [name, step, steps, nextOpensAt]))).toEqual(
      new Set([
        ['F1', 0, 3, '2026-03-23T08:00:00.000Z'],
        ['S1', 0, 2, '2026-03-23T08:00:00.000Z'],
      ]),
    );
    expect(view).toMatchObject({ week: [], minutesThisWeek: 0 });
  });

  test('in its week, one step leads on: where something is due first', async () => {
    world.clock.to('2026-03-25T12:00:00Z');
    const view = await home();
    expect(view.continue).toMatchObject({
      title: 'Seite 1.1',
      minutes: 7,
      step: 1,
      cohortId: safety,
      cohortName: 'S1',
      courseTitle: 'Sicherheit',
    });
    expect(view.week.map(({ kind, title, done }) => [kind, title, done])).toEqual([
      ['release', 'Modul 1', true],
      ['release', 'Modul 1', true],
    ]);
    expect(view.minutesThisWeek).toBe(27);
    await amina.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', {
      params: { cohortId: safety, itemId: view.continue!.itemId },
    });
    expect(await home()).toMatchObject({
      continue: { cohortId: feedback, title: 'Seite 1.1', minutes: 10 },
      minutesThisWeek: 20,
    });
  });

  test('the week is the reader’s own, from Monday to Sunday', async () => {
    world.clock.to('2026-03-29T21:59:59Z');
    expect((await home()).week.map(({ at }) => at)).toEqual(['2026-03-23T08:00:00.000Z', '2026-03-23T08:00:00.000Z']);
    world.clock.to('2026-03-29T22:00:00Z');
    const view = await home();
    expect(view.week.map(({ kind, at, title, done }) => [kind, at, title, done])).toEqual([
      ['release', '2026-03-30T07:00:00.000Z', 'Modul 2', false],
      ['release', '2026-03-30T07:00:00.000Z', 'Modul 2', false],
      ['due', '2026-04-01T21:59:00.000Z', 'Seite 1.1', true],
    ]);
    expect(view.minutesThisWeek).toBe(20 + 7);
    await amina.does('PATCH /me', { body: { timeZone: 'America/New_York' } });
    expect((await home()).week.map(({ at }) => at)).toEqual(['2026-03-23T08:00:00.000Z', '2026-03-23T08:00:00.000Z']);
    await amina.does('PATCH /me', { body: { timeZone: 'Europe/Berlin' } });
  });

  test('what is overdue does not stand in front of what is new', async () => {
    world.clock.to('2026-04-09T12:00:00Z');
    const { continue: next } = await home();
    expect(next).toMatchObject({ cohortId: feedback });
  });

  test('what was completed stays for a month, without a next step', async () => {
    const { modules } = await amina.does('GET /cohorts/:cohortId/outline', { params: { cohortId: safety } });
    await amina.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', {
      params: { cohortId: safety, itemId: modules[1]!.items[0]!.itemId },
    });
    const view = await home();
    expect(view.cohorts.map(({ name, next, completedAt }) => [name, next === null, completedAt])).toEqual([
      ['F1', false, null],
      ['S1', true, '2026-04-09T12:00:00.000Z'],
    ]);
    world.clock.by({ days: 29 });
    expect((await home()).cohorts).toHaveLength(2);
    world.clock.by({ days: 2 });
    expect((await home()).cohorts.map(({ name }) => name)).toEqual(['F1']);
  });

  test('a trainer without a cohort of their own still has a week', async () => {
    const trainer = await world.person({ roles: ['trainer'] });
    const { courseId } = await world.course(trainer.userId, { modules: 1 });
    await planned(trainer, courseId, { trainerIds: [trainer.userId], plan: { startOn: '2026-05-11' } });
    const view = await home(trainer);
    expect(view).toMatchObject({ cohorts: [], continue: null, minutesThisWeek: 0 });
    world.clock.to('2026-05-12T08:00:00Z');
    expect((await home(trainer)).week).toHaveLength(1);
  });
});

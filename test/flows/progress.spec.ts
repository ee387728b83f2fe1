import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LearnerOrder, OutlineView } from '@kohorte/contracts';
import { WholeCourses, type WholeItem } from '@kohorte/courses';
import { planned } from '../support/planned.js';
import { type Somebody, World } from '../support/world.js';

const item = (title: string, said: Partial<WholeItem> = {}): WholeItem => ({
  kind: 'page',
  title,
  minutes: 10,
  required: true,
  dueAfterDays: null,
  body: `Text von *${title}*.`,
  bodyFormat: 'markdown',
  url: null,
  fileId: null,
  ...said,
});

describe('a learner walks through a cohort', () => {
  let world: World;
  let admin: Somebody;
  let trainer: Somebody;
  let amina: Somebody;
  let enrolmentId: string;
  let params: { cohortId: string };

  const outline = (of: Somebody = amina): Promise<OutlineView> => of.does('GET /cohorts/:cohortId/outline', { params });
  const itemOf = async (title: string): Promise<{ cohortId: string; itemId: string }> => {
    const { modules } = await outline(trainer);
    const found = modules.flatMap(({ items }) => items).find((one) => one.title === title);
    return { ...params, itemId: found!.itemId };
  };
  const play = async (title: string, who = amina) =>
    who.does('GET /cohorts/:cohortId/items/:itemId', { params: await itemOf(title) });
  const mark = async (title: string, who = amina) =>
    who.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', { params: await itemOf(title) });
  const unmark = async (title: string, who = amina) =>
    who.does('DELETE /cohorts/:cohortId/items/:itemId/done-mark', { params: await itemOf(title) });
  const facts = async (): Promise<string[]> =>
    (await world.sql<{ name: string }>(`select name from fact where name like 'progress.%' order by id`)).map(
      ({ name }) => name,
    );

  beforeAll(async () => {
    world = await World.begin('2026-03-20T08:00:00Z');
    admin = await world.person({ roles: ['admin'] });
    trainer = await world.person({ name: 'Tom Trainer', roles: ['trainer'] });
    amina = await world.person({ name: 'Amina Yıldız' });
    const { courseId } = await world.get(WholeCourses).addPublished(trainer.userId, {
      title: 'Feedback geben',
      summary: null,
      audience: null,
      language: 'de',
      files: [],
      modules: [
        {
          title: 'Fragen',
          summary: 'Gute Fragen stellen.',
          objectives: ['Du stellst offene Fragen.'],
          highlights: null,
          items: [
            item('Warum fragen'),
            item('Film', { kind: 'video', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', minutes: 6 }),
            item('Austausch', { kind: 'discussion', minutes: 15 }),
            item('Zum Weiterlesen', { kind: 'link', url: 'https://example.org/', required: false, minutes: 5 }),
          ],
        },
        {
          title: 'Zuhören',
          summary: 'Still sein.',
          objectives: ['Du hörst zu.'],
          highlights: null,
          items: [item('Stille', { dueAfterDays: 4, minutes: 20 })],
        },
      ],
    });
    const { cohortId } = await planned(admin, courseId, {
      trainerIds: [trainer.userId],
      plan: { startOn: '2026-03-23' },
    });
    params = { cohortId };
    ({ enrolmentId } = await amina.does('POST /cohorts/:cohortId/enrolment', { params }));
  });
  afterAll(() => world.end());

  test('before it begins, everything is named and nothing is shown', async () => {
    const view = await outline();
    expect(view).toMatchObject({
      name: 'Frühjahr',
      courseTitle: 'Feedback geben',
      startOn: '2026-03-23',
      timeZone: 'Europe/Berlin',
      learns: true,
      runs: false,
      completedAt: null,
      cancelledAt: null,
      next: null,
      progress: { done: 0, total: 4, percent: 0, minutesLeft: 41 },
    });
    expect(
      view.modules.map(({ title, step, opensAt, isOpen, minutes }) => ({ title, step, opensAt, isOpen, minutes })),
    ).toEqual([
      { title: 'Fragen', step: 1, opensAt: '2026-03-23T08:00:00.000Z', isOpen: false, minutes: 36 },
      { title: 'Zuhören', step: 2, opensAt: '2026-03-30T07:00:00.000Z', isOpen: false, minutes: 20 },
    ]);
    for (const module of view.modules) expect(module).toMatchObject({ summary: null, objectives: [], items: [] });
  });

  test('the trainer sees all of it, and learns nothing', async () => {
    const view = await outline(trainer);
    expect(view).toMatchObject({ learns: false, runs: true, next: null });
    expect(view.modules.map(({ isOpen, items }) => [isOpen, items.length])).toEqual([
      [true, 4],
      [true, 1],
    ]);
    expect((await play('Stille', trainer)).content.html).toContain('<em>Stille</em>');
  });

  test('to the millisecond, the first module opens without any worker', async () => {
    world.clock.to('2026-03-23T07:59:59.999Z');
    expect((await outline()).modules[0]!.isOpen).toBe(false);
    const params = await itemOf('Warum fragen');
    const problem = await amina.fails('GET /cohorts/:cohortId/items/:itemId', { params });
    expect(problem).toMatchObject({
      status: 403,
      code: 'module-not-open',
      detail: 'Dieses Modul öffnet am Montag, 23. März 2026 um 09:00.',
    });

    world.clock.to('2026-03-23T08:00:00Z');
    const view = await outline();
    expect(view.modules[0]).toMatchObject({
      isOpen: true,
      summary: 'Gute Fragen stellen.',
      objectives: ['Du stellst offene Fragen.'],
    });
    expect(view.modules[0]!.items.map(({ title, countable }) => [title, countable])).toEqual([
      ['Warum fragen', true],
      ['Film', true],
      ['Austausch', false],
      ['Zum Weiterlesen', true],
    ]);
    expect(view.next).toMatchObject({ title: 'Warum fragen', step: 1, minutes: 10, kind: 'page' });
    expect(await world.sql(`select 1 from release where released_at is not null`)).toEqual([]);
  });

  test('says when a module opens in the reader’s language and zone', async () => {
    const { itemId } = await itemOf('Stille');
    const reader = await world.person({ language: 'en', timeZone: 'America/New_York' });
    await reader.does('POST /cohorts/:cohortId/enrolment', { params });
    const problem = await reader.fails('GET /cohorts/:cohortId/items/:itemId', { params: { ...params, itemId } });
    expect(problem.detail).toMatch(/^This module opens on Monday,? 30 March 2026 at 03:00\.$/);
    expect(problem.params).toMatchObject({ instant: '2026-03-30T07:00:00.000Z' });
    await reader.does('DELETE /cohorts/:cohortId/enrolment', { params });
  });

  test('an item comes with its content and the way on, among what is open', async () => {
    const page = await play('Warum fragen');
    expect(page).toMatchObject({
      moduleTitle: 'Fragen',
      step: 1,
      countable: true,
      learns: true,
      doneAt: null,
      previousItemId: null,
      nextItemId: (await itemOf('Film')).itemId,
    });
    expect(page.content).toMatchObject({ kind: 'page', title: 'Warum fragen', url: null, file: null });
    expect(page.content.html).toContain('<em>Warum fragen</em>');
    const film = await play('Film');
    expect(film.content.embed?.provider).toBeTruthy();
    const last = await play('Zum Weiterlesen');
    expect(last.nextItemId).toBeNull();
    expect((await play('Zum Weiterlesen', trainer)).nextItemId).toBe((await itemOf('Stille')).itemId);
  });

  test('a mark counts once, and can be taken back once', async () => {
    const first = await mark('Warum fragen');
    expect(first).toEqual({
      doneAt: '2026-03-23T08:00:00.000Z',
      progress: { done: 1, total: 4, percent: 25, minutesLeft: 31 },
      completedAt: null,
      next: expect.objectContaining({ title: 'Film' }),
    });
    world.clock.by({ minutes: 5 });
    expect(await mark('Warum fragen')).toEqual(first);
    expect((await unmark('Warum fragen')).doneAt).toBeNull();
    await unmark('Warum fragen');
    expect(await facts()).toEqual(['progress.item-done', 'progress.item-undone']);
    expect((await play('Warum fragen')).doneAt).toBeNull();
  });

  test('two tabs at once are one mark and one fact', async () => {
    const place = await itemOf('Warum fragen');
    const tabs = await Promise.all(
      Array.from({ length: 8 }, () => amina.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', { params: place })),
    );
    expect(new Set(tabs.map(({ doneAt }) => doneAt)).size).toBe(1);
    expect((await facts()).filter((name) => name === 'progress.item-done')).toHaveLength(2);
  });

  test('what is optional comes last, and placeholders never', async () => {
    expect((await mark('Film')).next).toMatchObject({ title: 'Zum Weiterlesen' });
    expect((await mark('Zum Weiterlesen')).next).toBeNull();
    const place = await itemOf('Austausch');
    expect(await amina.fails('PUT /cohorts/:cohortId/items/:itemId/done-mark', { params: place })).toMatchObject({
      status: 409,
      code: 'cannot-be-done',
    });
  });

  test('a closed module takes no marks, also one that was postponed', async () => {
    const place = await itemOf('Stille');
    const refused = await amina.fails('PUT /cohorts/:cohortId/items/:itemId/done-mark', { params: place });
    expect(refused.code).toBe('module-not-open');
    expect((await facts()).filter((name) => name === 'progress.item-done')).toHaveLength(4);
  });

  test('the last required item completes the cohort, in the same moment and once', async () => {
    world.clock.to('2026-03-30T07:00:00Z');
    const view = await outline();
    expect(view.next).toMatchObject({ title: 'Stille', step: 2 });
    expect(view.modules[1]!.items[0]!.dueAt).toBe('2026-04-03T21:59:00.000Z');
    const done = await mark('Stille');
    expect(done).toMatchObject({
      completedAt: '2026-03-30T07:00:00.000Z',
      next: null,
      progress: { percent: 100, minutesLeft: 0 },
    });
    await mark('Stille');
    expect((await facts()).filter((name) => name === 'progress.cohort-completed')).toHaveLength(1);
    const [enrolment] = await world.sql(`select status, completed_at from enrolment where id = $1`, [enrolmentId]);
    expect(enrolment).toEqual({ status: 'completed', completed_at: new Date('2026-03-30T07:00:00Z') });
  });

  test('what was completed stays so, whatever is taken back', async () => {
    world.clock.by({ days: 1 });
    expect(await unmark('Stille')).toMatchObject({ doneAt: null, completedAt: '2026-03-30T07:00:00.000Z' });
    expect((await mark('Stille')).completedAt).toBe('2026-03-30T07:00:00.000Z');
    expect((await outline()).completedAt).toBe('2026-03-30T07:00:00.000Z');
    expect((await facts()).filter((name) => name === 'progress.cohort-completed')).toHaveLength(1);
  });

  test('those who run it see every learner, week by week', async () => {
    const ben = await world.person({ name: 'Ben Adler' });
    await ben.does('POST /cohorts/:cohortId/enrolment', { params });
    await mark('Film', ben);
    const view = await trainer.does('GET /cohorts/:cohortId/progress', { params });
    expect(view.modules).toEqual([
      { title: 'Fragen', step: 1, isOpen: true },
      { title: 'Zuhören', step: 2, isOpen: true },
    ]);
    expect(view.rows.map(({ person, progress, modules }) => [person.name, progress, modules])).toEqual([
      [
        'Ben Adler',
        { done: 1, total: 4, percent: 25, minutesLeft: 35 },
        [
          { done: 1, total: 3 },
          { done: 0, total: 1 },
        ],
      ],
      [
        'Amina Yıldız',
        { done: 4, total: 4, percent: 100, minutesLeft: 0 },
        [
          { done: 3, total: 3 },
          { done: 1, total: 1 },
        ],
      ],
    ]);
    expect(view.rows[0]).toMatchObject({ lastDoneAt: '2026-03-31T07:00:00.000Z', completedAt: null });
    expect(view.rows[1]).toMatchObject({ completedAt: '2026-03-30T07:00:00.000Z' });
    expect(view.rows.map(({ behind }) => behind)).toEqual([3, 0]);
    expect(view).toMatchObject({ quiet: 0, next: null });
  });

  test('they page through the learners, in the order they ask for, and see who is quiet', async () => {
    const clara = await world.person({ name: 'Clara adler' });
    await clara.does('POST /cohorts/:cohortId/enrolment', { params });
    const paged = async (order: LearnerOrder): Promise<string[]> => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await trainer.does('GET /cohorts/:cohortId/progress', {
          params,
          query: { order, cursor, limit: 1 },
        });
        expect(page.rows).toHaveLength(1);
        names.push(page.rows[0]!.person.name);
        cursor = page.next ?? undefined;
      } while (cursor);
      return names;
    };
    expect(await paged('behind')).toEqual(['Clara adler', 'Ben Adler', 'Amina Yıldız']);
    expect(await paged('name')).toEqual(['Ben Adler', 'Clara adler', 'Amina Yıldız']);
    expect(await paged('last')).toEqual(['Clara adler', 'Ben Adler', 'Amina Yıldız']);
    const quietAfter = async (days: number): Promise<number> => {
      world.clock.by({ days });
      const { quiet } = await trainer.does('GET /cohorts/:cohortId/progress', { params });
      world.clock.by({ days: -days });
      return quiet;
    };
    expect([await quietAfter(6), await quietAfter(8)]).toEqual([0, 2]);
    const cursor = Buffer.from(JSON.stringify(['x', 1, 2, 'y'])).toString('base64url');
    const refused = await trainer.fails('GET /cohorts/:cohortId/progress', { params, query: { cursor } });
    expect(refused.status).toBe(400);
  });

  test('a cancelled cohort can be read and takes no marks', async () => {
    await admin.does('POST /cohorts/:cohortId/cancellation', { params });
    expect((await outline()).cancelledAt).toBe('2026-03-31T07:00:00.000Z');
    const refused = await amina.fails('DELETE /cohorts/:cohortId/items/:itemId/done-mark', {
      params: await itemOf('Film'),
    });
    expect(refused.code).toBe('cohort-cancelled');
  });
});

describe('a cohort with relative pacing', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.begin('2026-03-20T08:00:00Z');
  });
  afterAll(() => world.end());

  test('opens for each learner from their own start; its trainer sees it from the first day', async () => {
    const admin = await world.person({ roles: ['admin'] });
    const learner = await world.person();
    const { courseId } = await world.course(admin.userId, { modules: 2 });
    const { cohortId } = await planned(admin, courseId, { plan: { pacing: 'relative', startOn: '2026-03-09' } });
    const params = { cohortId };
    await learner.does('POST /cohorts/:cohortId/enrolment', { params });
    const own = await learner.does('GET /cohorts/:cohortId/outline', { params });
    expect(own.modules.map(({ opensAt, isOpen, step }) => [opensAt, isOpen, step])).toEqual([
      ['2026-03-20T08:00:00.000Z', true, 1],
      ['2026-03-27T08:00:00.000Z', false, 2],
    ]);
    const trainers = await admin.does('GET /cohorts/:cohortId/outline', { params });
    expect(trainers.modules.map(({ opensAt, isOpen, releaseId }) => [opensAt, isOpen, releaseId])).toEqual([
      ['2026-03-09T08:00:00.000Z', true, null],
      ['2026-03-16T08:00:00.000Z', true, null],
    ]);
  });
});

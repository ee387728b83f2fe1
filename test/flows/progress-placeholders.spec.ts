import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ItemKind } from '@kohorte/contracts';
import { planned } from '../support/planned.js';
import { type Somebody, World } from '../support/world.js';

describe('a deadline that nobody could meet yet', () => {
  let world: World;
  let admin: Somebody;
  let trainer: Somebody;
  let learner: Somebody;
  let cohortId: string;
  const spring = { from: '2026-03-01T00:00:00Z', to: '2026-05-01T00:00:00Z' };

  beforeAll(async () => {
    world = await World.begin('2026-03-02T07:00:00Z');
    admin = await world.person({ roles: ['admin'] });
    trainer = await world.person({ roles: ['trainer'] });
    learner = await world.person({ name: 'Amina Yıldız' });
    const { courseId, version } = await trainer.does('POST /courses', { body: { title: 'Feedback geben' } });
    const { versionId } = version;
    const { modules } = await trainer.does('POST /versions/:versionId/modules', {
      params: { versionId },
      body: { title: 'Anfangen' },
    });
    const add = (kind: ItemKind, title: string) =>
      trainer.does('POST /modules/:moduleId/items', {
        params: { moduleId: modules[0]!.moduleId },
        body: { kind, title, minutes: 10, dueAfterDays: 3, body: 'Ein Text.' },
      });
    await add('page', 'Lesen');
    await add('assignment', 'Abgeben');
    await add('discussion', 'Reden');
    await add('session', 'Treffen');
    await trainer.does('POST /versions/:versionId/publication', { params: { versionId } });
    ({ cohortId } = await planned(admin, courseId, { trainerIds: [trainer.userId] }));
    await learner.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    world.clock.to('2026-03-02T09:00:00Z');
  });
  afterAll(() => world.end());

  test('stands in no timetable, on no home page and in no calendar', async () => {
    for (const person of [learner, trainer]) {
      const entries = await person.does('GET /timetable', { query: spring });
      expect(entries.map(({ kind, title }) => [kind, title])).toEqual([
        ['release', 'Anfangen'],
        ['due', 'Lesen'],
      ]);
    }
    const { week } = await learner.does('GET /home');
    expect(week.map(({ title }) => title)).toEqual(['Anfangen', 'Lesen']);
    const { url } = await learner.does('POST /calendar-feed');
    const token = new URL(url).pathname.split('/').at(-1)!;
    const { text } = await world.nobody().calls('GET /calendar/:token', { params: { token } });
    expect(text).toContain('Lesen');
    expect(text).not.toMatch(/Abgeben|Reden|Treffen/);
  });

  test('stands neither in the weeks nor at the item, which can still be read', async () => {
    const { modules } = await learner.does('GET /cohorts/:cohortId/outline', { params: { cohortId } });
    const items = modules[0]!.items;
    expect(items.map(({ title, countable, dueAt }) => [title, countable, dueAt])).toEqual([
      ['Lesen', true, '2026-03-05T22:59:00.000Z'],
      ['Abgeben', false, null],
      ['Reden', false, null],
      ['Treffen', false, null],
    ]);
    const player = await learner.does('GET /cohorts/:cohortId/items/:itemId', {
      params: { cohortId, itemId: items[1]!.itemId },
    });
    expect(player).toMatchObject({ countable: false, dueAt: null, content: { title: 'Abgeben' } });
  });

  test('keeps nobody from doing all that is due', async () => {
    const [reading] = (await learner.does('GET /timetable', { query: spring })).filter(({ kind }) => kind === 'due');
    await learner.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', {
      params: { cohortId, itemId: reading!.itemId! },
    });
    const entries = await learner.does('GET /timetable', { query: spring });
    expect(entries.map(({ done }) => done)).toEqual([true, true]);
  });

  test('is kept for the author, for the day when it can be met', async () => {
    const course = await trainer.does('GET /courses', {});
    const { version } = await trainer.does('GET /courses/:courseId', {
      params: { courseId: course.rows[0]!.courseId },
    });
    expect(version.modules[0]!.items.map(({ dueAfterDays }) => dueAfterDays)).toEqual([3, 3, 3, 3]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { planned } from '../support/planned.js';
import { type Somebody, World } from '../support/world.js';

describe('who has come how far', () => {
  let world: World;
  let admin: Somebody;
  let head: Somebody;
  let cohortId: string;
  const units: Record<string, string> = {};

  beforeAll(async () => {
    world = await World.begin();
    admin = await world.person({ roles: ['admin'] });
    head = await world.person({ name: 'Miriam Vogt' });
    const add = async (name: string, above?: string, managerId?: string): Promise<void> => {
      const body = { name, parentId: above ? units[above]! : null, managerId: managerId ?? null };
      units[name] = (await admin.does('POST /org-units', { body })).orgUnitId;
    };
    await add('Service', undefined, head.userId);
    await add('Nord', 'Service');
    await add('Süd', 'Service');
    await add('=Vertrieb');
    const { courseId } = await world.course(admin.userId, { modules: 1, items: 2 });
    ({ cohortId } = await planned(admin, courseId));
    await world.travel({ hours: 1 });
    const learn = async (unitId: string, people: number, done: number): Promise<void> => {
      for (let i = 0; i < people; i += 1) {
        const person = await world.person({ unitId });
        await person.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
        const { modules } = await person.does('GET /cohorts/:cohortId/outline', { params: { cohortId } });
        for (const { itemId } of modules[0]!.items.slice(0, i < done ? 2 : 1))
          await person.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', { params: { cohortId, itemId } });
      }
    };
    await learn(units['Nord']!, 6, 2);
    await learn(units['Süd']!, 3, 1);
    await learn(units['=Vertrieb']!, 5, 5);
  });
  afterAll(() => world.end());

  test('an L&D admin sees every cohort and unit', async () => {
    const byCohort = await admin.does('GET /reports/completion', { query: { by: 'cohort' } });
    expect(byCohort.rows).toHaveLength(1);
    expect(byCohort.rows[0]).toMatchObject({
      id: cohortId,
      enrolled: 14,
      active: 6,
      completed: 8,
      doneItems: 22,
      totalItems: 28,
    });
    const byUnit = await admin.does('GET /reports/completion', { query: { by: 'unit' } });
    expect(byUnit.total).toMatchObject({ enrolled: 14, completed: 8 });
  });

  test('a unit counts all units below it in, and the table is the tree', async () => {
    const byUnit = await admin.does('GET /reports/completion', { query: { by: 'unit' } });
    expect(byUnit.rows.map(({ depth, name, enrolled, completed }) => [depth, name, enrolled, completed])).toEqual([
      [0, '=Vertrieb', 5, 5],
      [0, 'Service', 9, 3],
      [1, 'Nord', 6, 2],
      [1, 'Süd', 3, 1],
    ]);
    const query = { by: 'unit', orgUnitId: units['Service']! } as const;
    const service = await admin.does('GET /reports/completion', { query });
    expect(service.rows.map(({ depth, name }) => [depth, name])).toEqual([
      [0, 'Service'],
      [1, 'Nord'],
      [1, 'Süd'],
    ]);
    expect(service.total).toMatchObject({ enrolled: 9, completed: 3 });
    const cohorts = await admin.does('GET /reports/completion', { query: { ...query, by: 'cohort' } });
    expect(cohorts.rows.map(({ enrolled }) => enrolled)).toEqual([9]);
  });

  test('a manager sees their own units only, and no figure from which a small group could be told', async () => {
    const { rows, total } = await head.does('GET /reports/completion', { query: { by: 'unit' } });
    expect(rows.map(({ name, enrolled, hidden }) => [name, enrolled, hidden])).toEqual([
      ['Service', 9, false],
      // Six could be told as nine less three; so the next smallest is hidden with it.
      ['Nord', null, true],
      ['Süd', null, true],
    ]);
    expect(total).toMatchObject({ enrolled: 9, completed: 3, hidden: false });
    const sneaky = await head.does('GET /reports/completion', {
      query: { by: 'unit', orgUnitId: units['=Vertrieb']! },
    });
    expect(sneaky.rows).toEqual([]);
    expect(sneaky.total.enrolled).toBe(0);
  });

  test('no filter shows a manager what is hidden without it', async () => {
    const north = await head.does('GET /reports/completion', { query: { by: 'unit', orgUnitId: units['Nord']! } });
    expect(north.rows.map(({ name, enrolled }) => [name, enrolled])).toEqual([['Nord', null]]);
    expect(north.total).toMatchObject({ enrolled: null, hidden: true });
    for (const query of [
      { by: 'unit', cohortId },
      { by: 'cohort', orgUnitId: units['Nord']! },
    ] as const) {
      const refused = await head.fails('GET /reports/completion', { query });
      expect([refused.status, refused.code]).toEqual([403, 'figures-not-crossed']);
      expect((await head.fails('GET /reports/completion.csv', { query })).code).toBe('figures-not-crossed');
    }
  });

  test('one person in many cohorts is one person', async () => {
    const { courseId } = await world.course(admin.userId, { title: 'Sicherheit', modules: 1, items: 1 });
    const only = await world.person({ unitId: units['Süd']! });
    for (const name of ['S1', 'S2', 'S3', 'S4', 'S5']) {
      const { cohortId: another } = await planned(admin, courseId, { name });
      await only.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: another } });
    }
    const byUnit = await head.does('GET /reports/completion', { query: { by: 'unit' } });
    expect(byUnit.rows.map(({ name, enrolled }) => [name, enrolled])).toEqual([
      ['Service', 14],
      ['Nord', null],
      ['Süd', null],
    ]);
    const cohorts = await head.does('GET /reports/completion', { query: { by: 'cohort' } });
    // Five cohorts with the same one person; the total less the only other one would tell how far that person is.
    expect(cohorts.rows.map(({ enrolled }) => enrolled)).toEqual([null, null, null, null, null, null]);
    expect(cohorts.total).toMatchObject({ enrolled: 14 });
    const some = await head.does('GET /reports/completion', { query: { by: 'cohort', courseId } });
    expect(some.rows).toHaveLength(5);
    expect(some.total).toMatchObject({ enrolled: null, hidden: true });
  });

  test('the CSV opens in a spreadsheet, and no cell of it runs', async () => {
    const { text, headers } = await admin.calls('GET /reports/completion.csv', { query: { by: 'unit' } });
    expect(headers['content-type']).toMatch('text/csv');
    expect(headers['content-disposition']).toMatch('attachment');
    expect(text.startsWith('\ufeffName (mit allem darunter);Zusammenhang;Beginn;Angemeldet')).toBe(true);
    expect(text).toContain("'=Vertrieb;");
    expect(text).toContain('\r\nGesamt;');
  });

  test('a learner, or a trainer, does not see it', async () => {
    const trainer = await world.person({ roles: ['trainer'] });
    expect((await trainer.fails('GET /reports/completion', { query: { by: 'unit' } })).code).toBe('not-allowed');
  });
});

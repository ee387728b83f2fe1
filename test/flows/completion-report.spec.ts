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
    for (const [name, path] of [
      ['Service', 'service'],
      ['Nord', 'service.north'],
      ['Süd', 'service.south'],
      ['=Vertrieb', 'sales'],
    ] as const)
      units[name] = (
        await world.sql<{ id: string }>(
          `insert into org_unit (id, name, path) values (uuidv7(), $1, $2) returning id`,
          [name, path],
        )
      )[0]!.id;
    await world.sql(`update org_unit set manager_id = $1 where id = $2`, [head.userId, units['Service']]);
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
    expect(byUnit.rows.map(({ name, enrolled, completed }) => [name, enrolled, completed])).toEqual(
      expect.arrayContaining([
        ['Nord', 6, 2],
        ['Süd', 3, 1],
        ['=Vertrieb', 5, 5],
      ]),
    );
    expect(byUnit.total).toMatchObject({ enrolled: 14, completed: 8 });
  });

  test('a manager sees their own units only, and no figure from which a small group could be told', async () => {
    const { rows, total } = await head.does('GET /reports/completion', { query: { by: 'unit' } });
    expect(rows.map(({ name, enrolled, hidden }) => [name, enrolled, hidden])).toEqual(
      expect.arrayContaining([
        ['Süd', null, true],
        // Six could be told as nine less three; so the next smallest is hidden with it.
        ['Nord', null, true],
      ]),
    );
    expect(rows.map(({ name }) => name)).not.toContain('=Vertrieb');
    expect(total).toMatchObject({ enrolled: 9, completed: 3, hidden: false });
    const sneaky = await head.does('GET /reports/completion', {
      query: { by: 'unit', orgUnitId: units['=Vertrieb']! },
    });
    expect(sneaky.rows).toEqual([]);
    expect(sneaky.total.enrolled).toBe(0);
  });

  test('the CSV opens in a spreadsheet, and no cell of it runs', async () => {
    const { text, headers } = await admin.calls('GET /reports/completion.csv', { query: { by: 'unit' } });
    expect(headers['content-type']).toMatch('text/csv');
    expect(headers['content-disposition']).toMatch('attachment');
    expect(text.startsWith('\ufeffName;Zusammenhang;Beginn;Angemeldet')).toBe(true);
    expect(text).toContain("'=Vertrieb;");
    expect(text).toContain('\r\nGesamt;');
  });

  test('a learner, or a trainer, does not see it', async () => {
    const trainer = await world.person({ roles: ['trainer'] });
    expect((await trainer.fails('GET /reports/completion', { query: { by: 'unit' } })).code).toBe('not-allowed');
  });
});

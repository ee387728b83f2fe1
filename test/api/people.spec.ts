import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserView } from '@kohorte/contracts';
import { OrgUnits, People } from '@kohorte/people';
import { type Somebody, World } from '../support/world.js';

let world: World;
let admin: Somebody;
let trainer: Somebody;
let salesId: string;
let northId: string;

const staff = [
  { email: 'juergen.aal@nordwind.test', givenName: 'Jürgen', familyName: 'Aal', jobTitle: 'Kapitän' },
  { email: 'zoe.aal@nordwind.test', givenName: 'Zoë', familyName: 'Aal' },
  { email: 'anna.baer@nordwind.test', givenName: 'Anna', familyName: 'Bär-Strauß' },
  { email: 'hundert@nordwind.test', givenName: '100%', familyName: 'Einsatz_Leiter' },
  { email: 'conan@nordwind.test', givenName: 'Conan', familyName: "O'Brien" },
];

beforeAll(async () => {
  world = await World.begin();
  admin = await world.person({ name: 'Zz Admin', roles: ['admin'] });
  trainer = await world.person({ name: 'Zz Trainer', roles: ['trainer'] });
  const sales = await world.get(OrgUnits).add({ name: 'Vertrieb' });
  const north = await world.get(OrgUnits).add({ name: 'Nord', parentId: sales.orgUnitId });
  [salesId, northId] = [sales.orgUnitId, north.orgUnitId];
  await world.get(People).addMany(
    staff.map((person) => ({ ...person, orgUnitId: northId })),
    null,
  );
});
afterAll(() => world.end());

const named = (rows: { name: string }[]): string[] => rows.map(({ name }) => name);

describe('the list of users', () => {
  it('goes by family name, page by page, with nobody left out or twice', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.does('GET /users', { query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      seen.push(...named(page.rows));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual([
      'Jürgen Aal',
      'Zoë Aal',
      'Zz Admin',
      'Anna Bär-Strauß',
      '100% Einsatz_Leiter',
      "Conan O'Brien",
      'Zz Trainer',
    ]);
  });

  it.each([
    ['jurgen', ['Jürgen Aal']],
    ['AAL zoe', ['Zoë Aal']],
    ['strauss anna', ['Anna Bär-Strauß']],
    ['baer@nordwind', ['Anna Bär-Strauß']],
    ['100%', ['100% Einsatz_Leiter']],
    ['%', ['100% Einsatz_Leiter']],
    ['_', ['100% Einsatz_Leiter']],
    ['\\', []],
    ["o'brien", ["Conan O'Brien"]],
    ["'; drop table app_user; --", []],
    ["' or '1'='1", []],
    ['nobody of that name', []],
  ])('finds by %j', async (search, expected) => {
    expect(named((await admin.does('GET /users', { query: { search } })).rows)).toEqual(expected);
  });

  it('shows what an admin needs', async () => {
    const { rows } = await admin.does('GET /users', { query: { search: 'jurgen' } });
    expect(rows).toEqual([
      {
        ...staff[0],
        userId: expect.any(String),
        name: 'Jürgen Aal',
        orgUnitId: northId,
        unit: 'Nord',
        language: 'de',
        timeZone: 'Europe/Berlin',
        roles: [],
        hasPassword: false,
        lastSeenAt: null,
        deactivatedAt: null,
      },
    ]);
    const [own] = (await admin.does('GET /users', { query: { search: 'Zz Admin' } })).rows;
    expect(own!.lastSeenAt).toBe(world.clock.now().toISOString());
  });
});

describe('people, as trainers find them', () => {
  it('are found by name or address, without what is nobody’s business', async () => {
    const { rows } = await trainer.does('GET /people', { query: { search: 'aal' } });
    expect(rows).toEqual([
      { userId: expect.any(String), name: 'Jürgen Aal', jobTitle: 'Kapitän', unit: 'Nord' },
      { userId: expect.any(String), name: 'Zoë Aal', jobTitle: null, unit: 'Nord' },
    ]);
    expect((await trainer.does('GET /people', { query: { search: 'zoe.aal@nordwind.test' } })).rows).toEqual([rows[1]]);
  });

  it('come page by page, without those who are deactivated', async () => {
    const first = await trainer.does('GET /people', { query: { search: 'aal', limit: 1 } });
    const second = await trainer.does('GET /people', { query: { search: 'aal', limit: 1, cursor: first.next! } });
    expect(named([...first.rows, ...second.rows])).toEqual(['Jürgen Aal', 'Zoë Aal']);
    expect(second.next).toBeNull();
    const params = { userId: second.rows[0]!.userId };
    await admin.does('PATCH /users/:userId', { params, body: { deactivated: true } });
    expect(named((await trainer.does('GET /people', { query: { search: 'aal' } })).rows)).toEqual(['Jürgen Aal']);
    await admin.does('PATCH /users/:userId', { params, body: { deactivated: false } });
  });
});

describe('a user', () => {
  let user: UserView;
  const body = { email: 'neu@nordwind.test', givenName: ' Nele ', familyName: 'Neu', orgUnitId: '', roles: ['trainer' as const] }; // prettier-ignore

  it('is added', async () => {
    user = await admin.does('POST /users', {
      body: { ...body, orgUnitId: salesId, language: 'en', timeZone: 'Europe/London' },
    });
    expect(user).toMatchObject({ name: 'Nele Neu', unit: 'Vertrieb', language: 'en', roles: ['trainer'] });
  });

  it('is not added twice, whatever the case of the address', async () => {
    const problem = await admin.fails('POST /users', {
      body: { email: 'NEU@nordwind.test', givenName: 'N', familyName: 'N' },
    });
    expect(problem.code).toBe('email-taken');
    const many = world.get(People).addMany([{ ...staff[0]!, email: 'erste@nordwind.test' }, staff[1]!], null);
    await expect(many).rejects.toMatchObject({ code: 'email-taken' });
    expect((await admin.does('GET /users', { query: { search: 'erste@' } })).rows).toEqual([]);
  });

  it('is changed; what is left out or unknown stays', async () => {
    const params = { userId: user.userId };
    const changed = await admin.does('PATCH /users/:userId', { params, body: { jobTitle: 'Lotsin', roles: [] } });
    expect(changed).toEqual({ ...user, jobTitle: 'Lotsin', roles: [] });
    const emptied = await admin.does('PATCH /users/:userId', { params, body: { jobTitle: '', orgUnitId: null } });
    expect(emptied).toMatchObject({ jobTitle: null, orgUnitId: null, unit: null });
    const nulls = { givenName: null, familyName: null, roles: null, deactivated: null };
    expect(await admin.does('PATCH /users/:userId', { params, body: nulls as never })).toEqual(emptied);
  });

  it('stands in a unit that exists', async () => {
    const unknown = '01890000-0000-7000-8000-000000000000';
    const params = { userId: user.userId };
    const change = await admin.fails('PATCH /users/:userId', { params, body: { orgUnitId: unknown } });
    expect(change.code).toBe('unit-unknown');
    const add = await admin.fails('POST /users', {
      body: { email: 'y@nordwind.test', givenName: 'Y', familyName: 'Y', orgUnitId: unknown },
    });
    expect(add.code).toBe('unit-unknown');
  });

  it('that there is not, is not found', async () => {
    for (const userId of ['01890000-0000-7000-8000-000000000000', 'not-an-id', "'--"]) {
      const params = { userId };
      expect((await admin.fails('PATCH /users/:userId', { params, body: {} })).code).toBe('not-found');
      expect((await admin.fails('DELETE /users/:userId', { params })).code).toBe('not-found');
      expect((await admin.fails('POST /users/:userId/one-time-link', { params })).code).toBe('not-found');
    }
  });
});

describe('the tree of org units', () => {
  it('is told top down, with people in and below each', async () => {
    const board = await admin.does('POST /org-units', { body: { name: 'Aufsicht', managerId: trainer.userId } });
    const tree = await trainer.does('GET /org-units');
    expect(tree).toEqual([
      {
        ...board,
        name: 'Aufsicht',
        depth: 0,
        parentId: null,
        manager: { userId: trainer.userId, name: 'Zz Trainer', jobTitle: null, unit: null },
        people: 0,
        peopleBelow: 0,
      },
      {
        orgUnitId: salesId,
        parentId: null,
        name: 'Vertrieb',
        depth: 0,
        manager: null,
        isManagerAway: false,
        people: 0,
        peopleBelow: 5,
      },
      {
        orgUnitId: northId,
        parentId: salesId,
        name: 'Nord',
        depth: 1,
        manager: null,
        isManagerAway: false,
        people: 5,
        peopleBelow: 5,
      },
    ]);
  });

  it('is changed by name and manager', async () => {
    const params = { orgUnitId: northId };
    const headed = await admin.does('PATCH /org-units/:orgUnitId', { params, body: { managerId: trainer.userId } });
    expect(headed).toMatchObject({ name: 'Nord', manager: { userId: trainer.userId } });
    expect((await trainer.does('GET /me')).isManager).toBe(true);
    const renamed = await admin.does('PATCH /org-units/:orgUnitId', { params, body: { name: 'Nordost' } });
    expect(renamed).toMatchObject({ name: 'Nordost', manager: { userId: trainer.userId } });
    const headless = await admin.does('PATCH /org-units/:orgUnitId', { params, body: { managerId: null } });
    expect(headless).toMatchObject({ name: 'Nordost', manager: null });
  });

  it('takes nothing that does not exist', async () => {
    const unknown = '01890000-0000-7000-8000-000000000000';
    const orphan = await admin.fails('POST /org-units', { body: { name: 'X', parentId: unknown } });
    expect(orphan.code).toBe('unit-unknown');
    const headless = await admin.fails('POST /org-units', { body: { name: 'X', managerId: unknown } });
    expect(headless.code).toBe('person-unknown');
    const nowhere = await admin.fails('PATCH /org-units/:orgUnitId', { params: { orgUnitId: unknown }, body: {} });
    expect(nowhere.code).toBe('not-found');
  });
});

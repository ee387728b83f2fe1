import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { People } from '@kohorte/people';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Somebody, World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.begin();
});
afterAll(() => world.end());

const admins = async (): Promise<string[]> => {
  const rows = await world.sql<{ id: string }>(
    `select id from app_user where 'admin' = any(roles) and deactivated_at is null`,
  );
  return rows.map(({ id }) => id);
};

async function waitingForLocks(): Promise<number> {
  const [row] = await world.sql<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row!.n;
}

/** Holds back whoever decides about admins until both calls wait, so that they truly meet. */
async function atTheSameMoment<T>(calls: (() => Promise<T>)[]): Promise<T[]> {
  const holder = new Client({ connectionString: world.database.url });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(`select from app_user for update`);
    const running = Promise.all(calls.map((call) => call()));
    for (let round = 0; round < 200 && (await waitingForLocks()) < calls.length; round += 1) await sleep(10);
    await holder.query('commit');
    return await running;
  } finally {
    await holder.end();
  }
}

describe('the last admin', () => {
  let one: Somebody;
  let two: Somebody;

  beforeAll(async () => {
    one = await world.person({ roles: ['admin'] });
  });

  it('neither leaves, nor is deactivated, nor gives the rights away', async () => {
    const params = { userId: one.userId };
    expect((await one.fails('DELETE /users/:userId', { params })).code).toBe('last-admin');
    expect((await one.fails('PATCH /users/:userId', { params, body: { deactivated: true } })).code).toBe('last-admin');
    expect((await one.fails('PATCH /users/:userId', { params, body: { roles: ['trainer'] } })).code).toBe('last-admin');
    await one.does('PATCH /users/:userId', { params, body: { roles: ['trainer', 'admin'], jobTitle: 'HR' } });
    expect(await admins()).toEqual([one.userId]);
  });

  it('is not one who is deactivated', async () => {
    const idle = await world.person({ roles: ['admin'] });
    await one.does('PATCH /users/:userId', { params: { userId: idle.userId }, body: { deactivated: true } });
    expect((await one.fails('DELETE /users/:userId', { params: { userId: one.userId } })).code).toBe('last-admin');
    await one.does('DELETE /users/:userId', { params: { userId: idle.userId } });
  });

  it.each(['delete each other', 'take the rights from each other', 'deactivate each other'])(
    'stays when two admins %s at the same moment',
    async (deed) => {
      two = await world.person({ roles: ['admin'] });
      const against = (actor: Somebody, other: Somebody) => () => {
        const params = { userId: other.userId };
        if (deed.startsWith('delete')) return actor.calls('DELETE /users/:userId', { params });
        const body = deed.startsWith('take') ? { roles: [] } : { deactivated: true };
        return actor.calls('PATCH /users/:userId', { params, body });
      };
      const answers = await atTheSameMoment([against(one, two), against(two, one)]);
      expect(answers.filter(({ status }) => status < 400)).toHaveLength(1);
      expect(answers.find(({ status }) => status >= 400)!.body).toMatchObject({ code: 'last-admin' });
      const left = await admins();
      expect(left).toHaveLength(1);
      if (left[0] === two.userId) one = two;
    },
  );
});

describe('who is deleted', () => {
  it('is gone from every table, and the trail keeps the bare id', async () => {
    const admin = await world.person({ roles: ['admin'], name: 'Admin Bleibt' });
    const email = 'Zaphod.Beeblebrox@nordwind.test';
    const user = await admin.does('POST /users', {
      body: { email, givenName: 'Zaphod', familyName: 'Beeblebrox', jobTitle: 'Präsident', roles: ['trainer'] },
    });
    const params = { userId: user.userId };
    const { url } = await admin.does('POST /users/:userId/one-time-link', { params });
    const agent = world.nobody();
    const body = { password: 'korrekt pferd batterie' };
    await agent.does('POST /one-time-links/:token', { params: { token: url.split('/').at(-1)! }, body });
    await world.nobody().fails('POST /session', { body: { email, password: 'wrong wrong' } });
    const unit = await admin.does('POST /org-units', { body: { name: 'Galaxis', managerId: user.userId } });

    await admin.does('DELETE /users/:userId', { params });

    expect((await agent.calls('GET /me')).status).toBe(401);
    expect((await admin.fails('DELETE /users/:userId', { params })).code).toBe('not-found');
    const tree = await admin.does('GET /org-units');
    expect(tree.find(({ orgUnitId }) => orgUnitId === unit.orgUnitId)!.manager).toBeNull();
    expect(await tablesThatHold('zaphod')).toEqual([]);
    expect(await tablesThatHold('beeblebrox')).toEqual([]);
    expect(await tablesThatHold(user.userId)).toEqual(['fact']);
    const [{ n }] = (await world.sql<{ n: number }>(`select count(*)::int as n from failed_sign_in`)) as [
      { n: number },
    ];
    expect(n).toBe(0);
    const trail = await world.sql<{ payload: object; actorId: string }>(
      `select payload, actor_id as "actorId" from fact where name = 'people.user-deleted' and payload ->> 'userId' = $1`,
      [user.userId],
    );
    expect(trail).toEqual([{ payload: { userId: user.userId }, actorId: admin.userId }]);
  });

  it('may come again by the same address', async () => {
    const admin = await world.person({ roles: ['admin'] });
    const body = { email: 'again@nordwind.test', givenName: 'A', familyName: 'B' };
    const { userId } = await admin.does('POST /users', { body });
    await admin.does('DELETE /users/:userId', { params: { userId } });
    await world.get(People).addMany([body], null);
  });
});

/** Names of all tables with a row that holds the text anywhere. */
async function tablesThatHold(text: string): Promise<string[]> {
  const tables = await world.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const holding = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await world.sql(`select from "${name}" t where t::text ilike '%' || $1 || '%' limit 1`, [text]);
      return rows.length > 0 ? [name] : [];
    }),
  );
  return holding.flat().sort();
}

describe('who heads a unit and is deactivated', () => {
  it('stays named, acts no more, and the tree says so until they come back', async () => {
    const admin = await world.person({ roles: ['admin'] });
    const head = await world.person({ name: 'Miriam Vogt' });
    const { orgUnitId } = await admin.does('POST /org-units', { body: { name: 'Service', managerId: head.userId } });
    const unit = async () => (await admin.does('GET /org-units')).find((one) => one.orgUnitId === orgUnitId);
    expect(await unit()).toMatchObject({ manager: { name: 'Miriam Vogt' }, isManagerAway: false });

    const params = { userId: head.userId };
    await admin.does('PATCH /users/:userId', { params, body: { deactivated: true } });
    expect(await unit()).toMatchObject({ manager: { name: 'Miriam Vogt' }, isManagerAway: true });
    expect((await head.fails('GET /reports/completion', { query: { by: 'unit' } })).status).toBe(401);
    const body = { name: 'Service und Vertrieb', managerId: head.userId };
    await admin.does('PATCH /org-units/:orgUnitId', { params: { orgUnitId }, body });
    const elsewhere = await admin.fails('POST /org-units', { body: { name: 'Lager', managerId: head.userId } });
    expect(elsewhere.code).toBe('person-unknown');

    await admin.does('PATCH /users/:userId', { params, body: { deactivated: false } });
    expect(await unit()).toMatchObject({ name: 'Service und Vertrieb', isManagerAway: false });
  });
});

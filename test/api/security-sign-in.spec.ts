import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { People } from '@kohorte/people';
import { readConfig } from '@kohorte/platform';
import { createApi } from '../../apps/api/create-api.js';
import { Agent } from '../support/agent.js';
import { World } from '../support/world.js';

const password = 'lernen-im-team';
const wrong = 'leider-falsch-geraten';
const people = ['anna', 'bert', 'carla', 'dora', 'emil', 'frida'].map((name) => ({
  email: `${name}@nordwind.test`,
  givenName: name,
  familyName: 'Test',
}));

let world: World;
beforeAll(async () => {
  world = await World.begin();
  const ids = await world.get(People).addMany(people, password);
  const admin = await world.person({ roles: ['admin'] });
  await admin.does('PATCH /users/:userId', { params: { userId: ids[5]! }, body: { deactivated: true } });
  await world.get(People).addMany([{ email: 'gast@nordwind.test', givenName: 'Ohne', familyName: 'Wort' }], null);
});
afterAll(() => world.end());

const attempt = (email: string, word = wrong, agent: Agent = world.nobody()) =>
  agent.calls('POST /session', { body: { email, password: word } });

describe('a failed sign-in', () => {
  it('answers alike for a wrong password, an unknown address, a deactivated account and one without a password', async () => {
    const answers = await Promise.all([
      attempt('anna@nordwind.test'),
      attempt('unknown@nordwind.test'),
      attempt('frida@nordwind.test', password),
      attempt('gast@nordwind.test', password),
    ]);
    const [first, ...others] = answers.map(({ status, body, headers }) => ({
      status,
      body: { ...body, requestId: '' },
      headers: Object.keys(headers).sort(),
      cookies: headers['set-cookie'],
    }));
    expect(first).toMatchObject({ status: 401, body: { code: 'wrong-credentials' }, cookies: undefined });
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('ten failures within fifteen minutes', () => {
  it.each(['bert@nordwind.test', 'unknown-bert@nordwind.test', 'frida@nordwind.test'])(
    'close the door of %s, also for the right password, until the oldest is old enough',
    async (email) => {
      for (let n = 1; n <= 10; n += 1) {
        expect((await attempt(email)).status).toBe(401);
        world.clock.by({ seconds: 10 });
      }
      const refused = await attempt(email.toUpperCase(), password);
      expect(refused.status).toBe(429);
      expect(refused.body).toMatchObject({ code: 'too-many-requests', params: { seconds: 800 } });
      expect(refused.headers['retry-after']).toBe('800');
      world.clock.by({ minutes: 13, seconds: 19 });
      expect((await attempt(email)).body).toMatchObject({ params: { seconds: 1 } });
      world.clock.by({ seconds: 1 });
      expect((await attempt(email)).status).toBe(401);
      world.clock.by({ minutes: 15 });
    },
  );

  it('count together over all processes', async () => {
    const dataDir = '/tmp';
    const config = readConfig({ DATABASE_URL: world.database.url, DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
    const second = await createApi({ config, clock: world.clock });
    try {
      const there = new Agent(second.getHttpServer());
      for (let n = 1; n <= 5; n += 1) {
        expect((await attempt('carla@nordwind.test')).status).toBe(401);
        expect((await attempt('carla@nordwind.test', wrong, there)).status).toBe(401);
      }
      expect((await attempt('carla@nordwind.test', password)).status).toBe(429);
      expect((await attempt('carla@nordwind.test', password, there)).status).toBe(429);
    } finally {
      await second.close();
    }
  });

  it('are ten, also when thirty come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt('dora@nordwind.test')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });

  it('are forgotten when the owner signs in', async () => {
    for (let round = 1; round <= 2; round += 1) {
      for (let n = 1; n <= 9; n += 1) expect((await attempt('emil@nordwind.test')).status).toBe(401);
      expect((await attempt('emil@nordwind.test', password)).status).toBe(201);
    }
  });

  it('count for the current password as well, when it is asked for a change', async () => {
    const agent = world.nobody();
    await agent.does('POST /session', { body: { email: 'emil@nordwind.test', password } });
    const change = () => agent.calls('PUT /me/password', { body: { current: wrong, next: 'ein ganz neues Wort' } });
    for (let n = 1; n <= 10; n += 1) expect((await change()).status).toBe(400);
    expect((await change()).status).toBe(429);
    expect((await attempt('emil@nordwind.test', password)).status).toBe(429);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { People } from '@kohorte/people';
import request from 'supertest';
import { type Somebody, World } from '../support/world.js';

const password = 'lernen-im-team';
const anna = { email: 'anna@nordwind.test', givenName: 'Anna', familyName: 'Test' };

let world: World;
let somebody: Somebody;
beforeAll(async () => {
  world = await World.begin();
  await world.get(People).addMany([anna], password);
  somebody = await world.person();
});
afterAll(() => world.end());

describe('a request that changes something', () => {
  const patch = (headers: Record<string, string>) => somebody.calls('PATCH /me', { body: { language: 'de' }, headers });

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://kohorte.test.evil.example' }],
    [{ origin: 'http://kohorte.test:8080' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'http://kohorte.test', 'sec-fetch-site': 'cross-site' }],
  ])('is refused from %j', async (headers) => {
    const answer = await patch(headers);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'foreign-origin' });
  });

  it.each([[{ origin: 'http://kohorte.test', 'sec-fetch-site': 'same-origin' }], [{ 'sec-fetch-site': 'none' }], [{}]])(
    'is done from %j',
    async (headers) => {
      expect((await patch(headers as Record<string, string>)).status).toBe(200);
    },
  );

  it('is refused from another site before signing in as well, so that nobody is signed in as somebody else', async () => {
    const answer = await world.nobody().calls('POST /session', {
      body: { email: anna.email, password },
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is not a GET, which other sites may link to', async () => {
    expect((await somebody.calls('GET /me', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
  });

  it('is not read from a form, which needs no permission of the browser', async () => {
    const answer = await request(world.server)
      .patch('/api/me')
      .set('cookie', somebody.cookie!)
      .type('form')
      .send({ language: 'en' });
    expect(answer.status).toBe(400);
  });
});

describe('the cookie of a session', () => {
  const signIn = async (at: World) => {
    const answer = await at.nobody().calls('POST /session', { body: { email: anna.email, password } });
    return ([] as string[]).concat(answer.headers['set-cookie'] ?? []);
  };

  it('is one, read by no script, sent by no other site, and lasts', async () => {
    const cookies = await signIn(world);
    expect(cookies).toHaveLength(2);
    // The other one says only that there is a session, for the web app to read.
    expect(cookies[1]).toMatch(/^kohorte_signed_in=1; Path=\/; Expires=[^;]+; SameSite=Lax$/);
    expect(cookies[0]).toMatch(/^kohorte_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(cookies[0]).not.toMatch(/Domain/i);
  });

  it('is taken away on signing out', async () => {
    const agent = world.nobody();
    await agent.does('POST /session', { body: { email: anna.email, password } });
    const answer = await agent.calls('DELETE /session');
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']![0]).toMatch(/^kohorte_session=; .*Expires=Thu, 01 Jan 1970/);
  });

  it.each(['', 'x', '../../etc/passwd', "' or 1=1 --", 'a'.repeat(4_000), '%00%00', '%ff%fe'])(
    'is nobody’s when it says %j',
    async (secret) => {
      const agent = Object.assign(world.nobody(), { cookie: `kohorte_session=${secret}` });
      expect((await agent.fails('GET /me')).code).toBe('not-signed-in');
    },
  );

  it('goes only over https where people come by https', async () => {
    const secure = await World.begin(undefined, { PUBLIC_URL: 'https://kohorte.test' });
    try {
      await secure.get(People).addMany([anna], password);
      const [cookie] = await signIn(secure);
      expect(cookie).toMatch(/; Secure/);
    } finally {
      await secure.end();
    }
  });
});

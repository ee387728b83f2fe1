import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type Somebody, World } from '../support/world.js';

let world: World;
let admin: Somebody;
beforeAll(async () => {
  world = await World.begin();
  admin = await world.person({ roles: ['admin'] });
});
afterAll(() => world.end());

const good = { email: 'x@nordwind.test', givenName: 'X', familyName: 'Y' };
const add = (body: unknown) => admin.calls('POST /users', { body: body as never });
const everybody = async (): Promise<number> => (await admin.does('GET /users')).rows.length;

/** Sends a body as it is, whatever it is. */
const raw = (body: string, type = 'application/json') =>
  request(world.server).post('/api/users').set('cookie', admin.cookie!).set('content-type', type).send(body);

describe('a body that is not as asked', () => {
  it.each([
    ['NUL in a name', { ...good, givenName: 'a\u0000b' }],
    ['half a character in an address', { ...good, email: 'x\ud800@nordwind.test' }],
    ['half a character in a name', { ...good, givenName: 'x\ud800' }],
    ['a list for a text', { ...good, givenName: ['X'] }],
    ['an object for a text', { ...good, givenName: { toString: 'X' } }],
    ['a number for a text', { ...good, familyName: 7 }],
    ['a text for a list', { ...good, roles: 'admin' }],
    ['a role that is none', { ...good, roles: ['root'] }],
    ['a role in a list in a list', { ...good, roles: [['admin']] }],
    ['blanks for a name', { ...good, familyName: ' \t ' }],
    ['an address that is none', { ...good, email: 'x@' }],
    ['two addresses', { ...good, email: 'x@nordwind.test,y@nordwind.test' }],
    ['a line break in an address', { ...good, email: 'x@nordwind.test\r\nBcc: y@nordwind.test' }],
    ['an id that is none', { ...good, orgUnitId: '1 or 1=1' }],
    ['a name without end', { ...good, familyName: 'Y'.repeat(101) }],
    ['an unknown field', { ...good, passwordHash: 'x' }],
    ['a field of the entity', { ...good, deactivatedAt: null }],
    ['nothing', {}],
    ['a list', [good]],
  ])('is refused: %s', async (_what, body) => {
    const before = await everybody();
    const answer = await add(body);
    expect(answer.status).toBe(400);
    expect(['invalid-input', 'malformed-request']).toContain(answer.body.code);
    expect(await everybody()).toBe(before);
  });

  it('names the field, in the reader’s language', async () => {
    const answer = await add({ ...good, isBoss: true });
    expect(answer.body.errors).toEqual([{ field: 'isBoss', code: 'whitelistValidation', detail: 'Dieses Feld gibt es nicht.' }]); // prettier-ignore
  });

  it.each([
    ['no JSON', '{"email":', 400],
    ['a bare word', 'null', 400],
    ['a number', '7', 400],
    ['a poisoned prototype', '{"__proto__":{"roles":["admin"]},"email":"x@nordwind.test"}', 400],
    ['a poisoned constructor', '{"constructor":{"prototype":{"roles":["admin"]}},"email":"x@nordwind.test"}', 400],
    ['a megabyte and more', JSON.stringify({ ...good, jobTitle: 'x'.repeat(1024 * 1024) }), 413],
    ['depth without end', '['.repeat(100_000) + ']'.repeat(100_000), 400],
  ])('is refused: %s', async (_what, body, status) => {
    const answer = await raw(body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense'])(
    'is refused as %s',
    async (type) => {
      expect((await raw(JSON.stringify(good), type)).status).toBe(400);
    },
  );
});

describe('a query that is not as asked', () => {
  const list = (query: string) => request(world.server).get(`/api/users?${query}`).set('cookie', admin.cookie!);

  it.each([
    'limit=0',
    'limit=201',
    'limit=ten',
    'limit=1e9',
    'search=a&search=b',
    'search[a]=b',
    `search=${'x'.repeat(201)}`,
    'search=%00',
    'cursor=nonsense',
    `cursor=${Buffer.from('["a","b","not-an-id"]').toString('base64url')}`,
    `cursor=${Buffer.from('["a"]').toString('base64url')}`,
    `cursor=${Buffer.from('[{"a":1},"b","c"]').toString('base64url')}`,
    `cursor=${Buffer.from('["\u0000","b","01890000-0000-7000-8000-000000000000"]').toString('base64url')}`,
    'order=email',
  ])('is refused: %s', async (query) => {
    expect((await list(query)).status).toBe(400);
  });

  it('that is only strange, finds nobody', async () => {
    const answer = await list(`search=${encodeURIComponent('‮🦆 \\\\ %_ "; select pg_sleep(9) --')}`);
    expect(answer.body).toEqual({ rows: [], next: null });
  });
});

describe('signing in with nonsense', () => {
  it.each([
    { email: ['x@nordwind.test'], password: 'y' },
    { email: 'x@nordwind.test', password: { $ne: null } },
    { email: 'x@nordwind.test', password: 'y'.repeat(201) },
    { email: 'x@nordwind.test', password: '' },
    { email: 'x\u0000@nordwind.test', password: 'y' },
    { email: 'x@nordwind.test' },
    { email: 'x@nordwind.test', password: 'y', remember: true },
  ])('is refused: %j', async (body) => {
    expect((await world.nobody().calls('POST /session', { body: body as never })).status).toBe(400);
  });

  it('takes any character in a password, and any agent', async () => {
    const answer = await world.nobody().calls('POST /session', {
      body: { email: 'x@nordwind.test', password: 'NUL \u0000 \ud800 🦆' },
      headers: { 'user-agent': 'x'.repeat(5_000) },
    });
    expect(answer.body).toMatchObject({ code: 'wrong-credentials' });
  });

  it.each(['x', '..', "' or 1=1", 'a'.repeat(400), '\u0000'])('finds no link %j', async (token) => {
    const { code } = await world.nobody().fails('GET /one-time-links/:token', { params: { token } });
    expect(code).toBe('link-used-up');
  });
});

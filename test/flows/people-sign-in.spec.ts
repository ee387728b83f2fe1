import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OneTimeLinks, OrgUnits, People } from '@kohorte/people';
import { inContext, statementsSoFar, WhoIs } from '@kohorte/platform';
import type { Agent } from '../support/agent.js';
import { World } from '../support/world.js';

const password = 'lernen-im-team';
const jana = { email: 'Jana.Brueckner@nordwind.test', givenName: 'Jana', familyName: 'Brückner' };
const ole = { email: 'ole.petersen@nordwind.test', givenName: 'Ole', familyName: 'Petersen' };

let world: World;
beforeAll(async () => {
  world = await World.begin();
});
afterAll(() => world.end());

/** A browser in which somebody has signed in. */
async function browserOf(email: string, word = password): Promise<Agent> {
  const agent = world.nobody();
  await agent.does('POST /session', { body: { email, password: word } });
  return agent;
}

const isSignedIn = async (agent: Agent): Promise<boolean> => (await agent.calls('GET /me')).status === 200;

describe('the first admin of an empty company', () => {
  let secret: string;

  it('gets a link, and the older one dies', async () => {
    const older = (await world.get(OneTimeLinks).forFirstAdmin())!;
    const url = (await world.get(OneTimeLinks).forFirstAdmin())!;
    expect(url).toMatch(/^http:\/\/kohorte\.test\/link\/[\w-]{43}$/);
    secret = url.split('/').at(-1)!;
    const { code } = await world.nobody().fails('GET /one-time-links/:token', { params: { token: older.split('/').at(-1)! } }); // prettier-ignore
    expect(code).toBe('link-used-up');
    const purpose = await world.nobody().does('GET /one-time-links/:token', { params: { token: secret } });
    expect(purpose).toEqual({ purpose: 'first-admin', email: null });
  });

  it('is asked for name and address', async () => {
    const problem = await world.nobody('en').fails('POST /one-time-links/:token', { params: { token: secret }, body: { password, email: 'a@b.test' } }); // prettier-ignore
    expect(problem.code).toBe('invalid-input');
    expect(problem.errors).toEqual([
      { field: 'givenName', code: 'isNotEmpty', detail: 'This must not be empty.' },
      { field: 'familyName', code: 'isNotEmpty', detail: 'This must not be empty.' },
    ]);
  });

  it('is one, though two open the link at the same moment, and is signed in', async () => {
    const [one, two] = [world.nobody(), world.nobody()];
    const call = (agent: Agent, email: string) =>
      agent.calls('POST /one-time-links/:token', {
        params: { token: secret },
        body: { password, email, givenName: 'Ada', familyName: 'Admin', language: 'en' },
      });
    const answers = await Promise.all([call(one, 'one@nordwind.test'), call(two, 'two@nordwind.test')]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 410]);
    const [agent] = [one, two].filter(({ cookie }) => cookie);
    expect(await agent!.does('GET /me')).toMatchObject({ givenName: 'Ada', roles: ['admin'], language: 'en' });
    expect(await world.get(OneTimeLinks).forFirstAdmin()).toBeNull();
  });
});

describe('a person', () => {
  let janaId: string;
  beforeAll(async () => {
    [janaId] = (await world.get(People).addMany([jana, ole], password)) as [string, string];
  });

  it('signs in, whatever the case of the address, with a new session each time', async () => {
    const one = await browserOf('jana.brueckner@NORDWIND.test');
    const two = await browserOf(` ${jana.email} `);
    expect(one.cookie).not.toBe(two.cookie);
    expect(await one.does('GET /me')).toEqual({
      ...jana,
      userId: janaId,
      language: 'de',
      timeZone: 'Europe/Berlin',
      roles: [],
      isManager: false,
    });
  });

  it('signs out here, and stays signed in elsewhere', async () => {
    const [here, there] = [await browserOf(jana.email), await browserOf(jana.email)];
    const stolen = Object.assign(world.nobody(), { cookie: here.cookie });
    await here.does('DELETE /session');
    expect(here.cookie).toBeNull();
    expect(await isSignedIn(stolen)).toBe(false);
    expect(await isSignedIn(there)).toBe(true);
  });

  it('signs out everywhere, and nobody else is', async () => {
    const [here, there, other] = [await browserOf(jana.email), await browserOf(jana.email), await browserOf(ole.email)];
    await here.does('DELETE /sessions');
    expect(await isSignedIn(there)).toBe(false);
    expect(await isSignedIn(other)).toBe(true);
  });

  it('chooses language and time zone, alone or together', async () => {
    const agent = await browserOf(jana.email);
    expect(await agent.does('PATCH /me', { body: { language: 'en' } })).toMatchObject({
      language: 'en',
      timeZone: 'Europe/Berlin',
    });
    expect(await agent.does('PATCH /me', { body: { timeZone: 'Asia/Tokyo' } })).toMatchObject({
      language: 'en',
      timeZone: 'Asia/Tokyo',
    });
    const { errors } = await agent.fails('PATCH /me', { body: { timeZone: 'Mars/Olympus' } });
    expect(errors).toMatchObject([{ field: 'timeZone', code: 'isTimeZone' }]);
  });

  it('stays signed in as long as they come by once in 30 days', async () => {
    const agent = await browserOf(jana.email);
    for (const days of [29, 29, 29]) {
      world.clock.by({ days });
      expect(await isSignedIn(agent)).toBe(true);
    }
    world.clock.by({ days: 30 });
    expect(await isSignedIn(agent)).toBe(false);
  });

  it('is known by one statement a request, and once an hour by a second that notes the visit', async () => {
    const agent = await browserOf(jana.email);
    const secret = agent.cookie!.split('=')[1]!;
    const statements = () =>
      inContext('count', async () => {
        await world.app.get<WhoIs>(WhoIs).signedInBy(secret);
        return statementsSoFar();
      });
    expect(await statements()).toBe(1);
    world.clock.by({ minutes: 61 });
    expect(await statements()).toBe(2);
    expect(await statements()).toBe(1);
  });

  it('manages the units they head', async () => {
    const unit = await world.get(OrgUnits).add({ name: 'Vertrieb', managerId: janaId });
    const agent = await browserOf(jana.email);
    expect((await agent.does('GET /me')).isManager).toBe(true);
    const secret = agent.cookie!.split('=')[1]!;
    expect((await world.app.get<WhoIs>(WhoIs).signedInBy(secret))!.manages).toEqual([unit.orgUnitId]);
  });

  it('leaves nothing in the database by which somebody else could come in', async () => {
    const agent = await browserOf(jana.email);
    const secret = agent.cookie!.split('=')[1]!;
    const [sessions] = await world.sql<{ text: string }>(`select string_agg(s::text, ' ') as text from user_session s`);
    const [people] = await world.sql<{ text: string }>(`select string_agg(u::text, ' ') as text from app_user u`);
    expect(sessions!.text).not.toContain(secret);
    expect(sessions!.text).not.toContain(Buffer.from(secret).toString('hex'));
    expect(people!.text).not.toContain(password);
    expect(people!.text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
});

describe('the own password', () => {
  const next = 'zwölf kleine Boxkämpfer';

  it('is changed only by who knows it, and not to one that is easy to guess', async () => {
    const agent = await browserOf(ole.email);
    const wrong = await agent.fails('PUT /me/password', { body: { current: 'not it at all', next } });
    expect(wrong).toMatchObject({ code: 'wrong-password', errors: [{ field: 'current' }] });
    const weak = await agent.fails('PUT /me/password', { body: { current: password, next: 'ole-petersen-2026' } });
    expect(weak).toMatchObject({ code: 'weak-password', errors: [{ field: 'next', code: 'weak-password' }] });
    const short = await agent.fails('PUT /me/password', { body: { current: password, next: 'kurz' } });
    expect(short).toMatchObject({ code: 'invalid-input', errors: [{ field: 'next', code: 'minLength' }] });
  });

  it('when changed, signs out everywhere else; the same word typed on another keyboard lets in', async () => {
    const [here, there] = [await browserOf(ole.email), await browserOf(ole.email)];
    await here.does('PUT /me/password', { body: { current: password, next } });
    expect(await isSignedIn(here)).toBe(true);
    expect(await isSignedIn(there)).toBe(false);
    const old = await world.nobody().fails('POST /session', { body: { email: ole.email, password } });
    expect(old.code).toBe('wrong-credentials');
    await browserOf(ole.email, next.normalize('NFD'));
  });
});

describe('a link to set a password', () => {
  const mia = { email: 'mia@nordwind.test', givenName: 'Mia', familyName: 'Neumann' };
  let admin: Agent;
  let userId: string;

  const makeLink = async () => {
    const { url, expiresAt } = await admin.does('POST /users/:userId/one-time-link', { params: { userId } });
    return { token: url.split('/').at(-1)!, expiresAt };
  };

  beforeAll(async () => {
    admin = await world.person({ roles: ['admin'] });
    ({ userId } = await admin.does('POST /users', { body: mia }));
  });

  it('lets a person in who has no password yet', async () => {
    const without = await world.nobody().fails('POST /session', { body: { email: mia.email, password } });
    expect(without.code).toBe('wrong-credentials');
    const { token } = await makeLink();
    const agent = world.nobody();
    const purpose = await agent.does('GET /one-time-links/:token', { params: { token } });
    expect(purpose).toEqual({ purpose: 'set-password', email: mia.email });
    const me = await agent.does('POST /one-time-links/:token', { params: { token }, body: { password } });
    expect(me).toMatchObject({ userId, givenName: 'Mia' });
    expect(await isSignedIn(agent)).toBe(true);
    expect(await isSignedIn(await browserOf(mia.email))).toBe(true);
  });

  it('works once', async () => {
    const { token } = await makeLink();
    await world.nobody().does('POST /one-time-links/:token', { params: { token }, body: { password } });
    const again = await world.nobody().fails('POST /one-time-links/:token', { params: { token }, body: { password } });
    expect(again.code).toBe('link-used-up');
  });

  it('is not used up by a password that was refused', async () => {
    const { token } = await makeLink();
    const weak = await world.nobody().fails('POST /one-time-links/:token', { params: { token }, body: { password: 'mia-neumann-1' } }); // prettier-ignore
    expect(weak).toMatchObject({ code: 'weak-password', errors: [{ field: 'password' }] });
    await world.nobody().does('POST /one-time-links/:token', { params: { token }, body: { password } });
  });

  it('dies when a newer one is made, and after 72 hours', async () => {
    const older = await makeLink();
    const newer = await makeLink();
    const dead = await world.nobody().fails('GET /one-time-links/:token', { params: older });
    expect(dead.code).toBe('link-used-up');
    world.clock.by({ hours: 71, minutes: 59 });
    await world.nobody().does('GET /one-time-links/:token', { params: newer });
    world.clock.by({ minutes: 1 });
    expect(newer.expiresAt).toBe(world.clock.now().toISOString());
    const expired = await world.nobody().fails('POST /one-time-links/:token', { params: newer, body: { password } });
    expect(expired.code).toBe('link-used-up');
  });

  it('signs out everybody who is in with the old password', async () => {
    const old = await browserOf(mia.email);
    const { token } = await makeLink();
    await world.nobody().does('POST /one-time-links/:token', { params: { token }, body: { password } });
    expect(await isSignedIn(old)).toBe(false);
  });

  it('is no way in for one who is deactivated, nor is anything else', async () => {
    const agent = await browserOf(mia.email);
    const { token } = await makeLink();
    const user = await admin.does('PATCH /users/:userId', { params: { userId }, body: { deactivated: true } });
    expect(user.deactivatedAt).toBe(world.clock.now().toISOString());
    expect(await isSignedIn(agent)).toBe(false);
    expect((await world.nobody().fails('GET /one-time-links/:token', { params: { token } })).code).toBe('link-used-up');
    const signIn = await world.nobody().fails('POST /session', { body: { email: mia.email, password } });
    expect(signIn.code).toBe('wrong-credentials');
    await admin.does('PATCH /users/:userId', { params: { userId }, body: { deactivated: false } });
    expect(await isSignedIn(agent)).toBe(false);
    expect(await isSignedIn(await browserOf(mia.email))).toBe(true);
  });
});

describe('what has run out', () => {
  it('is cleared away, twice if need be, and what still counts stays', async () => {
    const admin = await world.person({ roles: ['admin'] });
    const { userId } = await admin.does('POST /users', {
      body: { email: 'x@nordwind.test', givenName: 'X', familyName: 'Y' },
    });
    await admin.does('POST /users/:userId/one-time-link', { params: { userId } });
    await world.nobody().fails('POST /session', { body: { email: 'nobody@nordwind.test', password } });
    world.clock.by({ days: 29 });
    const fresh = await browserOf(jana.email);
    world.clock.by({ days: 2 });
    await world.nobody().fails('POST /session', { body: { email: 'nobody@nordwind.test', password } });
    await world.work(['people.clear-expired-sessions']);
    await world.work(['people.clear-expired-sessions']);
    const left = await world.sql<{ links: number; failures: number; expired: number }>(
      `select (select count(*)::int from one_time_link) as links,
              (select count(*)::int from failed_sign_in) as failures,
              (select count(*)::int from user_session where expires_at <= $1) as expired`,
      [world.clock.now()],
    );
    expect(left).toEqual([{ links: 0, failures: 1, expired: 0 }]);
    expect(await isSignedIn(fresh)).toBe(true);
  });
});

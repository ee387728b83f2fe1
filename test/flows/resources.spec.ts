import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProblemView } from '@kohorte/contracts';
import { type Somebody, World } from '../support/world.js';

let world: World;
let admin: Somebody;
let trainer: Somebody;
let learner: Somebody;

beforeAll(async () => {
  world = await World.begin();
  admin = await world.person({ name: 'Petra Lindner', roles: ['admin'] });
  trainer = await world.person({ name: 'Jonas Petersen', roles: ['trainer'] });
  learner = await world.person({ name: 'Amina Yıldız' });
});
afterAll(() => world.end());

const fields = ({ code, errors }: ProblemView): unknown[] => [
  code,
  ...(errors ?? []).map((error) => `${error.field} ${error.code}`),
];

describe('sites', () => {
  test('have a name, clocks and public holidays, and are listed by name', async () => {
    const wien = await admin.does('POST /sites', {
      body: { name: ' Wien ', timeZone: 'Europe/Vienna', holidayRegion: 'AT-9' },
    });
    expect(wien).toMatchObject({ name: 'Wien', timeZone: 'Europe/Vienna', holidayRegion: 'AT-9', rooms: 0, people: 0 });
    await admin.does('POST /sites', { body: { name: 'hamburg', timeZone: 'Europe/Berlin' } });
    const sites = await learner.does('GET /sites', {});
    expect(sites.map(({ name }) => name)).toEqual(['hamburg', 'Wien']);

    const [hamburg] = sites;
    const params = { siteId: hamburg!.siteId };
    const changed = await admin.does('PATCH /sites/:siteId', { params, body: { name: 'Hamburg' } });
    expect(changed).toMatchObject({ name: 'Hamburg', timeZone: 'Europe/Berlin', holidayRegion: null });
    expect(await admin.does('PATCH /sites/:siteId', { params, body: { holidayRegion: 'DE-HH' } })).toMatchObject({
      name: 'Hamburg',
      holidayRegion: 'DE-HH',
    });
    expect(await admin.does('PATCH /sites/:siteId', { params, body: { holidayRegion: '' } })).toMatchObject({
      holidayRegion: null,
    });
  });

  test.each([
    [{ name: 'X', timeZone: 'Europe/Leipzig' }, ['zone-unknown', 'timeZone zone-unknown']],
    [{ name: 'X', timeZone: '+02:00' }, ['zone-unknown', 'timeZone zone-unknown']],
    [{ name: 'X', timeZone: '' }, ['invalid-input', 'timeZone isNotEmpty']],
    [{ name: 'X', timeZone: 'UTC', holidayRegion: 'DE-XX' }, ['region-unknown', 'holidayRegion region-unknown']],
    [
      { name: 'X', timeZone: 'nowhere', holidayRegion: 'constructor' },
      ['invalid-input', 'timeZone zone-unknown', 'holidayRegion region-unknown'],
    ],
    [{ name: ' ', timeZone: 'UTC' }, ['invalid-input', 'name isNotEmpty']],
    [{ name: 'Wien', timeZone: 'UTC' }, ['name-taken', 'name name-taken']],
  ])('%j is refused, naming the field: %j', async (body, problem) => {
    const before = await admin.does('GET /sites', {});
    expect(fields(await admin.fails('POST /sites', { body }))).toEqual(problem);
    const { siteId } = before[0]!;
    expect(fields(await admin.fails('PATCH /sites/:siteId', { params: { siteId }, body }))).toEqual(problem);
    expect(await admin.does('GET /sites', {})).toEqual(before);
  });

  test('of two who take a name at the same moment one is told', async () => {
    const body = { name: 'Leeds', timeZone: 'Europe/London' };
    const answers = await Promise.all([admin.calls('POST /sites', { body }), admin.calls('POST /sites', { body })]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
  });

  test('stay while rooms or people belong to them, and go afterwards', async () => {
    const site = await admin.does('POST /sites', { body: { name: 'Graz', timeZone: 'Europe/Vienna' } });
    const params = { siteId: site.siteId };
    await learner.does('PATCH /me/work-pattern', { body: { siteId: site.siteId } });
    await admin.does('PATCH /trainers/:userId', {
      params: { userId: trainer.userId },
      body: { travelsTo: [site.siteId] },
    });
    const problem = await admin.fails('DELETE /sites/:siteId', { params });
    expect([problem.code, problem.params]).toEqual(['site-in-use', { rooms: 0, people: 2 }]);
    expect((await admin.does('GET /sites', {})).find(({ name }) => name === 'Graz')).toMatchObject({ people: 1 });

    await learner.does('PATCH /me/work-pattern', { body: { siteId: null } });
    await admin.does('PATCH /trainers/:userId', { params: { userId: trainer.userId }, body: { travelsTo: [] } });
    await admin.does('DELETE /sites/:siteId', { params });
    expect((await admin.fails('DELETE /sites/:siteId', { params })).code).toBe('not-found');
    const gone = await learner.fails('PATCH /me/work-pattern', { body: { siteId: site.siteId } });
    expect(fields(gone)).toEqual(['site-unknown', 'siteId site-unknown']);
  });
});

describe('rooms', () => {
  let siteId: string;
  const add = (body: object = {}) =>
    admin.does('POST /rooms', { body: { siteId, name: 'Elster', seats: 24, ...body } });

  beforeAll(async () => {
    siteId = (await admin.does('POST /sites', { body: { name: 'Leipzig', timeZone: 'Europe/Berlin' } })).siteId;
  });

  test('have seats, equipment as tags, and hours; trainers see them, too', async () => {
    const room = await add({ equipment: [' Beamer', 'beamer', 'Whiteboard  groß'] });
    expect(room).toMatchObject({ name: 'Elster', seats: 24, siteName: 'Leipzig', timeZone: 'Europe/Berlin' });
    expect(room.equipment).toEqual(['beamer', 'whiteboard groß']);
    expect(room.hours).toHaveLength(5);
    const hours = [
      { weekday: 2, from: '13:00', to: '24:00' },
      { weekday: 1, from: '08:00', to: '18:00' },
      { weekday: 2, from: '08:00', to: '12:00' },
    ];
    const params = { roomId: room.roomId };
    const changed = await admin.does('PATCH /rooms/:roomId', { params, body: { seats: 30, hours } });
    expect(changed).toMatchObject({ seats: 30, equipment: ['beamer', 'whiteboard groß'] });
    expect(changed.hours).toEqual([hours[1], hours[2], hours[0]]);
    expect(await trainer.does('GET /rooms', {})).toEqual([changed]);
    expect((await trainer.does('GET /resource-tags', {})).equipment).toEqual(['beamer', 'whiteboard groß']);
  });

  test.each([
    [{ seats: 0 }, ['invalid-input', 'seats min']],
    [{ seats: 100_001 }, ['invalid-input', 'seats max']],
    [{ seats: 1.5 }, ['invalid-input', 'seats isInt']],
    [{ name: 'Elster' }, ['name-taken', 'name name-taken']],
    [{ hours: [{ weekday: 1, from: '17:00', to: '09:00' }] }, ['invalid-input', 'hours.0.to ends-before-it-starts']],
    [
      {
        hours: [
          { weekday: 1, from: '09:00', to: '13:00' },
          { weekday: 1, from: '12:00', to: '17:00' },
        ],
      },
      ['invalid-input', 'hours.1.from overlaps'],
    ],
    [{ hours: [{ weekday: 8, from: '09:00', to: '13:00' }] }, ['invalid-input', 'hours.0.weekday max']],
    [{ hours: [{ weekday: 1, from: '24:00', to: '24:00' }] }, ['invalid-input', 'hours.0.from isWallClockTime']],
    [
      { hours: [{ weekday: 1, from: '9', to: '25:00' }] },
      ['invalid-input', 'hours.0.from isWallClockTime', 'hours.0.to isWallClockTime'],
    ],
    [{ equipment: Array.from({ length: 21 }, (_, n) => `tag ${n}`) }, ['invalid-input', 'equipment arrayMaxSize']],
    [{ equipment: ['x'.repeat(51)] }, ['invalid-input', 'equipment maxLength']],
    [{ colour: 'blue' }, ['invalid-input', 'colour whitelistValidation']],
  ])('%j is refused, naming the field: %j', async (said, problem) => {
    const room = await add({ name: `Raum ${JSON.stringify(said).slice(0, 100)}` });
    const params = { roomId: room.roomId };
    const before = await admin.does('GET /rooms', {});
    const body = { siteId, name: 'Neu', seats: 10, ...said };
    const refused = fields(await admin.fails('POST /rooms', { body })).slice(0, problem.length);
    expect(refused).toEqual(problem);
    const changed = await admin.fails('PATCH /rooms/:roomId', { params, body: said });
    expect(fields(changed).slice(0, problem.length)).toEqual(problem);
    expect(await admin.does('GET /rooms', {})).toEqual(before);
  });

  test('belong to a site that is there', async () => {
    const body = { siteId: '0198a000-0000-7000-8000-000000000001', name: 'Nirgends', seats: 10 };
    expect(fields(await admin.fails('POST /rooms', { body }))).toEqual(['site-unknown', 'siteId site-unknown']);
  });

  test('close and open again', async () => {
    const { roomId } = await add({ name: 'Pleiße' });
    const params = { roomId };
    expect((await admin.does('POST /rooms/:roomId/closure', { params })).closedAt).toBe('2026-03-02T08:00:00.000Z');
    expect((await admin.does('POST /rooms/:roomId/closure', { params })).closedAt).toBe('2026-03-02T08:00:00.000Z');
    expect((await admin.does('GET /rooms', {})).at(-1)!.roomId).toBe(roomId);
    expect((await admin.does('DELETE /rooms/:roomId/closure', { params })).closedAt).toBeNull();
  });

  test('are blocked for a time, a year at most, and not any more', async () => {
    const { roomId } = await add({ name: 'Parthe' });
    const params = { roomId };
    const block = (startsAt: string, endsAt: string) => ({ params, body: { startsAt, endsAt, note: ' Umbau ' } });
    const refusals = [
      block('2026-03-10T10:00:00Z', '2026-03-10T10:00:00Z'),
      block('2026-03-10T10:00:00Z', '2027-03-12T10:00:00Z'),
      block('2026-06-31T10:00:00Z', '2026-07-01T10:00:00Z'),
      block('tomorrow', '2026-07-01T10:00:00Z'),
    ];
    const problems = [];
    for (const refused of refusals) problems.push(fields(await admin.fails('POST /rooms/:roomId/blocks', refused)));
    expect(problems).toEqual([
      ['invalid-input', 'endsAt ends-before-it-starts'],
      ['invalid-input', 'endsAt longer-than-a-year'],
      ['invalid-input', 'startsAt isIso8601'],
      ['invalid-input', 'startsAt isIso8601'],
    ]);
    const over = await admin.does('POST /rooms/:roomId/blocks', block('2026-01-10T10:00:00Z', '2026-01-11T10:00:00Z'));
    expect(over.blocks).toEqual([]);
    const room = await admin.does(
      'POST /rooms/:roomId/blocks',
      block('2026-03-10T10:00:00+01:00', '2026-03-11T10:00:00+01:00'),
    );
    expect(room.blocks).toEqual([
      expect.objectContaining({
        startsAt: '2026-03-10T09:00:00.000Z',
        endsAt: '2026-03-11T09:00:00.000Z',
        note: 'Umbau',
      }),
    ]);
    const { blockId } = room.blocks[0]!;
    const free = await admin.does('DELETE /room-blocks/:blockId', { params: { blockId } });
    expect([free.roomId, free.blocks]).toEqual([roomId, []]);
  });
});

describe('working hours', () => {
  const away = { startsAt: '2026-04-01T00:00:00+02:00', endsAt: '2026-04-08T00:00:00+02:00' };

  test('are the usual ones until somebody says otherwise', async () => {
    const pattern = await learner.does('GET /me/work-pattern', {});
    expect(pattern).toMatchObject({ siteId: null, hours: null, timeZone: 'Europe/Berlin', absences: [] });
    expect(pattern.usualHours).toContainEqual({ weekday: 5, from: '09:00', to: '17:00' });
    const hours = [{ weekday: 1, from: '08:00', to: '12:00' }];
    expect((await learner.does('PATCH /me/work-pattern', { body: { hours } })).hours).toEqual(hours);
    const upsideDown = await learner.fails('PATCH /me/work-pattern', {
      body: { hours: [{ weekday: 1, from: '12:00', to: '08:00' }] },
    });
    expect(fields(upsideDown)).toEqual(['invalid-input', 'hours.0.to ends-before-it-starts']);
    expect((await learner.does('GET /me/work-pattern', {})).hours).toEqual(hours);
    expect((await learner.does('PATCH /me/work-pattern', { body: { hours: [] } })).hours).toEqual([]);
    expect((await learner.does('PATCH /me/work-pattern', { body: { hours: null } })).hours).toBeNull();
  });

  test('absences come and go; of somebody else they cannot be taken', async () => {
    const mine = await learner.does('POST /me/absences', { body: { ...away, note: 'Urlaub' } });
    expect(mine.absences).toEqual([
      expect.objectContaining({ startsAt: '2026-03-31T22:00:00.000Z', endsAt: '2026-04-07T22:00:00.000Z' }),
    ]);
    const { absenceId } = mine.absences[0]!;
    expect((await trainer.fails('DELETE /me/absences/:absenceId', { params: { absenceId } })).code).toBe('not-found');
    const seen = await admin.does('GET /users/:userId/work-pattern', { params: { userId: learner.userId } });
    expect(seen.absences).toEqual(mine.absences);
    const params = { userId: learner.userId, absenceId };
    expect((await admin.does('DELETE /users/:userId/absences/:absenceId', { params })).absences).toEqual([]);
  });

  test('an address of one’s calendar is https and nobody else’s business', async () => {
    for (const freeBusyUrl of [
      'http://cal.example/me.ics',
      'file:///etc/passwd',
      'https://me:secret@cal.example/',
      'x',
    ]) {
      const problem = await learner.fails('PATCH /me/work-pattern', { body: { freeBusyUrl } });
      expect(fields(problem)).toEqual(['invalid-input', 'freeBusyUrl isUrl']);
    }
    const freeBusyUrl = 'https://cal.example/amina.ics';
    const mine = await learner.does('PATCH /me/work-pattern', { body: { freeBusyUrl } });
    expect(mine.freeBusy).toEqual({ url: freeBusyUrl, readAt: null, problem: null, times: 0 });
    const params = { userId: learner.userId };
    expect((await admin.does('GET /users/:userId/work-pattern', { params })).freeBusy).toBeNull();
    const foreign = await admin.fails('PATCH /users/:userId/work-pattern', { params, body: { freeBusyUrl } as object });
    expect(fields(foreign)).toEqual(['invalid-input', 'freeBusyUrl whitelistValidation']);
    const without = await learner.does('PATCH /me/work-pattern', { body: { freeBusyUrl: null } });
    expect(without.freeBusy).toMatchObject({ url: null });
  });

  test('of somebody who is not there are nobody’s', async () => {
    const params = { userId: '0198a000-0000-7000-8000-000000000001' };
    for (const problem of [
      await admin.fails('GET /users/:userId/work-pattern', { params }),
      await admin.fails('PATCH /users/:userId/work-pattern', { params, body: { siteId: null } }),
      await admin.fails('POST /users/:userId/absences', { params, body: away }),
    ])
      expect(problem.code).toBe('not-found');
  });
});

describe('trainers', () => {
  test('are all who may lead sessions, with what is known of them', async () => {
    const { rows } = await admin.does('GET /trainers', {});
    expect(rows.map(({ name }) => name)).toEqual(['Petra Lindner', 'Jonas Petersen']);
    expect(rows[1]!.profile).toEqual({ qualifications: [], mostPerDay: null, mostPerWeek: null, travelsTo: [] });

    const [site] = await admin.does('GET /sites', {});
    const params = { userId: trainer.userId };
    const body = { qualifications: ['Moderation', ' moderation'], mostPerDay: 2, travelsTo: [site!.siteId] };
    expect((await admin.does('PATCH /trainers/:userId', { params, body })).profile).toEqual({
      qualifications: ['moderation'],
      mostPerDay: 2,
      mostPerWeek: null,
      travelsTo: [site!.siteId],
    });
    const changed = await admin.does('PATCH /trainers/:userId', { params, body: { mostPerWeek: 6 } });
    expect(changed.profile).toMatchObject({ qualifications: ['moderation'], mostPerDay: 2, mostPerWeek: 6 });
    const unlimited = await admin.does('PATCH /trainers/:userId', { params, body: { mostPerDay: null } });
    expect(await trainer.does('GET /me/trainer-profile', {})).toEqual(unlimited.profile);
    expect((await trainer.does('GET /resource-tags', {})).qualifications).toEqual(['moderation']);

    const page = await admin.does('GET /trainers', { query: { limit: 1 } });
    expect(page.rows.map(({ name }) => name)).toEqual(['Petra Lindner']);
    const rest = await admin.does('GET /trainers', { query: { cursor: page.next! } });
    expect([rest.rows.map(({ name }) => name), rest.next]).toEqual([['Jonas Petersen'], null]);
    const found = await admin.does('GET /trainers', { query: { search: 'moder' } });
    expect(found.rows.map(({ name }) => name)).toEqual(['Jonas Petersen']);
  });

  test.each([
    [{ mostPerDay: 0 }, ['invalid-input', 'mostPerDay min']],
    [{ mostPerWeek: 0 }, ['invalid-input', 'mostPerWeek min']],
    [{ travelsTo: ['0198a000-0000-7000-8000-000000000001'] }, ['site-unknown', 'travelsTo site-unknown']],
    [{ qualifications: [''] }, ['invalid-input', 'qualifications isNotEmpty']],
  ])('%j is refused, naming the field: %j', async (body, problem) => {
    const params = { userId: trainer.userId };
    expect(fields(await admin.fails('PATCH /trainers/:userId', { params, body }))).toEqual(problem);
  });

  test('are not made of learners', async () => {
    const params = { userId: learner.userId };
    expect((await admin.fails('PATCH /trainers/:userId', { params, body: {} })).code).toBe('not-found');
  });
});

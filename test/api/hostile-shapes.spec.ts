import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EndpointKey } from '@kohorte/contracts';
import type { Given } from '../support/agent.js';
import { planned } from '../support/planned.js';
import { type Somebody, World } from '../support/world.js';

let world: World;
let admin: Somebody;
let courseId: string;
let versionId: string;
let cohortId: string;

beforeAll(async () => {
  world = await World.begin();
  admin = await world.person({ roles: ['admin'] });
  ({ courseId } = await world.course(admin.userId));
  versionId = (await admin.does('POST /courses', { body: { title: 'Entwurf' } })).version.versionId;
  ({ cohortId } = await planned(admin, courseId));
});
afterAll(() => world.end());

describe('a part of a body that is not as asked', () => {
  const plan = {
    pacing: 'weekly',
    startOn: '2026-06-01',
    timeZone: 'Europe/Berlin',
    weekday: 1,
    time: '09:00',
    modulesPerStep: 1,
    weeksPerStep: 1,
    onHoliday: 'keep',
    holidayRegion: '',
  };

  it.each<[string, EndpointKey, () => object]>([
    ['no plan', 'POST /cohorts', () => ({ courseId, name: 'X', admission: 'open', trainerIds: [] })],
    [
      'a list for a plan',
      'POST /cohorts',
      () => ({ courseId, name: 'X', admission: 'open', trainerIds: [], plan: [] }),
    ],
    ['no plan to preview', 'POST /release-previews', () => ({ courseId })],
    ['a list for a plan to preview', 'POST /release-previews', () => ({ courseId, plan: [] })],
    ['a list for a break', 'POST /release-previews', () => ({ courseId, plan: { ...plan, breaks: [[]] } })],
    ['a list for a new plan', 'PATCH /cohorts/:cohortId', () => ({ plan: [] })],
    ['a list for a module', 'PUT /versions/:versionId/order', () => ({ modules: [[]] })],
  ])('is refused by its name: %s', async (_what, key, body) => {
    const answer = await admin.calls(key, { params: { cohortId, versionId }, body: body() } as Given<EndpointKey>);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'invalid-input' });
    expect(answer.body.errors[0].field).toMatch(/^(plan|modules)/);
  });
});

describe('a place in a list that nobody gave out', () => {
  const lists: EndpointKey[] = [
    'GET /courses',
    'GET /imports',
    'GET /catalogue',
    'GET /cohorts',
    'GET /cohorts/:cohortId/people',
    'GET /cohorts/:cohortId/enrolments',
    'GET /cohorts/:cohortId/progress',
    'GET /notifications',
    'GET /mails',
    'GET /users',
    'GET /people',
  ];

  it.each(lists)('is not the server’s fault: %s', async (key) => {
    for (const text of ['x', '2026-13-45T99:99:99Z', '9'.repeat(200), 1e308, -1.5])
      for (const keys of [1, 2, 3, 4]) {
        const cursor = Buffer.from(JSON.stringify(Array.from({ length: keys }, () => text))).toString('base64url');
        const answer = await admin.calls(key, { params: { cohortId }, query: { cursor } } as Given<EndpointKey>);
        expect([key, text, keys, answer.status < 500]).toEqual([key, text, keys, true]);
      }
  });
});

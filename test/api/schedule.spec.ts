import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { planned } from '../support/planned.js';
import { statementsOf } from '../support/statements.js';
import { type Somebody, World } from '../support/world.js';

describe('the timetable and the calendar feed by HTTP', () => {
  let world: World;
  let somebody: Somebody;
  let feed: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-04T08:00:00Z');
    const admin = await world.person({ roles: ['admin'] });
    somebody = await world.person({ language: 'en' });
    const { courseId } = await world.course(admin.userId, { modules: 20, item: { dueAfterDays: 3 } });
    for (const name of ['A', 'B', 'C']) {
      const { cohortId } = await planned(admin, courseId, { name });
      await somebody.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    }
    feed = (await somebody.does('POST /calendar-feed')).url.split('/').at(-1)!;
  });
  afterAll(() => world.end());

  test('shows at most a year at once', async () => {
    const ask = (from: string, to: string) => somebody.calls('GET /timetable', { query: { from, to } });
    expect((await ask('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).status).toBe(200);
    expect((await ask('2027-12-31T23:00:00Z', '2028-12-31T23:00:00Z')).status).toBe(200);
    expect((await ask('2026-01-01T00:00:00Z', '2028-01-01T00:00:00Z')).body).toMatchObject({
      status: 400,
      code: 'period-too-long',
    });
  });

  test.each([
    ['2026-03-01T00:00:00Z', '2026-02-01T00:00:00Z', 'to'],
    ['gestern', '2026-02-01T00:00:00Z', 'from'],
    ['2026-W10', '2026-03-01', 'from'],
    ['2026-03-01', '2026-03-01T24:30:00Z', 'to'],
    ['0001-01-01', '0001-02-01', 'from'],
    ['+120000-01-01T00:00:00Z', '+120000-02-01T00:00:00Z', 'from'],
    ['2026-03-01', '9999-12-31', 'to'],
  ])('refuses a period from %s to %s by naming "%s"', async (from, to, field) => {
    const problem = await somebody.fails('GET /timetable', { query: { from, to } });
    expect([problem.code, problem.errors?.[0]?.field]).toEqual(['invalid-input', field]);
  });

  test('asks for both ends, and for nothing else', async () => {
    expect((await somebody.fails('GET /timetable')).errors?.map(({ field }) => field)).toEqual(['from', 'to']);
    const query = { from: '2026-03-01', to: '2026-03-08', userId: somebody.userId } as never;
    expect((await somebody.fails('GET /timetable', { query })).errors?.[0]?.field).toBe('userId');
  });

  test('is for those who are signed in, about themselves', async () => {
    const query = { from: '2026-03-01', to: '2026-03-08' };
    expect((await world.nobody().fails('GET /timetable', { query })).code).toBe('not-signed-in');
    expect((await world.nobody().fails('GET /calendar-feed')).code).toBe('not-signed-in');
    expect((await world.nobody().fails('POST /calendar-feed')).code).toBe('not-signed-in');
    expect((await world.nobody().fails('DELETE /calendar-feed')).code).toBe('not-signed-in');
    const other = await world.person();
    expect(await other.does('GET /timetable', { query })).toEqual([]);
    expect(await other.does('GET /calendar-feed')).toEqual({ feed: null });
    await other.does('DELETE /calendar-feed');
    expect((await somebody.does('GET /calendar-feed')).feed).not.toBeNull();
  });

  test('knows no links but those it has made', async () => {
    for (const token of ['x', '.ics', `${feed}x`, feed.slice(1), '%00', '../timetable', 'ü'.repeat(50)]) {
      const problem = await world.nobody().fails('GET /calendar/:token', { params: { token } });
      expect([token, problem.code]).toEqual([token, 'not-found']);
    }
  });

  test('keeps no copy on the way, and lets no other site read it', async () => {
    const { headers } = await world.nobody().calls('GET /calendar/:token', { params: { token: feed } });
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers['etag']).toMatch(/^W\/"/);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('costs the same statements for any number of cohorts', async () => {
    const query = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
    expect(await somebody.does('GET /timetable', { query })).toHaveLength(180);
    expect(await statementsOf(() => somebody.calls('GET /timetable', { query }))).toBe(3);
    const read = () => world.nobody().calls('GET /calendar/:token', { params: { token: feed } });
    await read();
    expect(await statementsOf(read)).toBe(2);
    expect(await statementsOf(() => somebody.calls('GET /calendar-feed'))).toBe(2);
  });
});

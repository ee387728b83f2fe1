import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CohortListQuery, EndpointKey } from '@kohorte/contracts';
import { crowd, plan } from '../support/cohorts.js';
import { type Somebody, World } from '../support/world.js';

describe('lists around cohorts', () => {
  let world: World;
  let admin: Somebody;
  let trainer: Somebody;
  let courseId: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T08:00:00Z');
    admin = await world.person({ name: 'Petra Planer', roles: ['admin'] });
    trainer = await world.person({ name: 'Jonas Lehr', roles: ['trainer'] });
    ({ courseId } = await world.course(trainer.userId));
  });
  afterAll(() => world.end());

  test('cohorts: own ones for trainers, all for admins, by what time they are in', async () => {
    const other = await world.course(admin.userId, { title: 'Anderer Kurs' });
    const early = await plan(trainer, courseId, { name: 'Früh' });
    const late = await plan(trainer, courseId, { name: 'Spät', plan: { startOn: '2026-07-01' } });
    const off = await plan(trainer, courseId, { name: 'Fällt aus', plan: { startOn: '2026-07-08' } });
    await plan(admin, other.courseId, { name: 'Fremd', plan: { startOn: '2026-08-03' } });
    await trainer.does('POST /cohorts/:cohortId/cancellation', { params: { cohortId: off.cohortId } });
    const names = async (who: Somebody, query: Partial<CohortListQuery> = {}) =>
      (await who.does('GET /cohorts', { query })).rows.map(({ name }) => name);

    world.clock.to('2026-05-01T08:00:00Z');
    expect(await names(trainer)).toEqual(['Fällt aus', 'Spät', 'Früh']);
    expect(await names(trainer, { time: 'current' })).toEqual(['Spät']);
    expect(await names(trainer, { time: 'past' })).toEqual(['Früh']);
    expect(await names(trainer, { time: 'cancelled' })).toEqual(['Fällt aus']);
    expect(await names(admin, { time: 'current' })).toEqual(['Fremd', 'Spät']);
    expect(await names(admin, { courseId: other.courseId })).toEqual(['Fremd']);
    const first = await admin.does('GET /cohorts', { query: { limit: 2 } });
    expect(first.rows.map(({ name }) => name)).toEqual(['Fremd', 'Fällt aus']);
    expect(await names(admin, { limit: 2, cursor: first.next! })).toEqual(['Spät', 'Früh']);
    const [row] = (await trainer.does('GET /cohorts', { query: { time: 'past' } })).rows;
    expect(row).toMatchObject({ cohortId: early.cohortId, releasedModules: 3, modules: 3, nextReleaseAt: null });
    expect(late.cancelledAt).toBeNull();
    world.clock.to('2026-03-02T08:00:00Z');
  });

  test('the people of a cohort, for those among them', async () => {
    const { cohortId } = await plan(admin, courseId, { trainerIds: [trainer.userId], capacity: 4 });
    const params = { cohortId };
    const names = ['Zoë Ahorn', 'Änne Buche', 'Carl Ärmel', 'Dora Zeder', 'Emil Warter'];
    const people: Somebody[] = [];
    for (const name of names) people.push(await world.person({ name }));
    for (const who of people) await who.does('POST /cohorts/:cohortId/enrolment', { params });
    const list = async (who: Somebody, query = {}) =>
      (await who.does('GET /cohorts/:cohortId/people', { params, query })).rows.map((p) => `${p.name} ${p.role}`);
    const all = [
      'Jonas Lehr trainer',
      'Zoë Ahorn learner',
      'Carl Ärmel learner',
      'Änne Buche learner',
      'Dora Zeder learner',
    ];
    expect(await list(people[0]!)).toEqual(all);
    const first = await trainer.does('GET /cohorts/:cohortId/people', { params, query: { limit: 3 } });
    expect(await list(trainer, { limit: 3, cursor: first.next })).toEqual(all.slice(3));
    expect(await list(admin, { search: 'anne' })).toEqual(['Änne Buche learner']);
    expect((await people[4]!.fails('GET /cohorts/:cohortId/people', { params })).code).toBe('not-allowed');

    const page = await trainer.does('GET /cohorts/:cohortId/enrolments', { params, query: { limit: 2 } });
    const rest = await trainer.does('GET /cohorts/:cohortId/enrolments', { params, query: { cursor: page.next! } });
    expect([...page.rows, ...rest.rows].map(({ person, status }) => [person.name, status])).toEqual([
      ['Emil Warter', 'waitlisted'],
      ['Zoë Ahorn', 'active'],
      ['Carl Ärmel', 'active'],
      ['Änne Buche', 'active'],
      ['Dora Zeder', 'active'],
    ]);
    const found = await trainer.does('GET /cohorts/:cohortId/enrolments', { params, query: { search: 'warter' } });
    expect(found.rows).toMatchObject([{ place: 1, since: '2026-03-02T08:00:00.000Z' }]);
  });

  test('home-grown ids, foreign ids and no ids are simply not found', async () => {
    const [anna] = (await crowd(world, 1)) as [Somebody];
    const unknown = '01900000-0000-7000-8000-000000000000';
    const asked: [EndpointKey, object][] = [
      ['POST /cohorts/:cohortId/enrolment', { cohortId: unknown }],
      ['DELETE /cohorts/:cohortId/enrolment', { cohortId: unknown }],
      ['POST /cohorts/:cohortId/enrolment/acceptance', { cohortId: unknown }],
      ['GET /cohorts/:cohortId/people', { cohortId: unknown }],
      ['GET /catalogue/:courseId', { courseId: unknown }],
      ['GET /files/:fileId', { fileId: unknown }],
      ['POST /cohorts/:cohortId/enrolment', { cohortId: '1; drop table cohort' }],
      ['GET /files/:fileId', { fileId: '../../etc/passwd' }],
    ];
    for (const [key, params] of asked)
      expect([key, (await anna.fails(key, { params } as never)).code]).toEqual([key, 'not-found']);
    const byAdmin: [EndpointKey, object][] = [
      ['GET /cohorts/:cohortId', { cohortId: unknown }],
      ['PATCH /cohorts/:cohortId', { cohortId: unknown }],
      ['POST /cohorts/:cohortId/cancellation', { cohortId: unknown }],
      ['GET /cohorts/:cohortId/enrolments', { cohortId: unknown }],
      ['POST /enrolments/:enrolmentId/approval', { enrolmentId: unknown }],
      ['DELETE /enrolments/:enrolmentId', { enrolmentId: unknown }],
    ];
    for (const [key, params] of byAdmin)
      expect([key, (await admin.fails(key, { params } as never)).code]).toEqual([key, 'not-found']);
  });
});

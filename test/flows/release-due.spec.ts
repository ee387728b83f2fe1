import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Releases } from '@kohorte/cohorts';
import type { CohortView } from '@kohorte/contracts';
import { crowd, factsOf, mondays, plan } from '../support/cohorts.js';
import { type Somebody, World } from '../support/world.js';

const sweep = (world: World) => world.get(Releases).releaseDue();

/** Module-released facts, as titles of modules in the order of recording. */
const released = async (world: World, { cohortId }: CohortView): Promise<string[]> =>
  (
    await world.sql<{ title: string }>(
      `select m.title from fact f join module m on m.id = (f.payload ->> 'moduleId')::uuid
       where f.name = 'cohorts.module-released' and f.payload ->> 'cohortId' = $1 order by f.recorded_at, m.position`,
      [cohortId],
    )
  ).map(({ title }) => title);

describe('a cohort from launch over its weeks', () => {
  let world: World;
  let admin: Somebody;
  let anna: Somebody;
  let cohort: CohortView;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T08:00:00Z');
    admin = await world.person({ roles: ['admin'] });
    anna = await world.person({ name: 'Anna Lern' });
    const { courseId } = await world.course(admin.userId, { modules: 8 });
    cohort = await plan(admin, courseId);
    await anna.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: cohort.cohortId } });
  });
  afterAll(() => world.end());

  const view = () => admin.does('GET /cohorts/:cohortId', { params: { cohortId: cohort.cohortId } });
  const row = async () => (await admin.does('GET /cohorts')).rows.find((r) => r.cohortId === cohort.cohortId)!;

  test('nothing is released before its time, to the millisecond', async () => {
    world.clock.to('2026-03-09T07:59:59.999Z');
    await sweep(world);
    expect(await released(world, cohort)).toEqual([]);
    expect(await row()).toMatchObject({ releasedModules: 0, nextReleaseAt: '2026-03-09T08:00:00.000Z' });
    world.clock.to('2026-03-09T08:00:00.000Z');
    expect(await row()).toMatchObject({ releasedModules: 1, modules: 8, nextReleaseAt: '2026-03-16T08:00:00.000Z' });
    await sweep(world);
    expect(await released(world, cohort)).toEqual(['Modul 1']);
  });

  test('a sweep that runs again finds nothing', async () => {
    await sweep(world);
    await sweep(world);
    expect(await released(world, cohort)).toEqual(['Modul 1']);
    expect((await view()).releases[0]!.releasedAt).toBe('2026-03-09T08:00:00.000Z');
  });

  test('after three weeks without a worker each release is noted once, in order', async () => {
    world.clock.to('2026-03-30T10:00:00Z');
    await sweep(world);
    expect(await released(world, cohort)).toEqual(['Modul 1', 'Modul 2', 'Modul 3', 'Modul 4']);
    // The clocks changed on 29 March: 09:00 in Leipzig is 07:00 in UTC by now.
    expect((await view()).releases.slice(3, 5).map(({ opensAt }) => opensAt)).toEqual([
      '2026-03-30T07:00:00.000Z',
      '2026-04-06T07:00:00.000Z',
    ]);
  });

  test('many workers at once note each release once', async () => {
    world.clock.to('2026-04-13T10:00:00Z');
    await Promise.all(Array.from({ length: 8 }, () => sweep(world)));
    expect(await released(world, cohort)).toEqual(['Modul 1', 'Modul 2', 'Modul 3', 'Modul 4', 'Modul 5', 'Modul 6']);
  });

  test('what is cancelled is not released any more', async () => {
    await admin.does('POST /cohorts/:cohortId/cancellation', { params: { cohortId: cohort.cohortId } });
    world.clock.to('2026-06-01T10:00:00Z');
    await sweep(world);
    expect(await released(world, cohort)).toHaveLength(6);
  });
});

describe('releases by pacing', () => {
  let world: World;
  let admin: Somebody;
  let courseId: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T08:00:00Z');
    admin = await world.person({ roles: ['admin'] });
    ({ courseId } = await world.course(admin.userId, { modules: 3 }));
  });
  afterAll(() => world.end());

  test('all at once opens everything in one sweep', async () => {
    const cohort = await plan(admin, courseId, { plan: { pacing: 'all-at-once', startOn: '2026-03-03' } });
    expect(new Set(cohort.releases.map(({ opensAt }) => opensAt))).toEqual(new Set(['2026-03-03T08:00:00.000Z']));
    world.clock.to('2026-03-03T09:00:00Z');
    await sweep(world);
    expect(await released(world, cohort)).toEqual(['Modul 1', 'Modul 2', 'Modul 3']);
  });

  test('with relative pacing everybody has releases from their own start', async () => {
    const cohort = await plan(admin, courseId, { plan: { pacing: 'relative', startOn: '2026-03-03' } });
    const params = { cohortId: cohort.cohortId };
    expect(cohort.releases.map(({ releaseId, opensAt }) => [releaseId, opensAt])).toEqual([
      [null, '2026-03-03T08:00:00.000Z'],
      [null, '2026-03-10T08:00:00.000Z'],
      [null, '2026-03-17T08:00:00.000Z'],
    ]);
    const [anna, ben, ...many] = (await crowd(world, 302)) as [Somebody, Somebody, ...Somebody[]];
    const own = async (who: Somebody) =>
      (
        await world.sql<{ opens_at: Date }>(
          `select r.opens_at from release r join enrolment e on e.id = r.enrolment_id
           where e.cohort_id = $1 and e.user_id = $2 order by r.opens_at`,
          [cohort.cohortId, who.userId],
        )
      ).map(({ opens_at }) => opens_at.toISOString());

    world.clock.to('2026-03-25T12:34:00Z');
    await anna.does('POST /cohorts/:cohortId/enrolment', { params });
    expect(await own(anna)).toEqual([
      '2026-03-25T12:34:00.000Z',
      '2026-04-01T07:00:00.000Z',
      '2026-04-08T07:00:00.000Z',
    ]);
    world.clock.by({ days: 1 });
    await admin.does('POST /cohorts/:cohortId/enrolments', {
      params,
      body: { userIds: [ben, ...many].map(({ userId }) => userId) },
    });
    expect(await own(ben)).toEqual([
      '2026-03-26T12:34:00.000Z',
      '2026-04-02T07:00:00.000Z',
      '2026-04-09T07:00:00.000Z',
    ]);
    await sweep(world);
    await sweep(world);
    expect(await factsOf(world, cohort.cohortId)).toMatchObject({ 'cohorts.module-released': 302 });

    // Whoever leaves takes their releases along, and begins anew when they come back.
    await ben.does('DELETE /cohorts/:cohortId/enrolment', { params });
    expect(await own(ben)).toEqual([]);
    world.clock.by({ days: 1 });
    await ben.does('POST /cohorts/:cohortId/enrolment', { params });
    expect((await own(ben))[0]).toBe('2026-03-27T12:34:00.000Z');
    world.clock.to('2026-04-10T08:00:00Z');
    await sweep(world);
    // Each of 302 people three times, and Ben's first release once more.
    expect(await factsOf(world, cohort.cohortId)).toMatchObject({ 'cohorts.module-released': 3 * 302 + 1 });
  });

  test('a place in the waitlist starts with the seat, not with the waiting', async () => {
    const cohort = await plan(admin, courseId, {
      capacity: 1,
      plan: { pacing: 'relative', startOn: '2026-04-13' },
    });
    const params = { cohortId: cohort.cohortId };
    const [anna, ben] = (await crowd(world, 2)) as [Somebody, Somebody];
    const rows = () => world.sql(`select id from release where cohort_id = $1`, [cohort.cohortId]);
    await anna.does('POST /cohorts/:cohortId/enrolment', { params });
    await ben.does('POST /cohorts/:cohortId/enrolment', { params });
    expect(await rows()).toHaveLength(3);
    await anna.does('DELETE /cohorts/:cohortId/enrolment', { params });
    expect(await rows()).toHaveLength(0);
    await ben.does('POST /cohorts/:cohortId/enrolment/acceptance', { params });
    expect(await rows()).toHaveLength(3);
  });

  test('a sweep costs the same for a cohort of any size', async () => {
    const { courseId: other } = await world.course(admin.userId, { title: 'Groß' });
    const cohort = await plan(admin, other, { plan: { ...mondays, startOn: '2026-05-04' } });
    const people = await crowd(world, 3_000);
    await admin.does('POST /cohorts/:cohortId/enrolments', {
      params: { cohortId: cohort.cohortId },
      body: { userIds: people.map(({ userId }) => userId) },
    });
    world.clock.to('2026-05-04T07:00:00Z');
    await sweep(world);
    const [counted] = await world.sql<{ facts: number; reactions: number }>(
      `select count(distinct f.id)::int as facts, count(r.job)::int as reactions
       from fact f join reaction r on r.fact_id = f.id
       where f.name = 'cohorts.module-released' and f.payload ->> 'cohortId' = $1`,
      [cohort.cohortId],
    );
    expect(counted).toEqual({ facts: 1, reactions: 2 });
  });
});

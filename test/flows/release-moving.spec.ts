import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CohortView, MoveRelease } from '@kohorte/contracts';
import { crowd, factsOf, plan } from '../support/cohorts.js';
import { type Somebody, World } from '../support/world.js';

describe('moving a release', () => {
  let world: World;
  let trainer: Somebody;
  let courseId: string;
  let cohort: CohortView;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T08:00:00Z');
    trainer = await world.person({ roles: ['trainer'] });
    ({ courseId } = await world.course(trainer.userId, { modules: 4 }));
  });
  beforeEach(async () => {
    world.clock.to('2026-03-02T08:00:00Z');
    cohort = await plan(trainer, courseId);
  });
  afterAll(() => world.end());

  const releaseIdOf = (week: number) => cohort.releases[week - 1]!.releaseId!;
  const move = (week: number, body: MoveRelease) =>
    trainer.does('POST /releases/:releaseId/move', { params: { releaseId: releaseIdOf(week) }, body });
  const preview = (week: number, body: MoveRelease) =>
    trainer.does('POST /releases/:releaseId/move-preview', { params: { releaseId: releaseIdOf(week) }, body });
  const refused = async (week: number, body: object, who = trainer) => {
    const params = { releaseId: releaseIdOf(week) };
    const problem = await who.fails('POST /releases/:releaseId/move', { params, body });
    const shown = await who.fails('POST /releases/:releaseId/move-preview', { params, body });
    expect(shown.code).toBe(problem.code);
    return [problem.code, problem.errors?.[0]?.field];
  };
  const view = () => trainer.does('GET /cohorts/:cohortId', { params: { cohortId: cohort.cohortId } });
  const days = async () => (await view()).releases.map(({ opensAt }) => opensAt.slice(5, 16));
  const sequences = async () =>
    (
      await world.sql<{ sequence: number }>(
        `select sequence from release r join module m on m.id = r.module_id where cohort_id = $1 order by m.position`,
        [cohort.cohortId],
      )
    ).map(({ sequence }) => sequence);

  test('postponing one week, with what it does shown before and nothing done by looking', async () => {
    for (const who of await crowd(world, 3))
      await who.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: cohort.cohortId } });
    const asked: MoveRelease = { opensAt: '2026-03-18T08:00:00Z', following: 'keep' };
    const shown = await preview(2, asked);
    expect(shown).toEqual({
      releases: [
        {
          releaseId: releaseIdOf(2),
          title: 'Modul 2',
          step: 2,
          from: '2026-03-16T08:00:00.000Z',
          to: '2026-03-18T08:00:00.000Z',
          opensAtOnce: false,
        },
      ],
      people: 3,
      endsOn: '2026-04-06',
    });
    expect(await days()).toEqual(['03-09T08:00', '03-16T08:00', '03-23T08:00', '03-30T07:00']);
    expect(await factsOf(world, cohort.cohortId)).not.toHaveProperty('cohorts.release-moved');

    expect(await move(2, asked)).toEqual(shown);
    expect(await days()).toEqual(['03-09T08:00', '03-18T08:00', '03-23T08:00', '03-30T07:00']);
    expect((await view()).releases.map(({ movedBy }) => movedBy)).toEqual([null, 'hand', null, null]);
    expect(await sequences()).toEqual([0, 1, 0, 0]);
    expect(await factsOf(world, cohort.cohortId)).toMatchObject({ 'cohorts.release-moved': 1 });

    // The same once more moves nothing.
    expect((await move(2, asked)).releases).toEqual([]);
    expect(await sequences()).toEqual([0, 1, 0, 0]);
  });

  test('shifting all that follows by a week, over the change of hours', async () => {
    const done = await move(2, { opensAt: '2026-03-23T08:00:00Z', following: 'shift' });
    expect(done.releases).toHaveLength(3);
    expect(done.endsOn).toBe('2026-04-13');
    expect(await days()).toEqual(['03-09T08:00', '03-23T08:00', '03-30T07:00', '04-06T07:00']);
    expect((await view()).endsOn).toBe('2026-04-13');
    expect(await sequences()).toEqual([0, 1, 1, 1]);
    world.clock.to('2026-03-22T12:00:00Z');
    await world.work();
    expect(await factsOf(world, cohort.cohortId)).toMatchObject({ 'cohorts.module-released': 1 });
  });

  test('opening a week now, which is announced at once and once', async () => {
    world.clock.to('2026-03-10T10:00:00Z');
    const done = await move(2, { now: true, following: 'keep' });
    expect(done.releases).toMatchObject([{ to: '2026-03-10T10:00:00.000Z', opensAtOnce: true }]);
    expect((await view()).releases[1]).toMatchObject({
      opensAt: '2026-03-10T10:00:00.000Z',
      releasedAt: '2026-03-10T10:00:00.000Z',
    });
    await world.work();
    await world.work();
    expect(await factsOf(world, cohort.cohortId)).toMatchObject({ 'cohorts.module-released': 2 });
  });

  test('what is open by the clock does not move, whether or not a job has noticed', async () => {
    world.clock.to('2026-03-09T08:00:00Z');
    expect(await refused(1, { opensAt: '2026-03-11T08:00:00Z', following: 'keep' })).toEqual([
      'already-released',
      undefined,
    ]);
  });

  test('what would break the order, lies in the past, or is no instant at all is refused', async () => {
    expect(await refused(2, { opensAt: '2026-03-24T08:00:00Z', following: 'keep' })).toEqual([
      'order-of-modules',
      undefined,
    ]);
    expect(await refused(2, { opensAt: '2026-03-05T08:00:00Z', following: 'shift' })).toEqual([
      'order-of-modules',
      undefined,
    ]);
    expect(await refused(2, { now: true, following: 'keep' })).toEqual(['order-of-modules', undefined]);
    expect(await refused(1, { opensAt: '2025-03-05T08:00:00Z', following: 'keep' })).toEqual([
      'invalid-input',
      'opensAt',
    ]);
    expect(await refused(1, { opensAt: '2026-02-31T08:00:00Z', following: 'keep' })).toEqual([
      'invalid-input',
      'opensAt',
    ]);
    expect(await refused(1, { opensAt: '+275760-01-01T00:00:00Z', following: 'keep' })).toEqual([
      'invalid-input',
      'opensAt',
    ]);
    expect(await refused(1, { following: 'keep' })).toEqual(['invalid-input', 'opensAt']);
    expect(await refused(1, { now: true, following: 'perhaps' })).toEqual(['invalid-input', 'following']);
    expect(await days()).toEqual(['03-09T08:00', '03-16T08:00', '03-23T08:00', '03-30T07:00']);
    expect(await sequences()).toEqual([0, 0, 0, 0]);
  });

  test('only those who run the cohort, only while it runs, and not where everybody has a pace of their own', async () => {
    const later = { opensAt: '2026-03-18T08:00:00Z', following: 'keep' };
    const other = await world.person({ roles: ['trainer'] });
    expect(await refused(2, later, other)).toEqual(['not-allowed', undefined]);
    expect(await refused(2, later, await world.person())).toEqual(['not-allowed', undefined]);
    const nobody = { releaseId: '01900000-0000-7000-8000-000000000000' };
    expect((await trainer.fails('POST /releases/:releaseId/move', { params: nobody, body: later })).code).toBe(
      'not-found',
    );

    await trainer.does('POST /cohorts/:cohortId/cancellation', { params: { cohortId: cohort.cohortId } });
    expect(await refused(2, later)).toEqual(['cohort-cancelled', undefined]);

    const relative = await plan(trainer, courseId, { plan: { pacing: 'relative' } });
    const [anna] = (await crowd(world, 1)) as [Somebody];
    await anna.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: relative.cohortId } });
    const [own] = await world.sql<{ id: string }>(`select id from release where enrolment_id is not null limit 1`);
    const params = { releaseId: own!.id };
    expect((await trainer.fails('POST /releases/:releaseId/move', { params, body: later })).code).toBe('own-pace');
  });

  test('a sweep and a move at the same moment agree', async () => {
    world.clock.to('2026-03-09T08:00:00Z');
    const params = { releaseId: releaseIdOf(1) };
    const asked = { opensAt: '2026-03-10T08:00:00Z', following: 'keep' };
    await Promise.all([
      world.work(['cohorts.release-due']),
      trainer.fails('POST /releases/:releaseId/move', { params, body: asked }),
      world.work(['cohorts.release-due']),
    ]);
    expect((await view()).releases[0]).toMatchObject({ opensAt: '2026-03-09T08:00:00.000Z', movedBy: null });
    expect(await factsOf(world, cohort.cohortId)).toMatchObject({ 'cohorts.module-released': 1 });
  });
});

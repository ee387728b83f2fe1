import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CohortView, EnrolmentRow } from '@kohorte/contracts';
import { crowd, factsOf, plan } from '../support/cohorts.js';
import { type Somebody, World } from '../support/world.js';

describe('seats and the waitlist', () => {
  let world: World;
  let admin: Somebody;
  let courseId: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T08:00:00Z');
    admin = await world.person({ name: 'Petra Planer', roles: ['admin'] });
    ({ courseId } = await world.course(admin.userId));
  });
  afterAll(() => world.end());

  const join = (who: Somebody, { cohortId }: CohortView) =>
    who.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
  const leave = (who: Somebody, { cohortId }: CohortView) =>
    who.does('DELETE /cohorts/:cohortId/enrolment', { params: { cohortId } });
  const accept = (who: Somebody, { cohortId }: CohortView) =>
    who.does('POST /cohorts/:cohortId/enrolment/acceptance', { params: { cohortId } });
  const refused = async (who: Somebody, { cohortId }: CohortView) =>
    (await who.fails('POST /cohorts/:cohortId/enrolment/acceptance', { params: { cohortId } })).code;
  const mine = async (who: Somebody, { cohortId }: CohortView) =>
    (await who.does('GET /catalogue/:courseId', { params: { courseId } })).cohorts.find(
      (c) => c.cohortId === cohortId,
    )!;
  const waitlist = async ({ cohortId }: CohortView): Promise<EnrolmentRow[]> =>
    (await admin.does('GET /cohorts/:cohortId/enrolments', { params: { cohortId }, query: { status: 'waitlisted' } }))
      .rows;
  const seats = async ({ cohortId }: CohortView) => {
    const { seatsTaken, waiting } = await admin.does('GET /cohorts/:cohortId', { params: { cohortId } });
    return { seatsTaken, waiting };
  };

  test('a seat that is given back is offered to whoever waits longest, and taken', async () => {
    const cohort = await plan(admin, courseId, { capacity: 2 });
    const [anna, ben, cem, dora] = (await crowd(world, 4)) as [Somebody, Somebody, Somebody, Somebody];
    expect((await mine(anna, cohort)).joinState).toBe('join');
    expect(await join(anna, cohort)).toMatchObject({ status: 'active', place: null, offerEndsAt: null });
    await join(ben, cohort);
    expect((await mine(cem, cohort)).joinState).toBe('join-waitlist');
    expect(await join(cem, cohort)).toMatchObject({ status: 'waitlisted', place: 1 });
    expect(await join(dora, cohort)).toMatchObject({ status: 'waitlisted', place: 2 });
    expect((await mine(dora, cohort)).mine).toMatchObject({ status: 'waitlisted', place: 2 });

    await leave(anna, cohort);
    expect(await mine(cem, cohort)).toMatchObject({
      joinState: 'offered',
      mine: { place: null, offerEndsAt: '2026-03-04T08:00:00.000Z' },
    });
    expect((await mine(dora, cohort)).mine).toMatchObject({ place: 1 });
    expect(await seats(cohort)).toEqual({ seatsTaken: 2, waiting: 1 });
    expect(await refused(dora, cohort)).toBe('no-seat-offered');

    await world.travel({ hours: 47 });
    expect(await accept(cem, cohort)).toMatchObject({ status: 'active', offerEndsAt: null });
    expect(await seats(cohort)).toEqual({ seatsTaken: 2, waiting: 1 });
    expect((await mine(anna, cohort)).joinState).toBe('join-waitlist');
    expect(await factsOf(world, cohort.cohortId)).toEqual({
      'cohorts.enrolled': 3,
      'cohorts.planned': 1,
      'cohorts.seat-offered': 1,
      'cohorts.waitlisted': 2,
      'cohorts.withdrawn': 1,
    });
  });

  test('an offer that nobody answers passes on, and comes back once', async () => {
    const cohort = await plan(admin, courseId, { capacity: 1, offerHours: 24 });
    const [anna, ben, cem] = (await crowd(world, 3)) as [Somebody, Somebody, Somebody];
    for (const who of [anna, ben, cem]) await join(who, cohort);
    await leave(anna, cohort);
    expect((await mine(ben, cohort)).joinState).toBe('offered');

    // Late by the clock, and before any job has looked: the offer holds nothing any more.
    world.clock.by({ hours: 24 });
    expect(await mine(ben, cohort)).toMatchObject({ joinState: 'waiting', mine: { offerEndsAt: null, place: 2 } });
    expect((await waitlist(cohort)).map(({ person, place }) => [person.name, place])).toEqual([
      ['Crowd 00003', 1],
      ['Crowd 00002', 2],
    ]);
    expect(await refused(ben, cohort)).toBe('no-seat-offered');

    await world.work();
    expect((await mine(cem, cohort)).joinState).toBe('offered');
    expect((await mine(ben, cohort)).mine).toMatchObject({ place: 1 });
    await world.travel({ hours: 24 });
    expect((await mine(ben, cohort)).joinState).toBe('offered');
    await world.travel({ hours: 24 });
    expect((await mine(ben, cohort)).mine).toBeNull();
    expect((await mine(cem, cohort)).joinState).toBe('offered');
    expect(await accept(cem, cohort)).toMatchObject({ status: 'active' });
    expect(await factsOf(world, cohort.cohortId)).toMatchObject({
      'cohorts.seat-offered': 4,
      'cohorts.offer-lapsed': 3,
      'cohorts.withdrawn': 2,
    });
  });

  test('while no worker runs, whoever comes next finds the queue as the clock has it', async () => {
    const cohort = await plan(admin, courseId, { capacity: 1, offerHours: 24 });
    const [anna, ben, cem, dora] = (await crowd(world, 4)) as [Somebody, Somebody, Somebody, Somebody];
    for (const who of [anna, ben, cem]) await join(who, cohort);
    await leave(anna, cohort);
    world.clock.by({ hours: 25 });
    expect(await join(dora, cohort)).toMatchObject({ status: 'waitlisted', place: 2 });
    expect((await mine(cem, cohort)).joinState).toBe('offered');
    expect((await mine(ben, cohort)).mine).toMatchObject({ place: 1 });
  });

  test('declining an offer passes it on at once', async () => {
    const cohort = await plan(admin, courseId, { capacity: 1 });
    const [anna, ben, cem] = (await crowd(world, 3)) as [Somebody, Somebody, Somebody];
    for (const who of [anna, ben, cem]) await join(who, cohort);
    await leave(anna, cohort);
    await leave(ben, cohort);
    expect((await mine(cem, cohort)).joinState).toBe('offered');
    expect((await mine(ben, cohort)).joinState).toBe('join-waitlist');
    await leave(cem, cohort);
    expect(await seats(cohort)).toEqual({ seatsTaken: 0, waiting: 0 });
  });

  test('more seats are offered at once, in the order of the queue', async () => {
    const cohort = await plan(admin, courseId, { capacity: 1 });
    const people = await crowd(world, 5);
    for (const who of people) await join(who, cohort);
    const { cohortId } = cohort;
    await admin.does('PATCH /cohorts/:cohortId', { params: { cohortId }, body: { capacity: 3 } });
    expect(await seats(cohort)).toEqual({ seatsTaken: 3, waiting: 2 });
    expect((await waitlist(cohort)).map(({ place, offerEndsAt }) => [place, offerEndsAt !== null])).toEqual([
      [null, true],
      [null, true],
      [1, false],
      [2, false],
    ]);
    await admin.does('PATCH /cohorts/:cohortId', { params: { cohortId }, body: { capacity: null } });
    expect(await seats(cohort)).toEqual({ seatsTaken: 5, waiting: 0 });

    const problem = await admin.fails('PATCH /cohorts/:cohortId', { params: { cohortId }, body: { capacity: 4 } });
    expect(problem).toMatchObject({
      code: 'capacity-below-taken',
      params: { taken: 5 },
      errors: [{ field: 'capacity' }],
    });
    expect(problem.detail).toContain('5');
  });

  test('a seat of somebody who is deleted is found by the sweep', async () => {
    const cohort = await plan(admin, courseId, { capacity: 1 });
    const [anna, ben] = (await crowd(world, 2)) as [Somebody, Somebody];
    await join(anna, cohort);
    await join(ben, cohort);
    await admin.does('DELETE /users/:userId', { params: { userId: anna.userId } });
    await world.work();
    expect((await mine(ben, cohort)).joinState).toBe('offered');
    await world.work();
    expect(await factsOf(world, cohort.cohortId)).toMatchObject({ 'cohorts.seat-offered': 1 });
  });

  test('nobody joins twice, leaves twice, or comes in by a closed door', async () => {
    const cohort = await plan(admin, courseId, {
      enrolmentOpensAt: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
      enrolmentClosesAt: new Date(world.clock.now().getTime() + 7_200_000).toISOString(),
    });
    const [anna] = (await crowd(world, 1)) as [Somebody];
    const params = { cohortId: cohort.cohortId };
    const fails = async (key: 'POST /cohorts/:cohortId/enrolment' | 'DELETE /cohorts/:cohortId/enrolment') =>
      (await anna.fails(key, { params })).code;
    expect((await mine(anna, cohort)).joinState).toBe('not-open-yet');
    expect(await fails('POST /cohorts/:cohortId/enrolment')).toBe('enrolment-not-open-yet');
    expect(await fails('DELETE /cohorts/:cohortId/enrolment')).toBe('not-enrolled');
    world.clock.by({ hours: 1 });
    await join(anna, cohort);
    expect(await fails('POST /cohorts/:cohortId/enrolment')).toBe('already-enrolled');
    await leave(anna, cohort);
    expect(await fails('DELETE /cohorts/:cohortId/enrolment')).toBe('not-enrolled');
    world.clock.by({ hours: 1 });
    expect((await mine(anna, cohort)).joinState).toBe('closed');
    expect(await fails('POST /cohorts/:cohortId/enrolment')).toBe('enrolment-closed');
  });

  test('a cohort that is cancelled or over takes nobody in, and hands nothing on', async () => {
    const cohort = await plan(admin, courseId, { capacity: 1 });
    const [anna, ben, cem] = (await crowd(world, 3)) as [Somebody, Somebody, Somebody];
    for (const who of [anna, ben]) await join(who, cohort);
    await admin.does('POST /cohorts/:cohortId/cancellation', { params: { cohortId: cohort.cohortId } });
    await admin.does('POST /cohorts/:cohortId/cancellation', { params: { cohortId: cohort.cohortId } });
    await leave(anna, cohort);
    await world.work();
    expect((await mine(ben, cohort)).joinState).toBe('cancelled');
    const cancelled = { params: { cohortId: cohort.cohortId } };
    expect((await cem.fails('POST /cohorts/:cohortId/enrolment', cancelled)).code).toBe('cohort-cancelled');
    expect(await factsOf(world, cohort.cohortId)).toEqual({
      'cohorts.cancelled': 1,
      'cohorts.enrolled': 1,
      'cohorts.planned': 1,
      'cohorts.waitlisted': 1,
      'cohorts.withdrawn': 1,
    });

    const over = await plan(admin, courseId, { capacity: 1 });
    for (const who of [anna, ben]) await join(who, over);
    world.clock.to(`${over.endsOn}T23:30:00Z`);
    await leave(anna, over);
    expect(await seats(over)).toEqual({ seatsTaken: 0, waiting: 1 });
    const ended = { params: { cohortId: over.cohortId } };
    expect((await cem.fails('POST /cohorts/:cohortId/enrolment', ended)).code).toBe('enrolment-closed');
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { crowd, factsOf, plan } from '../support/cohorts.js';
import { type Somebody, World } from '../support/world.js';

describe('ways into a cohort', () => {
  let world: World;
  let admin: Somebody;
  let trainer: Somebody;
  let courseId: string;

  beforeAll(async () => {
    world = await World.begin();
    admin = await world.person({ name: 'Petra Planer', roles: ['admin'] });
    trainer = await world.person({ name: 'Jonas Lehr', roles: ['trainer'] });
    ({ courseId } = await world.course(trainer.userId));
  });
  afterAll(() => world.end());

  const enrolments = async (cohortId: string, status?: 'requested' | 'waitlisted' | 'active') =>
    (
      await trainer.does('GET /cohorts/:cohortId/enrolments', {
        params: { cohortId },
        query: { limit: 200, ...(status ? { status } : {}) },
      })
    ).rows;
  const card = async (who: Somebody, cohortId: string) =>
    (await who.does('GET /catalogue/:courseId', { params: { courseId } })).cohorts.find((c) => c.cohortId === cohortId);

  describe('by approval', () => {
    test('one asks, the trainer approves, and the seat is there or the waitlist', async () => {
      const { cohortId } = await plan(trainer, courseId, { admission: 'approval', capacity: 1 });
      const params = { cohortId };
      const [anna, ben, cem] = (await crowd(world, 3)) as [Somebody, Somebody, Somebody];
      expect((await card(anna, cohortId))!.joinState).toBe('request');
      for (const who of [anna, ben, cem]) {
        expect(await who.does('POST /cohorts/:cohortId/enrolment', { params })).toMatchObject({ status: 'requested' });
        world.clock.by({ minutes: 1 });
      }
      expect((await card(anna, cohortId))!).toMatchObject({ joinState: 'requested', seatsTaken: 0 });

      const [first, second, third] = await enrolments(cohortId, 'requested');
      expect(first!.person.name).toBe('Crowd 00001');
      const approve = (enrolmentId: string, by = trainer) =>
        by.does('POST /enrolments/:enrolmentId/approval', { params: { enrolmentId } });
      expect(await approve(first!.enrolmentId)).toMatchObject({ status: 'active', place: null });
      expect(await approve(second!.enrolmentId, admin)).toMatchObject({ status: 'waitlisted', place: 1 });
      const again = { params: { enrolmentId: first!.enrolmentId } };
      expect((await trainer.fails('POST /enrolments/:enrolmentId/approval', again)).code).toBe('not-requested');

      await trainer.does('DELETE /enrolments/:enrolmentId', { params: { enrolmentId: third!.enrolmentId } });
      expect((await card(cem, cohortId))!.joinState).toBe('request');
      const gone = { params: { enrolmentId: third!.enrolmentId } };
      expect((await trainer.fails('DELETE /enrolments/:enrolmentId', gone)).code).toBe('not-found');

      await trainer.does('DELETE /enrolments/:enrolmentId', { params: { enrolmentId: first!.enrolmentId } });
      expect((await card(ben, cohortId))!.joinState).toBe('offered');
      expect(await factsOf(world, cohortId)).toEqual({
        'cohorts.enrolled': 1,
        'cohorts.enrolment-requested': 3,
        'cohorts.planned': 1,
        'cohorts.seat-offered': 1,
        'cohorts.waitlisted': 1,
        'cohorts.withdrawn': 2,
      });
    });
  });

  describe('by invitation', () => {
    test('only those who are invited know of it, and only they come in', async () => {
      const own = await world.course(trainer.userId, { title: 'Geheime Runde' });
      const { cohortId } = await plan(trainer, own.courseId, { admission: 'invitation', capacity: 5 });
      const [anna, ben] = (await crowd(world, 2)) as [Somebody, Somebody];
      const params = { cohortId };
      expect((await anna.fails('POST /cohorts/:cohortId/enrolment', { params })).code).toBe('not-found');
      const page = { params: { courseId: own.courseId } };
      expect((await anna.fails('GET /catalogue/:courseId', page)).code).toBe('not-found');
      expect((await anna.does('GET /catalogue', { query: { search: 'geheim' } })).rows).toEqual([]);
      expect((await admin.fails('POST /cohorts/:cohortId/enrolment', { params })).code).toBe('not-invited');

      const invite = (userIds: string[]) =>
        trainer.does('POST /cohorts/:cohortId/invitations', { params, body: { userIds } });
      expect(await invite([anna.userId])).toEqual({ enrolled: 0, waitlisted: 0, invited: 1, alreadyThere: 0 });
      expect(await invite([anna.userId])).toEqual({ enrolled: 0, waitlisted: 0, invited: 0, alreadyThere: 1 });
      const [entry] = (await anna.does('GET /catalogue', { query: { search: 'geheim' } })).rows;
      expect(entry!.cohorts[0]).toMatchObject({ cohortId, joinState: 'join' });
      expect((await ben.does('GET /catalogue', { query: { search: 'geheim' } })).rows).toEqual([]);
      await anna.does('POST /cohorts/:cohortId/enrolment', { params });
      expect(await enrolments(cohortId)).toMatchObject([{ status: 'active', person: { userId: anna.userId } }]);
      expect(await factsOf(world, cohortId)).toMatchObject({ 'cohorts.batch-invited': 1 });
    });

    test('whoever is invited needs no approval', async () => {
      const { cohortId } = await plan(trainer, courseId, { admission: 'approval' });
      const [anna] = (await crowd(world, 1)) as [Somebody];
      const params = { cohortId };
      await trainer.does('POST /cohorts/:cohortId/invitations', { params, body: { userIds: [anna.userId] } });
      expect(await anna.does('POST /cohorts/:cohortId/enrolment', { params })).toMatchObject({ status: 'active' });
    });
  });

  describe('many at once', () => {
    const unit = async (name: string, parentId?: string): Promise<string> =>
      (await admin.does('POST /org-units', { body: { name, ...(parentId ? { parentId } : {}) } })).orgUnitId;

    test('people by name get the seats in the order in which they are named', async () => {
      const { cohortId } = await plan(trainer, courseId, { capacity: 3, admission: 'approval' });
      const people = await crowd(world, 6);
      const params = { cohortId };
      await people[5]!.does('POST /cohorts/:cohortId/enrolment', { params });
      const userIds = people.map(({ userId }) => userId).reverse();
      expect(await trainer.does('POST /cohorts/:cohortId/enrolments', { params, body: { userIds } })).toEqual({
        enrolled: 3,
        waitlisted: 3,
        invited: 0,
        alreadyThere: 0,
      });
      const names = (await enrolments(cohortId)).map(({ person, status, place }) => [person.name, status, place]);
      expect(names).toEqual([
        ['Crowd 00003', 'waitlisted', 1],
        ['Crowd 00002', 'waitlisted', 2],
        ['Crowd 00001', 'waitlisted', 3],
        ['Crowd 00004', 'active', null],
        ['Crowd 00005', 'active', null],
        ['Crowd 00006', 'active', null],
      ]);
      const again = await trainer.does('POST /cohorts/:cohortId/enrolments', { params, body: { userIds } });
      expect(again).toEqual({ enrolled: 0, waitlisted: 0, invited: 0, alreadyThere: 6 });
      const facts = await factsOf(world, cohortId);
      expect(facts).toMatchObject({ 'cohorts.batch-enrolled': 1 });
      expect(facts).not.toHaveProperty('cohorts.enrolled');
    });

    test('whoever asked goes first, and nobody overtakes those who wait', async () => {
      const { cohortId } = await plan(trainer, courseId, { capacity: 2, admission: 'approval' });
      const params = { cohortId };
      const people = await crowd(world, 5);
      await people[4]!.does('POST /cohorts/:cohortId/enrolment', { params });
      const enrol = (userIds: string[]) =>
        trainer.does('POST /cohorts/:cohortId/enrolments', { params, body: { userIds } });
      const ids = people.map(({ userId }) => userId);
      expect(await enrol([ids[0]!, ids[1]!, ids[4]!])).toMatchObject({ enrolled: 2, waitlisted: 1 });
      expect((await enrolments(cohortId, 'active')).map(({ person }) => person.name)).toEqual([
        'Crowd 00001',
        'Crowd 00005',
      ]);
      await people[0]!.does('DELETE /cohorts/:cohortId/enrolment', { params });
      expect(await enrol([ids[2]!, ids[0]!])).toMatchObject({ enrolled: 0, waitlisted: 2 });
      expect(await enrolments(cohortId, 'waitlisted')).toMatchObject([
        { person: { userId: ids[1] }, place: null },
        { person: { userId: ids[2] }, place: 1 },
        { person: { userId: ids[0] }, place: 2 },
      ]);
    });

    test('a whole org unit with all below it, 5,000 people, by lot and with one fact', async () => {
      const [top, elsewhere] = [await unit('Werk'), await unit('Vertrieb')];
      const hall = await unit('Halle 3', top);
      await crowd(world, 2_000, top);
      await crowd(world, 3_000, hall);
      await crowd(world, 5, elsewhere);
      const { cohortId } = await plan(trainer, courseId, { capacity: 4_000 });
      const params = { cohortId };
      const outcome = await trainer.does('POST /cohorts/:cohortId/enrolments', { params, body: { orgUnitId: top } });
      expect(outcome).toEqual({ enrolled: 4_000, waitlisted: 1_000, invited: 0, alreadyThere: 0 });
      expect(await trainer.does('GET /cohorts/:cohortId', { params })).toMatchObject({
        seatsTaken: 4_000,
        waiting: 1_000,
      });
      const [lucky] = await world.sql<{ share: number }>(
        `select avg((e.status = 'active')::int)::float8 as share from enrolment e join app_user u on u.id = e.user_id
         where e.cohort_id = $1 and u.org_unit_id = $2`,
        [cohortId, hall],
      );
      expect(lucky!.share).toBeGreaterThan(0.77);
      expect(lucky!.share).toBeLessThan(0.83);
      expect(await factsOf(world, cohortId)).toEqual({ 'cohorts.batch-enrolled': 1, 'cohorts.planned': 1 });
    }, 60_000);

    test('what is wrong changes nothing and is named', async () => {
      const { cohortId } = await plan(trainer, courseId);
      const [anna] = (await crowd(world, 1)) as [Somebody];
      const nobody = '01900000-0000-7000-8000-000000000000';
      const enrol = async (body: { userIds?: string[]; orgUnitId?: string }) => {
        const problem = await trainer.fails('POST /cohorts/:cohortId/enrolments', { params: { cohortId }, body });
        return [problem.code, problem.errors?.[0]?.field];
      };
      expect(await enrol({ userIds: [anna.userId, nobody] })).toEqual(['person-unknown', 'userIds']);
      expect(await enrol({ orgUnitId: nobody })).toEqual(['unit-unknown', 'orgUnitId']);
      expect(await enrol({})).toEqual(['invalid-input', 'userIds']);
      expect(await enrol({ userIds: [] })).toEqual(['invalid-input', 'userIds']);
      expect(await enrolments(cohortId)).toEqual([]);
      expect(await factsOf(world, cohortId)).toEqual({ 'cohorts.planned': 1 });

      const other = await world.person({ roles: ['trainer'] });
      const asOther = { params: { cohortId }, body: { userIds: [anna.userId] } };
      expect((await other.fails('POST /cohorts/:cohortId/enrolments', asOther)).code).toBe('not-allowed');
      await trainer.does('POST /cohorts/:cohortId/cancellation', { params: { cohortId } });
      expect(await enrol({ userIds: [anna.userId] })).toEqual(['cohort-cancelled', undefined]);
    });
  });
});

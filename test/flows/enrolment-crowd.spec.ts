import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EnrolmentRow, MyEnrolment } from '@kohorte/contracts';
import { crowd, factsOf, plan } from '../support/cohorts.js';
import { type Somebody, World } from '../support/world.js';

describe('a crowd at the door', () => {
  let world: World;
  let admin: Somebody;
  let courseId: string;

  beforeAll(async () => {
    world = await World.begin();
    admin = await world.person({ name: 'Petra Planer', roles: ['admin'] });
    ({ courseId } = await world.course(admin.userId));
  });
  afterAll(() => world.end());

  const enrolmentsOf = async (cohortId: string, status: 'active' | 'waitlisted'): Promise<EnrolmentRow[]> => {
    const rows: EnrolmentRow[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { status, limit: 200, ...(cursor ? { cursor } : {}) };
      const page = await admin.does('GET /cohorts/:cohortId/enrolments', { params: { cohortId }, query });
      rows.push(...page.rows);
      cursor = page.next;
    }
    return rows;
  };

  test('1,000 people join 30 seats at once: 30 are in, 970 wait in order', async () => {
    const { cohortId } = await plan(admin, courseId, { capacity: 30 });
    const people = await crowd(world, 1_000);
    const told = await Promise.all(
      people.map((who) => who.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } })),
    );
    expect(told.filter(({ status }) => status === 'active')).toHaveLength(30);
    const places = told.map(({ place }) => place).filter((place) => place !== null);
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 970 }, (_, index) => index + 1));

    const placeTold = new Map(told.map(({ enrolmentId, place }) => [enrolmentId, place]));
    const waiting = await enrolmentsOf(cohortId, 'waitlisted');
    expect(waiting.map(({ place }) => place)).toEqual(places);
    expect(waiting.every(({ enrolmentId, place }) => placeTold.get(enrolmentId) === place)).toBe(true);
    expect(await enrolmentsOf(cohortId, 'active')).toHaveLength(30);
    expect(await admin.does('GET /cohorts/:cohortId', { params: { cohortId } })).toMatchObject({
      seatsTaken: 30,
      waiting: 970,
    });
    expect(await factsOf(world, cohortId)).toEqual({
      'cohorts.enrolled': 30,
      'cohorts.planned': 1,
      'cohorts.waitlisted': 970,
    });
  }, 300_000);

  test('joining and leaving all at once leaves neither a seat too many nor one that is free beside a queue', async () => {
    const { cohortId } = await plan(admin, courseId, { capacity: 7, name: 'Gedränge' });
    const people = await crowd(world, 60);
    const params = { cohortId };
    await Promise.all(
      people.map(async (who, index) => {
        await who.does('POST /cohorts/:cohortId/enrolment', { params });
        if (index % 2 === 0) await who.does('DELETE /cohorts/:cohortId/enrolment', { params });
        if (index % 4 === 0) await who.does('POST /cohorts/:cohortId/enrolment', { params });
        if (index % 3 === 0) await who.calls('POST /cohorts/:cohortId/enrolment/acceptance', { params });
      }),
    );
    const [counted] = await world.sql<Record<'taken' | 'waiting' | 'seats_taken' | 'waiting_told', number>>(
      `select c.seats_taken, c.waiting as waiting_told,
         count(*) filter (where status = 'active' or offer_ends_at is not null)::int as taken,
         count(*) filter (where status = 'waitlisted' and offer_ends_at is null)::int as waiting
       from cohort c join enrolment e on e.cohort_id = c.id where c.id = $1 group by c.id`,
      [cohortId],
    );
    expect(counted).toEqual({ seats_taken: 7, taken: 7, waiting: counted!.waiting, waiting_told: counted!.waiting });
    // 30 stay who never left, and 15 who came back.
    expect(counted!.waiting).toBe(45 - 7);
  }, 120_000);

  test('one person who clicks ten times is in once', async () => {
    const { cohortId } = await plan(admin, courseId, { capacity: 5, name: 'Doppelklick' });
    const [hasty] = (await crowd(world, 1)) as [Somebody];
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => hasty.calls('POST /cohorts/:cohortId/enrolment', { params: { cohortId } })),
    );
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(answers.filter(({ body }) => (body as { code?: string }).code === 'already-enrolled')).toHaveLength(9);
    expect((answers.find(({ status }) => status < 300)!.body as MyEnrolment).status).toBe('active');
  });

  test('the check of the database keeps the seats, whoever writes', async () => {
    const { cohortId } = await plan(admin, courseId, { capacity: 1, name: 'Hintertür' });
    const [anna, ben] = (await crowd(world, 2)) as [Somebody, Somebody];
    await anna.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    const smuggle = world.sql(
      `insert into enrolment (id, cohort_id, user_id, status, active_at) values (uuidv7(), $1, $2, 'active', $3)`,
      [cohortId, ben.userId, world.clock.now()],
    );
    await expect(smuggle).rejects.toThrow('cohort_seats');
  });
});

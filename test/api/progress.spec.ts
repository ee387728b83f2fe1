import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { planned } from '../support/planned.js';
import { statementsOf } from '../support/statements.js';
import { type Somebody, World } from '../support/world.js';

const nowhere = '00000000-0000-7000-8000-000000000000';

describe('progress by HTTP', () => {
  let world: World;
  let admin: Somebody;
  let trainer: Somebody;
  let learner: Somebody;
  let params: { cohortId: string };
  let itemId: string;
  let closedItemId: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-03T08:00:00Z');
    admin = await world.person({ roles: ['admin'] });
    trainer = await world.person({ roles: ['trainer'] });
    learner = await world.person();
    const { courseId } = await world.course(trainer.userId, { modules: 6, items: 5, item: { dueAfterDays: 2 } });
    const { cohortId } = await planned(admin, courseId, { trainerIds: [trainer.userId], capacity: 2 });
    params = { cohortId };
    await learner.does('POST /cohorts/:cohortId/enrolment', { params });
    const { modules } = await trainer.does('GET /cohorts/:cohortId/outline', { params });
    itemId = modules[0]!.items[0]!.itemId;
    closedItemId = modules[1]!.items[0]!.itemId;
  });
  afterAll(() => world.end());

  const outlineOf = async (who: Somebody, of = params) =>
    (await who.calls('GET /cohorts/:cohortId/outline', { params: of })).status;

  test('the outline is for members, trainers and admins', async () => {
    expect([await outlineOf(learner), await outlineOf(trainer), await outlineOf(admin)]).toEqual([200, 200, 200]);
    expect((await world.nobody().fails('GET /cohorts/:cohortId/outline', { params })).status).toBe(401);
    expect(await outlineOf(await world.person())).toBe(403);
    expect(await outlineOf(await world.person({ roles: ['trainer'] }))).toBe(403);
    expect(await outlineOf(learner, { cohortId: nowhere })).toBe(404);
    expect(await outlineOf(learner, { cohortId: 'abc' })).toBe(404);
  });

  test('who waits or has left reads nothing', async () => {
    const [second, third] = [await world.person(), await world.person()];
    for (const person of [second, third]) await person.does('POST /cohorts/:cohortId/enrolment', { params });
    expect([await outlineOf(second), await outlineOf(third)]).toEqual([200, 403]);
    await second.does('DELETE /cohorts/:cohortId/enrolment', { params });
    expect(await outlineOf(second)).toBe(403);
  });

  test('a cohort by invitation is not there for those it is not for', async () => {
    const { courseId } = await world.course(trainer.userId);
    const { cohortId } = await planned(admin, courseId, { admission: 'invitation' });
    const stranger = await world.person();
    expect(await outlineOf(stranger, { cohortId })).toBe(404);
    const invited = await world.person();
    await admin.does('POST /cohorts/:cohortId/invitations', {
      params: { cohortId },
      body: { userIds: [invited.userId] },
    });
    expect(await outlineOf(invited, { cohortId })).toBe(403);
  });

  test('an item is one of this very cohort', async () => {
    const ask = (place: { cohortId: string; itemId: string }, who = learner) =>
      who.calls('GET /cohorts/:cohortId/items/:itemId', { params: place });
    expect((await ask({ ...params, itemId })).status).toBe(200);
    expect((await ask({ ...params, itemId: nowhere })).status).toBe(404);
    const other = await world.course(trainer.userId);
    const { cohortId } = await planned(admin, other.courseId);
    expect((await ask({ cohortId, itemId }, admin)).status).toBe(404);
    expect((await ask({ ...params, itemId }, await world.person())).status).toBe(403);
    expect((await ask({ ...params, itemId: closedItemId })).body).toMatchObject({
      status: 403,
      code: 'module-not-open',
    });
    expect((await ask({ ...params, itemId: closedItemId }, trainer)).status).toBe(200);
  });

  test('only members mark, and only for themselves', async () => {
    const mark = (who: Somebody) =>
      who.calls('PUT /cohorts/:cohortId/items/:itemId/done-mark', { params: { ...params, itemId } });
    expect((await mark(trainer)).status).toBe(403);
    expect((await mark(admin)).status).toBe(403);
    expect((await mark(await world.person())).status).toBe(403);
    expect(await world.sql(`select 1 from done_mark`)).toEqual([]);
    expect((await mark(learner)).status).toBe(200);
    const [row] = await world.sql<{ user_id: string }>(
      `select e.user_id from done_mark d join enrolment e on e.id = d.enrolment_id`,
    );
    expect(row!.user_id).toBe(learner.userId);
    const actors = await world.sql(`select actor_id from fact where name = 'progress.item-done'`);
    expect(actors).toEqual([{ actor_id: learner.userId }]);
  });

  test('everybody’s progress is for those who run the cohort', async () => {
    const ask = async (who: Somebody) => (await who.calls('GET /cohorts/:cohortId/progress', { params })).status;
    expect([await ask(trainer), await ask(admin)]).toEqual([200, 200]);
    expect([await ask(learner), await ask(await world.person({ roles: ['trainer'] }))]).toEqual([403, 403]);
  });

  test('costs few statements, the session’s included', async () => {
    const outline = () => learner.calls('GET /cohorts/:cohortId/outline', { params });
    const home = () => learner.calls('GET /home');
    const place = { ...params, itemId };
    expect(await statementsOf(outline)).toBe(2);
    expect(await statementsOf(home)).toBe(4);
    expect(await statementsOf(() => trainer.calls('GET /home'))).toBe(4);
    expect(await statementsOf(() => learner.calls('GET /cohorts/:cohortId/items/:itemId', { params: place }))).toBe(3);
    expect(await statementsOf(() => trainer.calls('GET /cohorts/:cohortId/progress', { params }))).toBe(3);
    const again = () => learner.calls('PUT /cohorts/:cohortId/items/:itemId/done-mark', { params: place });
    expect(await statementsOf(again)).toBe(3);
  });
});

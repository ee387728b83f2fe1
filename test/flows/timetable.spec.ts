import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TimetableEntry } from '@kohorte/contracts';
import { planned } from '../support/planned.js';
import { type Somebody, World } from '../support/world.js';

const year = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
const timetable = (person: Somebody, query = year): Promise<TimetableEntry[]> =>
  person.does('GET /timetable', { query });
const instants = (entries: TimetableEntry[]): string[] => entries.map(({ kind, at }) => `${kind} ${at}`);

describe('a timetable over all cohorts', () => {
  let world: World;
  let admin: Somebody;
  let trainer: Somebody;
  let learner: Somebody;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T07:00:00Z');
    admin = await world.person({ roles: ['admin'] });
    trainer = await world.person({ roles: ['trainer'] });
    learner = await world.person({ name: 'Amina Yıldız' });
  });
  afterAll(() => world.end());

  test('starts empty', async () => {
    expect(await timetable(learner)).toEqual([]);
  });

  test('has each opening at nine on the clocks of the cohort, over both changes of hours', async () => {
    const { courseId } = await world.course(trainer.userId, { modules: 40, items: 1 });
    const { cohortId } = await planned(admin, courseId, { trainerIds: [trainer.userId] });
    await learner.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    const entries = await timetable(learner);
    expect(entries).toHaveLength(40);
    const at = entries.map((entry) => entry.at);
    expect([at[0], at[3], at[4], at[33], at[34]]).toEqual([
      '2026-03-02T08:00:00.000Z',
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
      '2026-10-19T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ]);
    expect(entries[0]).toMatchObject({
      kind: 'release',
      title: 'Modul 1',
      step: 1,
      minutes: 10,
      cohortId,
      cohortName: 'Frühjahr',
      courseTitle: 'Feedback geben',
      timeZone: 'Europe/Berlin',
      itemId: null,
      done: false,
    });
    expect(await timetable(trainer)).toEqual(entries);
    expect(await timetable(admin)).toEqual([]);
  });

  test('takes in what begins at its first instant, and leaves out what begins at its last', async () => {
    const week = { from: '2026-03-02T08:00:00Z', to: '2026-03-09T08:00:00Z' };
    expect(instants(await timetable(learner, week))).toEqual(['release 2026-03-02T08:00:00.000Z']);
    expect(await timetable(learner, { from: week.from, to: week.from })).toEqual([]);
  });

  test('says that a module is open as soon as it is, whether or not anybody was told', async () => {
    world.clock.to('2026-03-02T07:59:59.999Z');
    expect((await timetable(learner))[0]?.done).toBe(false);
    world.clock.to('2026-03-02T08:00:00Z');
    expect((await timetable(learner))[0]?.done).toBe(true);
  });

  test('follows a release that is moved, under the same id', async () => {
    const [first, second] = await timetable(learner);
    await trainer.does('POST /releases/:releaseId/move', {
      params: { releaseId: second!.entryId.replace('release-', '') },
      body: { opensAt: '2026-03-11T08:00:00Z', following: 'keep' },
    });
    const moved = await timetable(learner);
    expect(moved[0]).toEqual(first);
    expect(moved[1]).toEqual({ ...second, at: '2026-03-11T08:00:00.000Z' });
  });

  test('has what is due at the end of a day; closed modules keep their items to themselves', async () => {
    const amina = await world.person();
    const { courseId } = await world.course(trainer.userId, { modules: 2, items: 1, item: { dueAfterDays: 4 } });
    const { cohortId } = await planned(admin, courseId, {
      trainerIds: [trainer.userId],
      plan: { startOn: '2026-03-23' },
    });
    const { enrolmentId } = await amina.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    world.clock.to('2026-03-23T09:00:00Z');
    const entries = await timetable(amina);
    expect(instants(entries)).toEqual([
      'release 2026-03-23T08:00:00.000Z',
      'due 2026-03-27T22:59:00.000Z',
      'release 2026-03-30T07:00:00.000Z',
      'due 2026-04-03T21:59:00.000Z',
    ]);
    const [, due, , hidden] = entries;
    expect(due).toMatchObject({ title: 'Seite 1.1', minutes: 10, done: false });
    expect(due!.entryId).toBe(`due-${due!.itemId}-${enrolmentId}`);
    expect(hidden).toMatchObject({ title: 'Modul 2', done: false });
    const trainers = (await timetable(trainer)).filter((entry) => entry.kind === 'due');
    expect(trainers.map(({ title }) => title)).toEqual(['Seite 1.1', 'Seite 2.1']);

    await amina.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', { params: { cohortId, itemId: due!.itemId! } });
    expect((await timetable(amina)).filter((entry) => entry.kind === 'due').map(({ done }) => done)).toEqual([
      true,
      false,
    ]);
    const hours = { from: '2026-03-27T22:59:00Z', to: '2026-03-27T22:59:01Z' };
    expect(await timetable(amina, hours)).toHaveLength(1);
  });

  test('goes by the own start where the pacing is relative', async () => {
    const early = await world.person();
    const late = await world.person();
    const { courseId } = await world.course(trainer.userId, { modules: 3, items: 1, item: { dueAfterDays: 2 } });
    const { cohortId } = await planned(admin, courseId, {
      trainerIds: [trainer.userId],
      plan: { startOn: '2026-03-02', pacing: 'relative' },
    });
    world.clock.to('2026-03-24T14:30:00Z');
    await early.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    world.clock.to('2026-04-08T06:00:00Z');
    await late.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    const releases = async (person: Somebody) => (await timetable(person)).filter(({ kind }) => kind === 'release');
    expect(instants(await releases(early))).toEqual([
      'release 2026-03-24T14:30:00.000Z',
      'release 2026-03-31T07:00:00.000Z',
      'release 2026-04-07T07:00:00.000Z',
    ]);
    expect(instants(await releases(late))).toEqual([
      'release 2026-04-08T06:00:00.000Z',
      'release 2026-04-15T07:00:00.000Z',
      'release 2026-04-22T07:00:00.000Z',
    ]);
    expect((await timetable(late)).filter(({ kind }) => kind === 'due').map(({ at }) => at)).toEqual([
      '2026-04-10T21:59:00.000Z',
      '2026-04-17T21:59:00.000Z',
      '2026-04-24T21:59:00.000Z',
    ]);
  });

  test('forgets who waits, who has left, and what was cancelled', async () => {
    const [first, second, third] = [await world.person(), await world.person(), await world.person()];
    const { courseId } = await world.course(trainer.userId, { modules: 1 });
    const { cohortId } = await planned(admin, courseId, { capacity: 2, plan: { startOn: '2026-04-20' } });
    const params = { cohortId };
    for (const person of [first, second, third]) await person.does('POST /cohorts/:cohortId/enrolment', { params });
    expect(await timetable(first)).toHaveLength(1);
    expect(await timetable(third)).toEqual([]);
    await first.does('DELETE /cohorts/:cohortId/enrolment', { params });
    expect(await timetable(first)).toEqual([]);
    await admin.does('POST /cohorts/:cohortId/cancellation', { params });
    expect(await timetable(second)).toEqual([]);
  });

  test('has everything once, for a trainer who learns along', async () => {
    const both = await world.person({ roles: ['trainer'] });
    const { courseId } = await world.course(trainer.userId, { modules: 1, items: 1, item: { dueAfterDays: 1 } });
    const { cohortId } = await planned(admin, courseId, { trainerIds: [both.userId], plan: { startOn: '2026-04-06' } });
    expect(await timetable(both)).toHaveLength(2);
    await both.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    expect(await timetable(both)).toHaveLength(2);
  });
});

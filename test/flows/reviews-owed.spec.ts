import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type AssignmentCohort,
  assignmentCohort,
  handIn,
  reviewNext,
  usualAssignment,
} from '../support/assignments.js';
import { submitted } from '../support/submitted.js';
import { type Somebody, World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await World.begin();
});
afterAll(() => world.end());

const giveTwo = { reviews: { ...usualAssignment.reviews, give: 2, need: 2 } };
const list = (who: Somebody, { where }: AssignmentCohort) =>
  who.does('GET /cohorts/:cohortId/assignments', { params: where });
const view = (who: Somebody, { where }: AssignmentCohort) =>
  who.does('GET /cohorts/:cohortId/assignments/:itemId', { params: where });
const doneAt = async (who: Somebody, { where }: AssignmentCohort): Promise<string | null> => {
  const { modules } = await who.does('GET /cohorts/:cohortId/outline', { params: where });
  return modules[0]!.items.find(({ handIn: canHandIn }) => canHandIn)!.doneAt;
};

/** The first heads the unit of the second. */
async function managed([manager, report]: Somebody[]): Promise<void> {
  const admin = await world.person({ roles: ['admin'] });
  const { orgUnitId } = await admin.does('POST /org-units', {
    body: { name: `Nord ${manager!.userId}`, parentId: null, managerId: manager!.userId },
  });
  await world.sql(`update app_user set org_unit_id = $1 where id = $2`, [orgUnitId, report!.userId]);
}

/** What each place says that a person owes, and whether their part is done. */
async function said(who: Somebody, there: AssignmentCohort) {
  const { trainer, where } = there;
  const { rows } = await trainer.does('GET /cohorts/:cohortId/assignments/:itemId/round/people', { params: where });
  const { rows: owing } = await trainer.does('GET /cohorts/:cohortId/assignments/:itemId/round/people', {
    params: where,
    query: { only: 'owe' },
  });
  const csv = await trainer.calls('GET /cohorts/:cohortId/assignments/:itemId/grades.csv', { params: where });
  const isTheirs = ({ person }: { person: { userId: string } }) => person.userId === who.userId;
  const row = rows.find(isTheirs)!;
  const cells = csv.text.split('\r\n').find((line) => line.includes(row.person.name))!.split(';'); // prettier-ignore
  return {
    desk: (await view(who, there)).reviewing.owed,
    list: (await list(who, there)).find(({ itemId }) => itemId === where.itemId)!.reviews.owed,
    people: row.owed,
    csv: Number(cells[7]),
    owing: owing.some(isTheirs),
  };
}

const kept = async (who: Somebody): Promise<number | undefined> =>
  (
    await world.sql<{ owed: number }>(
      `select rg.owed from reviewing_grade rg join enrolment e on e.id = rg.enrolment_id where e.user_id = $1`,
      [who.userId],
    )
  )[0]?.owed;

describe('what somebody owes once reviews are over', () => {
  test.each([
    ['two who must not meet', 2, [0, 0], []],
    ['three, of whom two must not meet', 3, [1, 1, 2], [1]],
  ] as const)('is the same wherever it is said: %s', async (_name, learners, owed, lacking) => {
    world.clock.to('2026-03-02T08:00:00Z');
    const there = await assignmentCohort(world, { learners, design: giveTwo });
    await managed(there.learners);
    await submitted(world, there, there.learners);
    world.clock.to('2026-03-09T08:00:00Z');
    for (const [index, who] of there.learners.entries()) {
      expect(await said(who, there)).toMatchObject({ desk: 2, list: 2, people: 2, csv: 2, owing: true });
      if (!(lacking as readonly number[]).includes(index))
        for (let n = 0; n < owed[index]!; n += 1) await reviewNext(who, there.where);
    }
    // By the clock, before any sweep has run; then by what it has noted.
    world.clock.to('2026-03-14T23:00:00Z');
    for (const swept of [false, true]) {
      if (swept) await world.work();
      for (const [index, who] of there.learners.entries()) {
        const one = owed[index]!;
        const isOwing = (lacking as readonly number[]).includes(index);
        expect(await said(who, there)).toEqual({ desk: one, list: one, people: one, csv: one, owing: isOwing });
        if (!swept) continue;
        expect(await kept(who)).toBe(one);
        expect((await doneAt(who, there)) === null).toBe(isOwing);
      }
    }
  });

  test('is nothing for who handed in after them, with more time than the others', async () => {
    world.clock.to('2026-03-02T08:00:00Z');
    const there = await assignmentCohort(world, { learners: 3, design: giveTwo });
    const [late, ...others] = there.learners as [Somebody, Somebody, Somebody];
    await submitted(world, there, others);
    const [enrolment] = await world.sql<{ id: string }>(`select id from enrolment where user_id = $1`, [late.userId]);
    await there.trainer.does('PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId', {
      params: { ...there.where, enrolmentId: enrolment!.id },
      body: { dueAt: '2026-03-16T17:00:00Z' },
    });
    world.clock.to('2026-03-15T08:00:00Z');
    await handIn(late, there.where);
    for (const swept of [false, true]) {
      if (swept) await world.work();
      expect(await said(late, there)).toEqual({ desk: 0, list: 0, people: 0, csv: 0, owing: false });
    }
    expect(await kept(late)).toBe(0);
    expect(await doneAt(late, there)).not.toBeNull();
  });
});

describe('where each goes by their own start', () => {
  async function two() {
    world.clock.to('2026-03-02T08:00:00Z');
    const there = await assignmentCohort(world, { learners: 2, pacing: 'relative', design: giveTwo });
    const [one, other] = there.learners as [Somebody, Somebody];
    world.clock.to('2026-03-03T08:00:00Z');
    await handIn(one, there.where);
    await handIn(other, there.where, 'Sehr geehrter Herr Kern, bitte antworten Sie.');
    await reviewNext(one, there.where);
    return { there, one, other };
  }

  test.each([false, true])('of two, each owes one in the end (grades worked out meanwhile: %s)', async (meanwhile) => {
    const { there, one, other } = await two();
    if (meanwhile)
      await there.trainer.does('POST /cohorts/:cohortId/assignments/:itemId/grading', { params: there.where });
    await world.work();
    expect([await doneAt(one, there), await doneAt(other, there)]).toEqual([null, null]);
    expect(await said(one, there)).toMatchObject({ desk: 2, list: 2, people: 2, csv: 2 });
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    expect(await doneAt(one, there)).toBe('2026-03-17T08:00:00.000Z');
    expect(await doneAt(other, there)).toBeNull();
    expect(await said(one, there)).toEqual({ desk: 1, list: 1, people: 1, csv: 1, owing: false });
    expect(await said(other, there)).toEqual({ desk: 1, list: 1, people: 1, csv: 1, owing: true });
  });

  test('who reviewed work that is taken out afterwards keeps their part; whose it was sees no grade any more', async () => {
    const { there, one, other } = await two();
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    const before = await view(other, there);
    expect(before.result!.grade).not.toBeNull();
    const submissionId = before.submission!.submissionId;
    await there.trainer.does('PUT /submissions/:submissionId/exclusion', {
      params: { submissionId },
      body: { reason: 'Abgeschrieben.' },
    });
    await world.work();
    const after = await view(other, there);
    expect([after.submission!.excluded, after.result!.grade, after.result!.mayAppeal]).toEqual(['Abgeschrieben.', null, false]); // prettier-ignore
    expect((await list(other, there))[0]!.points).toBeNull();
    // Nobody owes a review of what is out.
    expect(await said(one, there)).toMatchObject({ desk: 0, list: 0, people: 0, csv: 0 });
    expect(await doneAt(one, there)).not.toBeNull();
    await there.trainer.does('DELETE /submissions/:submissionId/exclusion', { params: { submissionId } });
    expect((await view(other, there)).result!.grade!.points).toBe(before.result!.grade!.points);
  });

  test('who still owed a review of work that is taken out has done their part then', async () => {
    const { there, one, other } = await two();
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    expect(await doneAt(other, there)).toBeNull();
    await there.trainer.does('PUT /submissions/:submissionId/exclusion', {
      params: { submissionId: (await view(one, there)).submission!.submissionId },
      body: { reason: 'Abgeschrieben.' },
    });
    await world.work();
    expect(await doneAt(other, there)).not.toBeNull();
  });
});

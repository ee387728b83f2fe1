import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BodyOf, RoundPersonRow, RoundView } from '@kohorte/contracts';
import { Work } from '@kohorte/platform';
import {
  type AssignmentCohort,
  assignmentCohort,
  handIn,
  reviewNext,
  usualAssignment,
} from '../support/assignments.js';
import { statementsOf } from '../support/statements.js';
import { submitted } from '../support/submitted.js';
import { type Somebody, World } from '../support/world.js';

const begin = '2026-03-02T08:00:00Z';
/** Due on 6 March, 22:59 UTC; reviews until 14 March, 22:59 UTC; grades two days later. */
const overdue = '2026-03-07T08:00:00Z';
const nearTheEnd = '2026-03-13T08:00:00Z';

let world: World;

beforeAll(async () => {
  world = await World.begin(begin);
});
afterAll(() => world.end());
beforeEach(() => world.clock.to(begin));

const cockpit = ({ trainer, where }: AssignmentCohort): Promise<RoundView> =>
  trainer.does('GET /cohorts/:cohortId/assignments/:itemId/round', { params: where });
const people = async (
  { trainer, where }: AssignmentCohort,
  only?: 'owe' | 'short' | 'late' | 'missing',
): Promise<RoundPersonRow[]> =>
  (
    await trainer.does('GET /cohorts/:cohortId/assignments/:itemId/round/people', {
      params: where,
      query: only ? { only } : {},
    })
  ).rows;
const move = (
  { trainer, where }: AssignmentCohort,
  body: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/deadlines'>,
): Promise<RoundView> => trainer.does('PUT /cohorts/:cohortId/assignments/:itemId/deadlines', { params: where, body });
const makeTeams = (
  { trainer, where }: AssignmentCohort,
  teams: { name: string; enrolmentIds: string[] }[],
): Promise<RoundView> =>
  trainer.does('PUT /cohorts/:cohortId/assignments/:itemId/teams', { params: where, body: { teams } });
const write = async ({ where }: AssignmentCohort, who: Somebody, text: string): Promise<void> => {
  const { submission } = await who.does('GET /cohorts/:cohortId/assignments/:itemId', { params: where });
  await who.does('PUT /cohorts/:cohortId/assignments/:itemId/draft', {
    params: where,
    body: { revision: submission?.revision ?? 0, text },
  });
};
const draftOf = async ({ where }: AssignmentCohort, who: Somebody): Promise<string | null> =>
  (await who.does('GET /cohorts/:cohortId/assignments/:itemId', { params: where })).submission?.text ?? null;
const enrolmentsOf = async ({ cohort, learners }: AssignmentCohort): Promise<string[]> => {
  const rows = await world.sql<{ id: string; user_id: string }>(
    `select id, user_id from enrolment where cohort_id = $1`,
    [cohort.cohortId],
  );
  return learners.map(({ userId }) => rows.find((row) => row.user_id === userId)!.id);
};
const factsAbout = async ({ where }: AssignmentCohort, name: string): Promise<number> =>
  (
    await world.sql<{ times: number }>(
      `select count(*)::int as times from fact f join review_round r on f.payload ->> 'roundId' = r.id::text
       where r.cohort_id = $1 and f.name = $2`,
      [where.cohortId, name],
    )
  )[0]!.times;

const somebodyWaits = async (): Promise<void> => {
  for (;;) {
    const [row] = await world.sql<{ waits: boolean }>(
      `select exists (select from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock') as waits`,
    );
    if (row!.waits) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe('the cockpit of a round', () => {
  it('goes through a whole round with its trainer', async () => {
    const there = await assignmentCohort(world, { learners: 5 });
    const [anna, bernd, clara, david] = there.learners as [Somebody, Somebody, Somebody, Somebody, Somebody];
    expect(await cockpit(there)).toMatchObject({
      phases: { phase: 'open' },
      rubric: { number: 1, changedAt: null },
      counts: { learners: 5, drafts: 0, handedIn: 0, owe: 0, short: 0 },
      queue: [],
    });

    for (const who of [anna, bernd, clara]) await handIn(who, there.where);
    await write(there, david, 'Noch nicht fertig.');
    expect((await cockpit(there)).counts).toMatchObject({ drafts: 1, handedIn: 3, owe: 0, short: 0 });
    expect((await people(there, 'missing')).map(({ state }) => state).toSorted()).toEqual(['draft', 'none']);

    world.clock.to(overdue);
    await handIn(david, there.where);
    await reviewNext(anna, there.where);
    await reviewNext(anna, there.where);
    await reviewNext(anna, there.where);
    await bernd.does('POST /cohorts/:cohortId/assignments/:itemId/reviews', { params: there.where });
    expect((await cockpit(there)).counts).toMatchObject({
      handedIn: 4,
      late: 1,
      reviewsNeeded: 12,
      reviewsDone: 3,
      reviewsHeld: 1,
      short: 4,
      owe: 3,
    });
    expect((await people(there, 'owe')).length).toBe(3);
    expect(await people(there, 'late')).toMatchObject([
      { person: { userId: david.userId }, state: 'late', received: 1 },
    ]);
    expect((await cockpit(there)).queue).toEqual([]);

    world.clock.to(nearTheEnd);
    const { queue } = await cockpit(there);
    expect(queue.map(({ kind, reviews }) => [kind, reviews.need])).toEqual(
      Array.from({ length: 4 }, () => ['short', 3]),
    );

    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    const done = await cockpit(there);
    expect(done).toMatchObject({ phases: { phase: 'published' }, counts: { graded: 3, reviewsHeld: 0 } });
    expect(done.gradedAt && done.publishedAt).toBeTruthy();
    const rows = await people(there);
    expect(rows.filter(({ points }) => points !== null).length).toBe(3);
  }, 30_000);

  it('counts nobody who has left, but shows what they have handed in', async () => {
    const there = await assignmentCohort(world, { learners: 3 });
    for (const who of there.learners) await handIn(who, there.where);
    await there.learners[2]!.does('DELETE /cohorts/:cohortId/enrolment', { params: there.where });
    world.clock.to(overdue);
    expect((await cockpit(there)).counts).toMatchObject({ learners: 2, handedIn: 2, reviewsNeeded: 6 });
    expect((await people(there)).map(({ state }) => state)).toEqual(['handed-in', 'handed-in', 'left']);
    expect((await people(there, 'short')).length).toBe(2);
  });

  it('costs the same for three learners and three hundred, and pages through them by name', async () => {
    const small = await assignmentCohort(world, { learners: 3 });
    const big = await assignmentCohort(world, { learners: 300 });
    await submitted(world, big, big.learners);
    world.clock.to(nearTheEnd);
    const costs = ({ trainer, where }: AssignmentCohort): Promise<number> =>
      statementsOf(() => trainer.calls('GET /cohorts/:cohortId/assignments/:itemId/round', { params: where }));
    await cockpit(small);
    const { queue, counts } = await cockpit(big);
    expect([await costs(small), await costs(big)]).toEqual([4, 4]);
    expect([queue.length, counts.short]).toEqual([200, 300]);

    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await big.trainer.does('GET /cohorts/:cohortId/assignments/:itemId/round/people', {
        params: big.where,
        query: { limit: 120, ...(cursor ? { cursor } : {}) },
      });
      seen.push(...page.rows.map(({ person }) => person.name));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(seen.length).toBe(300);
    expect(seen).toEqual(seen.toSorted());
  }, 30_000);

  it('is nobody else’s', async () => {
    const there = await assignmentCohort(world, { learners: 1 });
    const stranger = await world.person({ roles: ['trainer'] });
    for (const who of [stranger, there.learners[0]!])
      for (const key of [
        'GET /cohorts/:cohortId/assignments/:itemId/round',
        'GET /cohorts/:cohortId/assignments/:itemId/round/people',
        'GET /cohorts/:cohortId/assignments/:itemId/grades.csv',
      ] as const)
        expect((await who.fails(key, { params: there.where })).code).toBe('not-allowed');
  });
});

describe('deadlines', () => {
  it('move for all, and back', async () => {
    const there = await assignmentCohort(world, { learners: 1 });
    const moved = await move(there, { dueAt: '2026-03-09T12:00:00Z' });
    expect(moved).toMatchObject({
      moved: { due: true, reviews: false },
      phases: { dueAt: '2026-03-09T12:00:00.000Z' },
    });
    const { phases } = await there.learners[0]!.does('GET /cohorts/:cohortId/assignments/:itemId', {
      params: there.where,
    });
    expect(phases.dueAt).toBe('2026-03-09T12:00:00.000Z');
    await move(there, { dueAt: '2026-03-09T12:00:00Z' });
    expect(await factsAbout(there, 'peer-review.deadline-moved')).toBe(1);
    expect(await move(there, { dueAt: null })).toMatchObject({
      moved: { due: false },
      phases: { dueAt: '2026-03-06T22:59:00.000Z' },
    });
  });

  it('keep their order, and close nobody out unawares', async () => {
    const there = await assignmentCohort(world, { learners: 1 });
    const refused = async (body: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/deadlines'>) => {
      const { code, errors } = await there.trainer.fails('PUT /cohorts/:cohortId/assignments/:itemId/deadlines', {
        params: there.where,
        body,
      });
      return errors?.[0] ? `${code} ${errors[0].field} ${errors[0].code}` : code;
    };
    expect(await refused({ dueAt: '2026-03-01T08:00:00Z' })).toBe('deadlines-order');
    expect(await refused({ dueAt: '2026-03-20T08:00:00Z', reviewsUntil: '2026-03-20T09:00:00Z' })).toBe(
      'deadlines-order',
    );
    expect(await refused({ dueAt: '2026-06-31T08:00:00Z' })).toMatch(/^invalid-input dueAt/);
    expect(await refused({ dueAt: '2026-W11-1' })).toMatch(/^invalid-input dueAt/);
    expect(await refused({ reviewsUntil: '9999-03-20T09:00:00Z' })).toBe('invalid-input reviewsUntil out-of-range');
    await move(there, { reviewsUntil: '2026-03-20T09:00:00Z' });
    expect(await refused({ dueAt: '2026-03-20T08:00:00Z' })).toBe('deadlines-order');
    world.clock.to('2026-03-05T08:00:00Z');
    expect(await refused({ dueAt: '2026-03-04T08:00:00Z' })).toBe('invalid-input dueAt in-the-past');
    // What is past already may be sent along.
    world.clock.to(overdue);
    await move(there, { dueAt: '2026-03-06T22:59:00Z', reviewsUntil: '2026-03-21T09:00:00Z' });
  });

  it('that move on make late work be in time, and reviews wait again', async () => {
    const there = await assignmentCohort(world, { learners: 2 });
    world.clock.to(overdue);
    await handIn(there.learners[0]!, there.where);
    expect((await cockpit(there)).counts.late).toBe(1);
    const { phases, counts } = await move(there, { dueAt: '2026-03-08T12:00:00Z' });
    expect([phases.phase, counts.late]).toEqual(['open', 0]);
  });

  it('take along what was given out at once, also what has run out by them', async () => {
    const there = await assignmentCohort(world, {
      learners: 3,
      design: { reviews: { ...usualAssignment.reviews, give: 2, need: 2, way: 'batch' } },
    });
    await submitted(world, there, there.learners);
    const [one] = there.learners as [Somebody];
    const rows = async () => {
      const { reviewing } = await one.does('GET /cohorts/:cohortId/assignments/:itemId', { params: there.where });
      return reviewing.rows.map(({ state, leaseUntil }) => [state, leaseUntil]);
    };
    const held = (until: string) => [['held', until], ['held', until]]; // prettier-ignore
    world.clock.to('2026-03-08T08:00:00Z');
    await world.work();
    expect(await rows()).toEqual(held('2026-03-14T22:59:00.000Z'));
    await move(there, { reviewsUntil: '2026-03-16T17:00:00Z' });
    expect(await rows()).toEqual(held('2026-03-16T17:00:00.000Z'));
    world.clock.to('2026-03-17T08:00:00Z');
    await world.work();
    expect((await rows()).map(([state]) => state)).toEqual(['lapsed', 'lapsed']);
    await move(there, { reviewsUntil: '2026-03-19T17:00:00Z' });
    await world.work();
    expect(await rows()).toEqual(held('2026-03-19T17:00:00.000Z'));
  });

  it('are everybody’s own where each goes by their own start', async () => {
    const there = await assignmentCohort(world, { learners: 1, pacing: 'relative' });
    const problem = await there.trainer.fails('PUT /cohorts/:cohortId/assignments/:itemId/deadlines', {
      params: there.where,
      body: { dueAt: '2026-03-09T12:00:00Z' },
    });
    expect(problem.code).toBe('own-pace');
    const [enrolmentId] = (await enrolmentsOf(there)) as [string];
    const { extensions } = await there.trainer.does(
      'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId',
      {
        params: { ...there.where, enrolmentId },
        body: { dueAt: '2026-03-20T12:00:00Z' },
      },
    );
    expect(extensions).toMatchObject([{ enrolmentId, dueAt: '2026-03-20T12:00:00.000Z', reason: null }]);
  });

  it('are later for one who needs it, until that is taken back', async () => {
    const there = await assignmentCohort(world, { learners: 2 });
    const [enrolmentId] = (await enrolmentsOf(there)) as [string, string];
    const extend = {
      params: { ...there.where, enrolmentId },
      body: { dueAt: '2026-03-09T12:00:00Z', reason: 'Krank' },
    };
    const key = 'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId';
    const { extensions } = await there.trainer.does(key, extend);
    expect(extensions).toMatchObject([{ person: { userId: there.learners[0]!.userId }, reason: 'Krank' }]);
    await there.trainer.does(key, extend);
    expect(await factsAbout(there, 'peer-review.extended')).toBe(1);
    const phasesOf = async (who: Somebody) =>
      (await who.does('GET /cohorts/:cohortId/assignments/:itemId', { params: there.where })).phases;
    expect(await phasesOf(there.learners[0]!)).toMatchObject({ dueAt: '2026-03-09T12:00:00.000Z', extended: true });
    expect(await phasesOf(there.learners[1]!)).toMatchObject({ dueAt: '2026-03-06T22:59:00.000Z', extended: false });

    for (const dueAt of ['2026-03-05T12:00:00Z', '2026-03-06T22:59:00Z'])
      expect(await there.trainer.fails(key, { ...extend, body: { dueAt } })).toMatchObject({
        code: 'invalid-input',
        errors: [{ field: 'dueAt', code: 'before-due' }],
      });
    const elsewhere = (await enrolmentsOf(await assignmentCohort(world, { learners: 1 })))[0]!;
    const foreign = { ...extend, params: { ...there.where, enrolmentId: elsewhere } };
    expect((await there.trainer.fails(key, foreign)).code).toBe('not-found');

    const back = 'DELETE /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId';
    expect((await there.trainer.does(back, { params: extend.params })).extensions).toEqual([]);
    expect((await there.trainer.fails(back, { params: extend.params })).code).toBe('not-found');
  });
});

describe('teams', () => {
  const inTeams = (said: { learners: number; anonymity?: 'open' }) =>
    assignmentCohort(world, { learners: said.learners, design: { teams: true } });

  it('go on with what their members have written alone', async () => {
    const there = await inTeams({ learners: 4 });
    const [anna, bernd, clara, david] = there.learners as [Somebody, Somebody, Somebody, Somebody];
    const [a, b, c, d] = (await enrolmentsOf(there)) as [string, string, string, string];
    await write(there, anna, 'Annas Anfang.');
    await write(there, bernd, 'Bernds Anfang.');
    await write(there, clara, 'Claras Anfang.');
    const { teams, counts } = await makeTeams(there, [
      { name: 'Nord', enrolmentIds: [a, b] },
      { name: 'Süd', enrolmentIds: [c, d] },
    ]);
    expect(teams.map(({ name, members }) => [name, members.length])).toEqual([['Nord', 2], ['Süd', 2]]); // prettier-ignore
    expect(counts.drafts).toBe(2);
    const together = (await draftOf(there, anna))!;
    expect(together.split('\n\n---\n\n').toSorted()).toEqual(['Annas Anfang.', 'Bernds Anfang.']);
    expect(await draftOf(there, bernd)).toBe(together);
    expect(await draftOf(there, david)).toBe('Claras Anfang.');

    // The same again is nothing new; one who goes takes a copy along.
    await makeTeams(there, teams.map(({ name, members }) => ({ name, enrolmentIds: members.map((one) => one.enrolmentId) }))); // prettier-ignore
    expect(await factsAbout(there, 'peer-review.teams-made')).toBe(1);
    const apart = await makeTeams(there, [{ name: 'Nord', enrolmentIds: [a, b] }]);
    expect([apart.teams.length, apart.counts.drafts]).toEqual([1, 3]);
    expect([await draftOf(there, clara), await draftOf(there, david)]).toEqual(['Claras Anfang.', 'Claras Anfang.']);
    await write(there, david, 'Davids eigener Weg.');
    expect(await draftOf(there, clara)).toBe('Claras Anfang.');
    expect(await draftOf(there, anna)).toBe(together);
  });

  it('hand in once for all, and then stay as they are', async () => {
    const there = await inTeams({ learners: 4 });
    const [a, b, c, d] = (await enrolmentsOf(there)) as [string, string, string, string];
    await makeTeams(there, [{ name: 'Nord', enrolmentIds: [a, b] }]);
    await handIn(there.learners[0]!, there.where);
    expect((await cockpit(there)).counts.handedIn).toBe(1);
    expect((await people(there)).map(({ state }) => state)).toEqual(['handed-in', 'handed-in', 'none', 'none']);
    const refused = async (...teams: { name: string; enrolmentIds: string[] }[]) =>
      (
        await there.trainer.fails('PUT /cohorts/:cohortId/assignments/:itemId/teams', {
          params: there.where,
          body: { teams },
        })
      ).code;
    expect(await refused({ name: 'X', enrolmentIds: [b, c] })).toBe('team-handed-in');
    expect(await refused({ name: 'X', enrolmentIds: [c, d] }, { name: 'Y', enrolmentIds: [d] })).toBe('team-overlaps');
    expect(await refused({ name: 'X', enrolmentIds: ['0198a000-0000-7000-8000-0000000000ff'] })).toBe('team-overlaps');
    const { teams } = await makeTeams(there, [{ name: 'Süd', enrolmentIds: [c, d] }]);
    expect(teams.map(({ name }) => name)).toEqual(['Nord', 'Süd']);
  });

  it('that are made anew while somebody begins to write are the ones that count', async () => {
    const there = await inTeams({ learners: 2 });
    const [anna, bernd] = there.learners as [Somebody, Somebody];
    const members = await enrolmentsOf(there);
    await makeTeams(there, [{ name: 'Nord', enrolmentIds: members }]);
    const writing: Promise<void>[] = [];
    // As `Teams` does it: locked, gone, made anew, and not yet committed when the writer comes.
    await world.get(Work).run(async (unit) => {
      await unit.query(`select from enrolment where id = any ($1) order by id for no key update`, [members]);
      const [gone] = await unit.query<{ round_id: string }>(
        `delete from team where id in (select team_id from team_member where enrolment_id = any ($1)) returning round_id`,
        [members],
      );
      await unit.query(
        `with made as (insert into team (id, round_id, name) values (uuidv7(), $1, 'Süd') returning id)
         insert into team_member (round_id, enrolment_id, team_id) select $1, e, made.id from made, unnest($2::uuid[]) e`,
        [gone!.round_id, members],
      );
      writing.push(write(there, anna, 'Wir fangen an.'));
      await somebodyWaits();
    });
    await Promise.all(writing);
    expect(await draftOf(there, bernd)).toBe('Wir fangen an.');
    expect((await cockpit(there)).counts.drafts).toBe(1);
  });

  it('are only where the assignment wants them', async () => {
    const there = await assignmentCohort(world, { learners: 2 });
    const [a] = (await enrolmentsOf(there)) as [string];
    const problem = await there.trainer.fails('PUT /cohorts/:cohortId/assignments/:itemId/teams', {
      params: there.where,
      body: { teams: [{ name: 'Nord', enrolmentIds: [a] }] },
    });
    expect(problem).toMatchObject({ code: 'invalid-input', errors: [{ field: 'teams', code: 'alone-here' }] });
  });
});

describe('a rubric that changes while work is handed in', () => {
  const [first, second] = usualAssignment.rubric as [
    (typeof usualAssignment.rubric)[0],
    (typeof usualAssignment.rubric)[0],
  ];

  it('is the new one for what comes after, and the old one for what came before', async () => {
    const there = await assignmentCohort(world, { learners: 2 });
    const [early, later] = there.learners as [Somebody, Somebody];
    await handIn(early, there.where);
    const change = (rubric: typeof usualAssignment.rubric) =>
      there.trainer.does('PUT /cohorts/:cohortId/assignments/:itemId/rubric', {
        params: there.where,
        body: { rubric },
      });
    expect((await change(usualAssignment.rubric)).rubric.number).toBe(1);
    const changed = [first, second, { ...second, criterionId: 'tone', title: 'Ton' }];
    expect((await change(changed)).rubric).toMatchObject({
      number: 2,
      criteria: changed,
      changedAt: expect.any(String),
    });
    await handIn(later, there.where);
    world.clock.to(overdue);
    const criteria = async (who: Somebody) => (await reviewNext(who, there.where)).rubric.map(({ title }) => title);
    expect(await criteria(later)).toEqual(['Klarheit', 'Nutzen']);
    expect(await criteria(early)).toEqual(['Klarheit', 'Nutzen', 'Ton']);
  });

  it('is refused where it contradicts itself, by the field', async () => {
    const there = await assignmentCohort(world, { learners: 0 });
    const problem = await there.trainer.fails('PUT /cohorts/:cohortId/assignments/:itemId/rubric', {
      params: there.where,
      body: {
        rubric: [
          first,
          { ...second, criterionId: first.criterionId },
          { ...second, levels: second.levels.map((level) => ({ ...level, points: 1 })) },
        ],
      },
    });
    expect(problem.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'rubric.1.criterionId same-id',
      'rubric.2.levels levels-alike',
    ]);
  });
});

describe('what does not count', () => {
  it('leaves the round, and whoever held it gets something else; and comes back', async () => {
    const there = await assignmentCohort(world, { learners: 3 });
    const [anna] = there.learners as [Somebody];
    for (const who of there.learners) await handIn(who, there.where);
    world.clock.to(overdue);
    const held = await anna.does('POST /cohorts/:cohortId/assignments/:itemId/reviews', { params: there.where });
    const [{ submission_id: submissionId }] = (await world.sql<{ submission_id: string }>(
      `select submission_id from review where id = $1`,
      [held.reviewId],
    )) as [{ submission_id: string }];
    const params = { submissionId };
    const excluded = await there.trainer.does('PUT /submissions/:submissionId/exclusion', {
      params,
      body: { reason: 'Abgeschrieben' },
    });
    expect(excluded).toMatchObject({ excluded: 'Abgeschrieben', reviews: [{ state: 'lapsed' }] });
    expect((await cockpit(there)).counts).toMatchObject({ handedIn: 2, excluded: 1, reviewsHeld: 0, reviewsNeeded: 6 });
    const next = await anna.does('POST /cohorts/:cohortId/assignments/:itemId/reviews', { params: there.where });
    expect(next.reviewId).not.toBe(held.reviewId);
    expect((await there.trainer.does('DELETE /submissions/:submissionId/exclusion', { params })).excluded).toBeNull();
    expect((await cockpit(there)).counts).toMatchObject({ handedIn: 3, excluded: 0 });
  });

  it('changes the grades that are there already', async () => {
    const there = await assignmentCohort(world, {
      learners: 3,
      design: { grading: { method: 'mean', reviewingShare: 0, publishAfterHours: 48 } },
    });
    const [anna, bernd, clara] = there.learners as [Somebody, Somebody, Somebody];
    for (const who of there.learners) await handIn(who, there.where);
    world.clock.to(overdue);
    for (const [who, level] of [
      [anna, 3],
      [bernd, 3],
      [clara, 0],
    ] as const)
      // prettier-ignore
      for (const _ of [1, 2]) await reviewNext(who, there.where, level);
    world.clock.to('2026-03-15T08:00:00Z');
    await world.work();
    const work = (await people(there)).find(({ person }) => person.userId === anna.userId)!;
    const params = { submissionId: work.submissionId! };
    const before = await there.trainer.does('GET /submissions/:submissionId', { params });
    expect(before.grade?.points).toBe(50);
    const harsh = before.reviews.find(({ points }) => points === 0)!;
    const reason = { params: { reviewId: harsh.reviewId }, body: { reason: 'Ohne Begründung' } };
    const after = await there.trainer.does('PUT /reviews/:reviewId/set-aside', reason);
    expect([after.grade?.points, after.reviews.find(({ reviewId }) => reviewId === harsh.reviewId)?.setAside]).toEqual([
      100,
      'Ohne Begründung',
    ]);
    const again = await there.trainer.does('DELETE /reviews/:reviewId/set-aside', { params: reason.params });
    expect(again.grade?.points).toBe(50);
  }, 30_000);

  it('does not show what is still being written', async () => {
    const there = await assignmentCohort(world, { learners: 1 });
    await write(there, there.learners[0]!, 'Nur für mich.');
    const [row] = await people(there);
    const params = { submissionId: row!.submissionId! };
    const { work } = await there.trainer.does('GET /submissions/:submissionId', { params });
    expect([work.text, work.html, work.words]).toEqual([null, null, 3]);
    const problem = await there.trainer.fails('PUT /submissions/:submissionId/exclusion', {
      params,
      body: { reason: 'Warum auch immer' },
    });
    expect(problem.code).toBe('nothing-to-grade');
  });
});

describe('the table for spreadsheets', () => {
  it('runs no formula, and names the columns in the language of its reader', async () => {
    const there = await assignmentCohort(world, { learners: 0 });
    const names = ['=cmd|calc Böse', '@SUM(A1) Auch', 'Anna Öz;"X"'];
    const learners = await Promise.all(names.map((name) => world.person({ name })));
    await there.trainer.does('POST /cohorts/:cohortId/enrolments', {
      params: there.where,
      body: { userIds: learners.map(({ userId }) => userId) },
    });
    await handIn(learners[2]!, there.where);
    const response = await there.trainer.calls('GET /cohorts/:cohortId/assignments/:itemId/grades.csv', {
      params: there.where,
    });
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(response.headers['content-disposition']).toBe('attachment; filename="kohorte-bewertung.csv"');
    const lines = response.text.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffName;Bereich;Stand;Abgegeben am;Verspätet;/);
    expect(lines.slice(1).toSorted()).toEqual([
      `"Anna Öz;""X""";;abgegeben;2026-03-02 09:00;;0;0;3;;;;;;`,
      `'=cmd|calc Böse;;nicht begonnen;;;;0;3;;;;;;`,
      `'@SUM(A1) Auch;;nicht begonnen;;;;0;3;;;;;;`,
    ]);
    const admin = await world.person({ roles: ['admin'], language: 'en' });
    const english = await admin.calls('GET /cohorts/:cohortId/assignments/:itemId/grades.csv', { params: there.where });
    expect(english.text.split('\r\n')[0]).toMatch(/^\ufeffName,Unit,State,Handed in at,/);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReviewView } from '@kohorte/contracts';
import { poolOf } from '../../libs/peer-review/pools.js';
import { Rounds } from '../../libs/peer-review/rounds.js';
import {
  answer,
  type AssignmentCohort,
  assignmentCohort,
  handIn,
  reviewNext,
  usualAssignment,
} from '../support/assignments.js';
import { submitted } from '../support/submitted.js';
import { type Somebody, World } from '../support/world.js';

const overdue = '2026-03-07T08:00:00Z';

let world: World;

beforeAll(async () => {
  world = await World.begin();
});
afterAll(() => world.end());

const next = (who: Somebody, { where }: AssignmentCohort): Promise<ReviewView> =>
  who.does('POST /cohorts/:cohortId/assignments/:itemId/reviews', { params: where });
const refused = async (who: Somebody, { where }: AssignmentCohort): Promise<string> =>
  (await who.fails('POST /cohorts/:cohortId/assignments/:itemId/reviews', { params: where })).code;
const view = (who: Somebody, { where }: AssignmentCohort) =>
  who.does('GET /cohorts/:cohortId/assignments/:itemId', { params: where });
const save = (review: ReviewView, level: number | null, comment: string, revision = review.revision) => ({
  params: { reviewId: review.reviewId },
  body: { revision, answers: [{ criterionId: 'clear', level, comment }], overall: null },
});
const reviewerOf = async (submissionId: string): Promise<string[]> =>
  (
    await world.sql<{ id: string }>(`select reviewer_id as id from review where submission_id = $1`, [submissionId])
  ).map(({ id }) => id);

/** A cohort under review, with everybody's work handed in. */
async function underReview(said: Parameters<typeof assignmentCohort>[1] = {}) {
  world.clock.to('2026-03-02T08:00:00Z');
  const cohort = await assignmentCohort(world, said);
  const works = await submitted(world, cohort, cohort.learners);
  world.clock.to(overdue);
  return { ...cohort, works };
}

describe('three people review each other, and nobody knows whom', () => {
  let cohort: AssignmentCohort;
  let people: Somebody[];

  beforeAll(async () => {
    world.clock.to('2026-03-02T08:00:00Z');
    cohort = await assignmentCohort(world, { learners: 0 });
    people = await Promise.all(['Anna Adler', 'Bernd Bauer', 'Clara Czerny'].map((name) => world.person({ name })));
    await cohort.trainer.does('POST /cohorts/:cohortId/enrolments', {
      params: { cohortId: cohort.where.cohortId },
      body: { userIds: people.map(({ userId }) => userId) },
    });
    for (const who of people) await handIn(who, cohort.where);
    await world.sql(
      `with kept as (
         insert into stored_file (id, name, media_type, bytes, sha256, path, created_at)
         select uuidv7(), u.family_name || '-Brief.PDF', 'application/pdf', 7, '\\x00', u.id::text, now()
         from app_user u where u.id = any ($1::uuid[]) returning id, path)
       insert into submission_file (submission_id, file_id, position)
       select a.submission_id, k.id, 1 from kept k join submission_author a on a.user_id = k.path::uuid`,
      [people.map(({ userId }) => userId)],
    );
  });

  test('nothing is reviewed before everybody’s due date, nor without own work', async () => {
    const problem = await people[0]!.fails('POST /cohorts/:cohortId/assignments/:itemId/reviews', {
      params: cohort.where,
    });
    expect(problem).toMatchObject({ code: 'not-reviewing-time', params: { from: expect.stringContaining('6. März') } });
    expect((await view(people[0]!, cohort)).reviewing).toMatchObject({ mayAsk: false, blockedBy: 'not-yet' });
    world.clock.to(overdue);
    const late = await world.person();
    await cohort.trainer.does('POST /cohorts/:cohortId/enrolments', {
      params: { cohortId: cohort.where.cohortId },
      body: { userIds: [late.userId] },
    });
    expect(await refused(late, cohort)).toBe('hand-in-first');
    expect((await view(late, cohort)).reviewing.blockedBy).toBe('not-handed-in');
    expect((await view(people[0]!, cohort)).reviewing).toMatchObject({ mayAsk: true, blockedBy: null, owed: 3 });
  });

  test('nothing that a reviewer is sent tells whose work it is', async () => {
    const [anna] = people as [Somebody];
    const review = await next(anna, cohort);
    expect(review).toMatchObject({ number: 1, state: 'held', authors: null, open: true, leastWords: 3 });
    expect(review.work.html).toContain('so geht es nicht weiter');
    expect(review.work.text).toBeNull();
    expect(review.work.files.map(({ name }) => name)).toEqual(['Datei 1.pdf']);
    const sent = JSON.stringify([review, await view(anna, cohort), await anna.does('GET /reviews/:reviewId', { params: review })]); // prettier-ignore
    for (const other of people.slice(1)) expect(sent).not.toContain(other.userId);
    for (const word of ['Bernd', 'Bauer', 'Clara', 'Czerny']) expect(sent).not.toContain(word);
    expect((await next(anna, cohort)).reviewId).toBe(review.reviewId);
  });

  test('each reviews the two others, what was written comes back as it was, and it can be changed until the end', async () => {
    const script = '<script>alert(1)</script> & „gut“';
    for (const who of people) {
      const first = await reviewNext(who, cohort.where, 1, script);
      expect(first).toMatchObject({ state: 'done', open: true, leaseUntil: null });
      expect(first.answers[0]).toEqual({ criterionId: 'clear', level: 1, comment: script });
      await reviewNext(who, cohort.where);
      expect(await refused(who, cohort)).toBe('no-review-now');
      expect((await view(who, cohort)).reviewing).toMatchObject({
        given: 2,
        mayAsk: false,
        blockedBy: 'nothing-there',
      });
    }
    const [{ pairs, own }] = (await world.sql<{ pairs: number; own: number }>(
      `select count(distinct (v.reviewer_id, v.submission_id))::int as pairs,
         (count(*) filter (where a.user_id = v.reviewer_id))::int as own
       from review v join submission_author a on a.submission_id = v.submission_id
       join review_round r on r.id = v.round_id where r.cohort_id = $1`,
      [cohort.where.cohortId],
    )) as [{ pairs: number; own: number }];
    expect([pairs, own]).toEqual([6, 0]);

    const [anna] = people as [Somebody];
    const given = (await view(anna, cohort)).reviewing.rows[0]!;
    const before = await anna.does('GET /reviews/:reviewId', { params: given });
    expect((await anna.fails('PUT /reviews/:reviewId', save(before, null, 'doch nicht'))).code).toBe(
      'review-incomplete',
    );
    const changed = await answer(anna, before, 3, 'Bei zweitem Lesen war alles klar.');
    expect(changed).toMatchObject({ state: 'done', doneAt: before.doneAt });
    world.clock.to('2026-03-14T22:59:01Z');
    expect((await anna.fails('PUT /reviews/:reviewId', save(changed, 0, 'zu spät'))).code).toBe('review-over');
    expect(await refused(anna, cohort)).toBe('not-reviewing-time');
    expect((await view(anna, cohort)).reviewing).toMatchObject({ owed: 2, given: 2, blockedBy: 'over' });
    world.clock.to(overdue);
  });

  test('the review of somebody else is not there, whoever guesses its address', async () => {
    const [anna, bernd] = people as [Somebody, Somebody];
    const { reviewId } = (await view(anna, cohort)).reviewing.rows[0]!;
    const params = { reviewId };
    for (const who of [bernd, cohort.trainer, await world.person()]) {
      expect((await who.fails('GET /reviews/:reviewId', { params })).code).toBe('not-found');
      expect((await who.fails('PUT /reviews/:reviewId', { params, body: { revision: 0, answers: [], overall: null } })).code).toBe('not-found'); // prettier-ignore
      expect((await who.fails('POST /reviews/:reviewId/completion', { params })).code).toBe('not-found');
      expect((await who.fails('DELETE /reviews/:reviewId', { params })).code).toBe('not-found');
      expect((await who.fails('POST /reviews/:reviewId/conflict', { params })).code).toBe('not-found');
      expect((await who.fails('POST /reviews/:reviewId/flags', { params, body: { kind: 'empty', note: 'x' } })).code).toBe('not-found'); // prettier-ignore
    }
  });
});

describe('a lease', () => {
  test('runs out after two days unless its holder works; then somebody else gets the work, and nothing typed is lost', async () => {
    const cohort = await underReview({ learners: 3 });
    const [a, b, c] = cohort.learners as [Somebody, Somebody, Somebody];
    const held = await next(a, cohort);
    expect(held.leaseUntil).toBe('2026-03-09T08:00:00.000Z');
    world.clock.by({ hours: 40 });
    const worked = await a.does('PUT /reviews/:reviewId', save(held, 1, 'Bis hierher war es klar.'));
    expect(worked.leaseUntil).toBe('2026-03-11T00:00:00.000Z');
    world.clock.by({ hours: 48 });
    expect((await a.does('GET /reviews/:reviewId', { params: held })).state).toBe('held');
    world.clock.by({ seconds: 1 });
    // By the clock at once; noted by the sweep.
    expect((await a.does('GET /reviews/:reviewId', { params: held })).state).toBe('lapsed');
    await world.work(['peer-review.remind-owing']);
    expect(await a.does('GET /reviews/:reviewId', { params: held })).toMatchObject({ state: 'lapsed', open: true });
    expect((await view(a, cohort)).reviewing).toMatchObject({ given: 0, mayAsk: true });

    // Whoever asks next gets another one first; with nothing else left, the own one again.
    const other = await next(a, cohort);
    expect(other.reviewId).not.toBe(held.reviewId);
    await answer(a, other);
    const again = await next(a, cohort);
    expect(again).toMatchObject({ reviewId: held.reviewId, state: 'held' });
    expect(again.answers[0]!.comment).toBe('Bis hierher war es klar.');
    expect(await answer(a, again)).toMatchObject({ state: 'done' });
    for (const who of [b, c]) for (let n = 0; n < 2; n += 1) await reviewNext(who, cohort.where);
    for (const id of cohort.works.values()) expect(await reviewerOf(id)).toHaveLength(2);
  });

  test('never goes beyond the end of the reviews', async () => {
    const cohort = await underReview({ learners: 2 });
    world.clock.to('2026-03-14T10:00:00Z');
    expect((await next(cohort.learners[0]!, cohort)).leaseUntil).toBe('2026-03-14T22:59:00.000Z');
  });

  test('a review that is given back, or of somebody one knows, goes to others', async () => {
    const cohort = await underReview({
      learners: 4,
      design: { reviews: { ...usualAssignment.reviews, give: 2, need: 1 } },
    });
    const [a] = cohort.learners as [Somebody];
    const first = await next(a, cohort);
    await a.does('DELETE /reviews/:reviewId', { params: first });
    const second = await next(a, cohort);
    expect(second.submissionId).not.toBe(first.submissionId);
    const reply = await a.calls('POST /reviews/:reviewId/conflict', { params: second });
    expect(reply.text).toBe('');
    expect(await a.does('GET /cohorts/:cohortId/assignments/:itemId/conflicts', { params: cohort.where })).toEqual({ userIds: [] }); // prettier-ignore
    expect((await a.fails('PUT /reviews/:reviewId', save(second, 1, 'doch'))).code).toBe('review-over');
    const third = await next(a, cohort);
    expect(new Set([first, second, third].map(({ submissionId }) => submissionId)).size).toBe(3);
    // Nor does that author get the work of who said so.
    const author = cohort.learners.find(({ userId }) => cohort.works.get(userId) === second.submissionId)!;
    const got = await next(author, cohort);
    expect(got.submissionId).not.toBe(cohort.works.get(a.userId));
  });
});

describe('the ids of reviews', () => {
  test.each(['next', 'batch'] as const)('do not tell when they were given out (%s)', async (way) => {
    const cohort = await underReview({
      learners: 3,
      design: {
        reviews: { ...usualAssignment.reviews, way },
        examples: [{ exampleId: 'e1', title: 'Ein Beispiel', text: 'Liebe Frau Kern', answers: [] }],
      },
    });
    world.clock.to('2026-03-09T08:00:00Z');
    const [a] = cohort.learners as [Somebody];
    const example = await a.does('POST /cohorts/:cohortId/assignments/:itemId/examples', { params: cohort.where });
    await answer(a, example);
    await next(a, cohort);
    const submissionId = cohort.works.get(a.userId)!;
    await cohort.trainer.does('POST /submissions/:submissionId/review', { params: { submissionId } });
    const rows = await world.sql<{ version: number; kind: string }>(
      `select uuid_extract_version(v.id)::int as version, v.kind from review v
       join review_round r on r.id = v.round_id where r.cohort_id = $1`,
      [cohort.where.cohortId],
    );
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['example', 'peer', 'trainer']));
    expect(new Set(rows.map(({ version }) => version))).toEqual(new Set([4]));
  });
});

describe('letting go of reviews', () => {
  const giveBack = (who: Somebody, { reviewId }: ReviewView) => who.calls('DELETE /reviews/:reviewId', { params: { reviewId } }); // prettier-ignore
  const isPartial = (who: Somebody, { reviewId }: ReviewView) => who.calls('POST /reviews/:reviewId/conflict', { params: { reviewId } }); // prettier-ignore

  test('does not let anybody choose whom they review', async () => {
    const design = { reviews: { ...usualAssignment.reviews, give: 2, need: 2 } };
    const cohort = await underReview({ learners: 6, design });
    const [a] = cohort.learners as [Somebody];
    expect((await giveBack(a, await next(a, cohort))).status).toBe(204);
    expect((await isPartial(a, await next(a, cohort))).status).toBe(204);
    const third = await next(a, cohort);
    for (const letGo of [giveBack, isPartial]) {
      const { status, body } = await letGo(a, third);
      expect([status, body]).toEqual([409, expect.objectContaining({ code: 'review-kept', params: { most: 2 } })]);
    }
    // Who really must not review it reports it, and whoever runs the cohort takes it from them.
    await a.does('POST /reviews/:reviewId/flags', {
      params: { reviewId: third.reviewId },
      body: { kind: 'other', note: 'Wir sind verheiratet.' },
    });
    const { queue } = await cohort.trainer.does('GET /cohorts/:cohortId/assignments/:itemId/round', { params: cohort.where }); // prettier-ignore
    await cohort.trainer.does('PUT /flags/:flagId/decision', {
      params: { flagId: queue.find(({ flag }) => flag)!.flag!.flagId },
      body: { decision: 'set-aside', reason: 'Jemand anders bewertet.' },
    });
    const fourth = await next(a, cohort);
    expect(fourth.submissionId).not.toBe(third.submissionId);
    // What is taken up again was not let go of.
    const [{ id: backId } = { id: '' }] = await world.sql<{ id: string }>(
      `select id from review where reviewer_id = $1 and lapsed_why = 'given-back'`,
      [a.userId],
    );
    await answer(a, await a.does('GET /reviews/:reviewId', { params: { reviewId: backId } }));
    expect((await giveBack(a, fourth)).status).toBe(204);
  });

  test('leaves nobody without the only work that there is for them', async () => {
    const cohort = await underReview({ learners: 2 });
    const [a] = cohort.learners as [Somebody];
    const only = await next(a, cohort);
    await giveBack(a, only);
    expect((await view(a, cohort)).reviewing).toMatchObject({ mayAsk: true, rows: [] });
    expect((await next(a, cohort)).reviewId).toBe(only.reviewId);
  });
});

describe('what is written', () => {
  test('is checked kindly, field by field, and against what another device has saved', async () => {
    const cohort = await underReview({ learners: 2 });
    const [a] = cohort.learners as [Somebody];
    const review = await next(a, cohort);
    const { reviewId } = review;
    const unfit = await a.fails('PUT /reviews/:reviewId', {
      params: { reviewId },
      body: { revision: 0, answers: [{ criterionId: 'gone', level: 0, comment: null }, { criterionId: 'clear', level: 6, comment: null }], overall: null },
    }); // prettier-ignore
    expect(unfit.errors!.map(({ field, code }) => [field, code])).toEqual([['answers.0.criterionId', 'criterion-unknown'], ['answers.1.level', 'level-unknown']]); // prettier-ignore
    const empty = await a.fails('POST /reviews/:reviewId/completion', { params: { reviewId } });
    expect(empty.code).toBe('review-incomplete');
    expect(empty.errors!.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'answers.0.level level-missing',
      'answers.0.comment comment-missing',
      'answers.1.level level-missing',
      'overall too-few-words',
    ]);
    expect(empty.errors!.at(-1)!.detail).toBe(
      'Ein bisschen mehr noch: mindestens 3 Wörter über alles, was du schreibst.',
    );
    const saved = await a.does('PUT /reviews/:reviewId', save(review, 1, 'Gut zu lesen.'));
    expect(saved.revision).toBe(1);
    // The same again is no conflict: a reply was lost.
    expect((await a.does('PUT /reviews/:reviewId', save(review, 1, 'Gut zu lesen.'))).revision).toBe(1);
    expect((await a.fails('PUT /reviews/:reviewId', save(review, 2, 'Anders.'))).code).toBe('changed-meanwhile');
    const given = await answer(a, saved);
    expect(given.doneAt).toBe(world.clock.now().toISOString());
    expect((await a.does('POST /reviews/:reviewId/completion', { params: { reviewId } })).doneAt).toBe(given.doneAt);
    expect((await a.fails('DELETE /reviews/:reviewId', { params: { reviewId } })).code).toBe('review-given');
    expect(await world.sql(`select name from fact where payload ->> 'reviewId' = $1`, [reviewId])).toEqual([{ name: 'peer-review.review-given' }]); // prettier-ignore
  });
});

describe('who must not meet', () => {
  test('managers and reports, and whoever has said so, either way', async () => {
    world.clock.to('2026-03-02T08:00:00Z');
    const cohort = await assignmentCohort(world, {
      learners: 0,
      design: { reviews: { ...usualAssignment.reviews, give: 5, need: 5 } },
    });
    const [head, team] = await Promise.all(
      [1, 2].map(async () => (await world.sql<{ id: string }>(`insert into org_unit (id, name, path) values (uuidv7(), 'x', replace(uuidv7()::text, '-', '')::ltree) returning id`))[0]!.id),
    ); // prettier-ignore
    await world.sql(`update org_unit o set parent_id = $2, path = p.path || o.path from org_unit p where o.id = $1 and p.id = $2`, [team, head]); // prettier-ignore
    const boss = await world.person({ unitId: head! });
    const lead = await world.person({ unitId: team! });
    const report = await world.person({ unitId: team! });
    const others = await Promise.all([1, 2, 3].map(() => world.person()));
    await world.sql(`update org_unit set manager_id = case id when $1::uuid then $2::uuid else $3::uuid end where id in ($1, $4)`, [head, boss.userId, lead.userId, team]); // prettier-ignore
    const people = [boss, lead, report, ...others];
    await cohort.trainer.does('POST /cohorts/:cohortId/enrolments', {
      params: { cohortId: cohort.where.cohortId },
      body: { userIds: people.map(({ userId }) => userId) },
    });
    const works = await submitted(world, cohort, people);
    world.clock.to(overdue);
    const declare = (who: Somebody, userIds: string[]) =>
      ({ params: cohort.where, body: { userIds } }) satisfies object as never;
    const path = 'PUT /cohorts/:cohortId/assignments/:itemId/conflicts';
    const stranger = await world.person();
    expect((await boss.fails(path, declare(boss, [stranger.userId]))).errors![0]).toMatchObject({ field: 'userIds', code: 'person-unknown' }); // prettier-ignore
    expect((await boss.fails(path, declare(boss, [boss.userId]))).errors![0]!.code).toBe('person-unknown');
    expect((await boss.fails(path, declare(boss, [lead, report, ...others].slice(0, 3).map((p) => p.userId)))).errors![0]!.code).toBe('arrayMaxSize'); // prettier-ignore
    expect(await others[0]!.does(path, declare(others[0]!, [others[1]!.userId]))).toEqual({ userIds: [others[1]!.userId] }); // prettier-ignore

    for (const who of people)
      for (;;) {
        const { status } = await who.calls('POST /cohorts/:cohortId/assignments/:itemId/reviews', {
          params: cohort.where,
        });
        if (status >= 400) break;
        await reviewNext(who, cohort.where);
      }
    const met = await world.sql<{ one: string; other: string }>(
      `select v.reviewer_id as one, a.user_id as other from review v join submission_author a on a.submission_id = v.submission_id
       where v.submission_id = any ($1::uuid[])`,
      [[...works.values()]],
    );
    const pairs = new Set(met.map(({ one, other }) => `${one} ${other}`));
    const apart = [[boss, lead], [lead, report], [others[0]!, others[1]!]] as [Somebody, Somebody][]; // prettier-ignore
    for (const [one, other] of apart)
      for (const [x, y] of [[one, other], [other, one]] as const) expect(pairs.has(`${x.userId} ${y.userId}`)).toBe(false); // prettier-ignore
    // The boss's boss is not one's manager.
    expect(pairs.has(`${boss.userId} ${report.userId}`)).toBe(true);
    expect(pairs.size).toBe(6 * 5 - 2 * apart.length);

    // Read for one person, and for all at once, it is the same.
    const query = <R extends object>(text: string, values?: unknown[]) => world.sql<R>(text, values);
    const round = await world
      .get(Rounds)
      .of(
        { userId: boss.userId, roles: [], manages: [], sessionId: '', language: 'de', timeZone: 'Europe/Berlin' },
        cohort.where.cohortId,
        cohort.where.itemId,
        'reads-cohort',
      );
    const said = ({ reviewerId, authorId }: { reviewerId: string; authorId: string }): string =>
      `${reviewerId} ${authorId}`;
    const all = (await poolOf(query, round, null)).pool.conflicts.map(said);
    expect(new Set(all)).toEqual(new Set(apart.flatMap(([x, y]) => [`${x.userId} ${y.userId}`, `${y.userId} ${x.userId}`]))); // prettier-ignore
    for (const { userId } of people) {
      const own = (await poolOf(query, round, userId)).pool.conflicts.map(said);
      expect(own.sort()).toEqual(all.filter((pair) => pair.includes(userId)).sort());
    }
  });
});

describe('examples', () => {
  const design = {
    examples: ['e1', 'e2'].map((exampleId) => ({
      exampleId,
      title: `Beispiel ${exampleId}`,
      text: 'Ein **Brief**, der schon bewertet ist.',
      answers: [
        { criterionId: 'clear', level: 3, comment: 'Jeder Satz sitzt.' },
        { criterionId: 'useful', level: 1, comment: null },
      ],
    })),
  };

  test('come first; then one sees what the trainer gave and why', async () => {
    const cohort = await underReview({ learners: 2, design });
    const [a] = cohort.learners as [Somebody];
    expect(await refused(a, cohort)).toBe('examples-first');
    expect((await view(a, cohort)).reviewing).toMatchObject({ blockedBy: 'examples-first', examples: { total: 2, done: 0 } }); // prettier-ignore
    const example = () => a.does('POST /cohorts/:cohortId/assignments/:itemId/examples', { params: cohort.where });
    const first = await example();
    expect(first).toMatchObject({ kind: 'example', number: 1, compare: null, leaseUntil: null, submissionId: null, authors: null }); // prettier-ignore
    expect(first.work.html).toContain('<strong>Brief</strong>');
    expect(JSON.stringify(first)).not.toContain('Jeder Satz sitzt');
    expect((await example()).reviewId).toBe(first.reviewId);
    const done = await answer(a, first, 1, 'kurz');
    expect(done.compare).toMatchObject({ own: expect.closeTo(38.9, 1), right: expect.closeTo(83.3, 1) });
    expect(done.compare!.answers[0]!.comment).toBe('Jeder Satz sitzt.');
    expect(done.open).toBe(false);
    expect((await a.fails('PUT /reviews/:reviewId', save(done, 3, 'Jeder Satz sitzt.'))).code).toBe('review-given');
    const second = await example();
    expect(second.number).toBe(2);
    await answer(a, second, 3);
    expect((await a.fails('POST /cohorts/:cohortId/assignments/:itemId/examples', { params: cohort.where })).code).toBe('no-review-now'); // prettier-ignore
    expect(await next(a, cohort)).toMatchObject({ kind: 'peer', number: 1 });
  });
});

describe('all at once', () => {
  const design = { reviews: { ...usualAssignment.reviews, way: 'batch' as const } };

  test('everybody has their reviews when the grace is over, and gives as many as they get', async () => {
    const cohort = await underReview({ learners: 8, design });
    const [a] = cohort.learners as [Somebody];
    expect(await refused(a, cohort)).toBe('not-reviewing-time');
    world.clock.to('2026-03-08T08:00:00Z');
    // Whoever comes before the sweep does not wait for it.
    const first = await next(a, cohort);
    expect(first.leaseUntil).toBe('2026-03-14T22:59:00.000Z');
    await world.work(['peer-review.advance']);
    const rows = await world.sql<{ given: number; got: number; all: number; facts: number }>(
      `select (select count(*)::int from review v where v.reviewer_id = a.user_id and v.round_id = r.id) as given,
         (select count(*)::int from review v where v.submission_id = a.submission_id) as got,
         (select count(*)::int from review v where v.round_id = r.id) as all,
         (select count(*)::int from fact f where f.name = 'peer-review.allocated' and f.payload ->> 'roundId' = r.id::text) as facts
       from review_round r join submission_author a on a.round_id = r.id where r.cohort_id = $1`,
      [cohort.where.cohortId],
    );
    expect(rows).toEqual(cohort.learners.map(() => ({ given: 3, got: 3, all: 24, facts: 1 })));
    const desk = (await view(a, cohort)).reviewing;
    expect(desk.rows.map(({ number, state }) => [number, state])).toEqual([[1, 'held'], [2, 'held'], [3, 'held']]); // prettier-ignore
    for (let number = 1; number <= 3; number += 1) expect((await reviewNext(a, cohort.where)).number).toBe(number);
    expect(await refused(a, cohort)).toBe('no-review-now');
  });

  test('who comes later is served one by one; near the end what nobody has touched is open to others', async () => {
    const cohort = await underReview({ learners: 6, design });
    world.clock.to('2026-03-08T08:00:00Z');
    await world.work(['peer-review.advance']);
    const [a, ...others] = cohort.learners as [Somebody, ...Somebody[]];
    for (let n = 0; n < 3; n += 1) await reviewNext(a, cohort.where);
    for (const who of others.slice(0, 3)) await reviewNext(who, cohort.where);
    expect(await refused(a, cohort)).toBe('no-review-now');
    const late = await world.person();
    await cohort.trainer.does('POST /cohorts/:cohortId/enrolments', { params: { cohortId: cohort.where.cohortId }, body: { userIds: [late.userId] } }); // prettier-ignore
    await submitted(world, cohort, [late]);
    expect(await next(late, cohort)).toMatchObject({ number: 1, extra: false });
    world.clock.to('2026-03-13T08:00:00Z');
    expect((await view(a, cohort)).reviewing).toMatchObject({ extraWelcome: true, mayAsk: true });
    expect(await next(a, cohort)).toMatchObject({ extra: true });
  });
});

describe('what reviewers report', () => {
  test('goes to those who run the cohort; what is taken out is reviewed no more, and its reviewers get another', async () => {
    const cohort = await underReview({ learners: 4 });
    const [a, b] = cohort.learners as [Somebody, Somebody];
    const held = await next(a, cohort);
    const flag = await a.does('POST /reviews/:reviewId/flags', { params: held, body: { kind: 'plagiarism', note: 'Das steht so im Netz.' } }); // prettier-ignore
    expect(flag.flagged).toBe(true);
    const [{ id: flagId } = { id: '' }] = await world.sql<{ id: string }>(`select id from review_flag where review_id = $1`, [held.reviewId]); // prettier-ignore
    const decide = { params: { flagId }, body: { decision: 'exclude' as const, reason: 'Abgeschrieben.' } };
    expect((await b.fails('PUT /flags/:flagId/decision', decide)).code).toBe('not-allowed');
    const round = await cohort.trainer.does('PUT /flags/:flagId/decision', decide);
    expect(round.counts.excluded).toBe(1);
    expect((await cohort.trainer.fails('PUT /flags/:flagId/decision', decide)).code).toBe('already-decided');
    const { flags } = await cohort.trainer.does('GET /submissions/:submissionId', { params: { submissionId: held.submissionId! } }); // prettier-ignore
    expect(flags).toMatchObject([{ flagId, decision: 'exclude', decidedWhy: 'Abgeschrieben.' }]);
    expect((await a.fails('PUT /reviews/:reviewId', save(held, 1, 'x'))).code).toBe('review-over');
    const another = await next(a, cohort);
    expect(another.submissionId).not.toBe(held.submissionId);
    const names = (await world.sql<{ name: string }>(`select name from fact where payload ->> 'flagId' = $1 or payload ->> 'submissionId' = $2 order by name`, [flagId, held.submissionId])).map(({ name }) => name); // prettier-ignore
    expect(names).toEqual(['peer-review.excluded', 'peer-review.flag-decided', 'peer-review.flagged']);
    expect((await a.fails('POST /reviews/:reviewId/flags', { params: { reviewId: flagId }, body: { kind: 'other', note: 'x' } })).code).toBe('not-found'); // prettier-ignore
  });

  test('a review can be set aside; it was given all the same', async () => {
    const cohort = await underReview({ learners: 4 });
    const [a] = cohort.learners as [Somebody];
    const given = await reviewNext(a, cohort.where);
    await a.does('POST /reviews/:reviewId/flags', { params: given, body: { kind: 'identity', note: 'Der Name steht drin.' } }); // prettier-ignore
    const [{ id: flagId } = { id: '' }] = await world.sql<{ id: string }>(`select id from review_flag where review_id = $1`, [given.reviewId]); // prettier-ignore
    await cohort.trainer.does('PUT /flags/:flagId/decision', { params: { flagId }, body: { decision: 'set-aside', reason: 'Befangen.' } }); // prettier-ignore
    expect((await view(a, cohort)).reviewing.given).toBe(1);
  });
});

describe('trainers', () => {
  test('review what they like, when they like, and know whose it is', async () => {
    const cohort = await underReview({ learners: 2 });
    const [a] = cohort.learners as [Somebody];
    const submissionId = cohort.works.get(a.userId)!;
    const path = 'POST /submissions/:submissionId/review';
    expect((await a.fails(path, { params: { submissionId } })).code).toBe('not-allowed');
    const review = await cohort.trainer.does(path, { params: { submissionId } });
    expect(review).toMatchObject({ kind: 'trainer', leaseUntil: null, authors: [{ userId: a.userId }] });
    expect((await cohort.trainer.does(path, { params: { submissionId } })).reviewId).toBe(review.reviewId);
    world.clock.to('2026-03-15T08:00:00Z');
    expect(await answer(cohort.trainer, review, 2, '')).toMatchObject({ state: 'done', open: true });
  });
});

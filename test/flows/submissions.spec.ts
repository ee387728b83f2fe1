import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AssignmentView } from '@kohorte/contracts';
import type { AssignmentDesign } from '@kohorte/rules';
import { type AssignmentCohort, assignmentCohort, handIn, usualAssignment } from '../support/assignments.js';
import { type Somebody, World } from '../support/world.js';

const opened = '2026-03-02T08:00:00Z';
/** 6 March, 23:59 in Berlin; and the end of the day of grace after it. */
const due = '2026-03-06T22:59:00Z';
const graceEnds = '2026-03-07T22:59:00Z';
const draft = 'PUT /cohorts/:cohortId/assignments/:itemId/draft';
const submission = 'POST /cohorts/:cohortId/assignments/:itemId/submission';
const back = 'DELETE /cohorts/:cohortId/assignments/:itemId/submission';
const assignment = 'GET /cohorts/:cohortId/assignments/:itemId';

describe('submissions', () => {
  let world: World;
  let scene: AssignmentCohort;
  let ada: Somebody;
  let bo: Somebody;
  let where: AssignmentCohort['where'];

  beforeAll(async () => {
    world = await World.begin(opened);
  });
  afterAll(() => world.end());

  const begin = async (said: Parameters<typeof assignmentCohort>[1] = {}): Promise<void> => {
    at(opened);
    scene = await assignmentCohort(world, said);
    [ada, bo] = scene.learners as [Somebody, Somebody];
    where = scene.where;
  };
  const at = (instant: string, laterBy = 0): void =>
    world.clock.to(new Date(new Date(instant).getTime() + laterBy).toISOString());
  const see = (who: Somebody): Promise<AssignmentView> => who.does(assignment, { params: where });
  const write = (who: Somebody, text: string, revision = 0) =>
    who.does(draft, { params: where, body: { revision, text } });
  /** How often something is told of these. */
  const facts = async (name: string, ids: string[]): Promise<number> => {
    const rows = await world.sql(
      `select 1 from fact where name = $1 and coalesce(payload ->> 'enrolmentId', payload ->> 'submissionId') = any ($2)`,
      [name, ids],
    );
    return rows.length;
  };
  const enrolmentOf = async ({ userId }: Somebody): Promise<string> => {
    const [row] = await world.sql<{ id: string }>(`select id from enrolment where cohort_id = $1 and user_id = $2`, [
      where.cohortId,
      userId,
    ]);
    return row!.id;
  };

  describe('a draft', () => {
    beforeEach(() => begin());

    test('saves itself, field by field', async () => {
      expect((await see(ada)).submission).toBeNull();
      const first = await write(ada, 'Liebe Frau Kern,');
      expect(first).toMatchObject({ revision: 1, text: 'Liebe Frau Kern,', words: 3, handedInAt: null, team: [] });
      const more = await ada.does(draft, { params: where, body: { revision: 1, link: 'https://example.org/brief' } });
      expect(more).toMatchObject({ revision: 2, text: 'Liebe Frau Kern,', link: 'https://example.org/brief' });
      const less = await ada.does(draft, { params: where, body: { revision: 2, text: null } });
      expect(less).toMatchObject({ text: null, html: null, words: 0, link: 'https://example.org/brief' });
    });

    test('on two devices does not overwrite what the other has written', async () => {
      await write(ada, 'Auf dem Telefon.');
      const problem = await ada.fails(draft, { params: where, body: { revision: 0, text: 'Am Rechner.' } });
      expect(problem.code).toBe('changed-meanwhile');
      expect((await see(ada)).submission!.text).toBe('Auf dem Telefon.');
      // The same once more, as after a reply that was lost, is no conflict.
      expect(await write(ada, 'Auf dem Telefon.')).toMatchObject({ revision: 1 });
    });

    test('that two tabs begin at once is one', async () => {
      const replies = await Promise.all(
        [1, 2, 3, 4].map((tab) => ada.calls(draft, { params: where, body: { revision: 0, text: `Tab ${tab}.` } })),
      );
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
      const rows = await world.sql(`select 1 from submission_author where user_id = $1`, [ada.userId]);
      expect(rows).toHaveLength(1);
      expect(await world.sql(`select 1 from review_round where item_id = $1`, [where.itemId])).toHaveLength(1);
    });

    test('takes only what is asked for, from those who learn here', async () => {
      await begin({ design: { handIn: { ...usualAssignment.handIn, link: false, video: false } } });
      const problem = await ada.fails(draft, {
        params: where,
        body: { revision: 0, link: 'https://example.org', video: 'https://example.org/v' },
      });
      expect(problem).toMatchObject({ code: 'invalid-input', errors: [{ field: 'link' }, { field: 'video' }] });
      const stranger = await world.person();
      for (const who of [scene.trainer, stranger])
        expect(await who.fails(draft, { params: where, body: { revision: 0, text: 'x' } })).toMatchObject({
          status: 403,
        });
      expect(await world.sql(`select 1 from review_round where item_id = $1`, [where.itemId])).toEqual([]);
    });

    test('shows scripts in its text to nobody', async () => {
      const { html } = await write(ada, 'Gut **so**.<script>alert(1)</script><img src=x onerror="alert(2)">');
      expect(html).toContain('<strong>so</strong>');
      expect(html).not.toMatch(/<script|onerror|<img/);
    });

    test('may still be written after the deadline, but not be handed in', async () => {
      await write(ada, 'Fast fertig.');
      at(graceEnds, 1);
      expect(await write(ada, 'Fertig.', 1)).toMatchObject({ text: 'Fertig.' });
      const problem = await ada.fails(submission, { params: where });
      expect(problem.code).toBe('submission-closed');
      expect(problem.detail).toContain('7. März 2026 um 23:59');
      expect((await see(ada)).submission!.text).toBe('Fertig.');
    });

    test('of a cancelled cohort stays as it is', async () => {
      await write(ada, 'Ein Anfang.');
      await world.sql(`update cohort set cancelled_at = now() where id = $1`, [where.cohortId]);
      for (const problem of [
        await ada.fails(draft, { params: where, body: { revision: 1, text: 'Mehr.' } }),
        await ada.fails(submission, { params: where }),
      ])
        expect(problem.code).toBe('cohort-cancelled');
      expect((await see(ada)).submission!.text).toBe('Ein Anfang.');
    });
  });

  describe('handing in', () => {
    beforeEach(() => begin());

    test('counts from then on, and is told to nobody', async () => {
      const view = await handIn(ada, where);
      expect(view.submission).toMatchObject({ handedInAt: new Date(opened).toISOString(), late: false });
      expect(await facts('peer-review.handed-in', [view.submission!.submissionId])).toBe(1);
      expect(await facts('peer-review.part-changed', [await enrolmentOf(ada)])).toBe(1);
      expect(await ada.fails(draft, { params: where, body: { revision: 1, text: 'Doch anders.' } })).toMatchObject({
        code: 'already-handed-in',
      });
      expect(await ada.fails(submission, { params: where })).toMatchObject({ code: 'already-handed-in' });
      const [row] = await world.sql<{ rubric_id: string | null }>(`select rubric_id from submission where id = $1`, [
        view.submission!.submissionId,
      ]);
      expect(row!.rubric_id).not.toBeNull();
    });

    test.each<[string, Partial<AssignmentDesign>, string[]]>([
      ['only a text', { handIn: { text: true, link: false, video: false, files: 0, fileMegabytes: 1 } }, ['text']],
      ['one of several', {}, ['text', 'link', 'video', 'files']],
    ])('without what was asked (%s) says what is missing', async (_name, design, fields) => {
      await begin({ design });
      const nothing = await ada.fails(submission, { params: where });
      expect(nothing.code).toBe('submission-empty');
      await write(ada, ' … \n\n — ');
      const blank = await ada.fails(submission, { params: where });
      expect(blank.errors!.map(({ field }) => field)).toEqual(fields);
    });

    test('holds the limits of words', async () => {
      await begin({ design: { leastWords: 3, mostWords: 5 } });
      await write(ada, 'Zu kurz');
      const short = await ada.fails(submission, { params: where });
      expect(short).toMatchObject({
        code: 'too-few-words',
        params: { words: 2, least: 3 },
        errors: [{ field: 'text' }],
      });
      await write(ada, 'Das hier ist ein wenig lang', 1);
      expect(await ada.fails(submission, { params: where })).toMatchObject({
        code: 'too-many-words',
        params: { words: 6, most: 5 },
      });
      await write(ada, 'Das hier ist ein Brief', 2);
      await ada.does(submission, { params: where });
    });

    test.each([
      ['at the due instant', due, 0, false],
      ['a millisecond after it', due, 1, true],
      ['at the end of the grace', graceEnds, 0, true],
    ])('%s is taken', async (_name, instant, by, late) => {
      at(instant, by);
      expect((await handIn(ada, where)).submission).toMatchObject({ late });
    });

    test('a millisecond after the grace is refused, and twice at the last one gives one', async () => {
      await write(ada, 'Auf den letzten Drücker.');
      await write(bo, 'Einen Hauch zu spät.');
      at(graceEnds);
      const replies = await Promise.all([1, 2, 3].map(() => ada.calls(submission, { params: where })));
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
      for (const { status, body } of replies) if (status === 409) expect(body.code).toBe('already-handed-in');
      expect(await facts('peer-review.handed-in', [(await see(ada)).submission!.submissionId])).toBe(1);
      at(graceEnds, 1);
      expect(await bo.fails(submission, { params: where })).toMatchObject({ code: 'submission-closed' });
    });

    test('is possible for longer with an extension, for nobody else', async () => {
      await write(ada, 'Ich war krank.');
      await write(bo, 'Ich nicht.');
      await world.sql(
        `insert into extension (round_id, enrolment_id, due_at, granted_at)
         select a.round_id, a.enrolment_id, '2026-03-10T22:59:00Z', now() from submission_author a where a.user_id = $1`,
        [ada.userId],
      );
      at('2026-03-10T22:59:00Z');
      expect((await ada.does(submission, { params: where })).submission).toMatchObject({ late: false });
      expect((await see(ada)).phases.extended).toBe(true);
      expect(await bo.fails(submission, { params: where })).toMatchObject({ code: 'submission-closed' });
    });

    test('goes by the own start where everybody does', async () => {
      await begin({ pacing: 'relative' });
      const late = await world.person();
      at('2026-03-20T08:00:00Z');
      await scene.trainer.does('POST /cohorts/:cohortId/enrolments', {
        params: { cohortId: where.cohortId },
        body: { userIds: [late.userId] },
      });
      const { phases } = await see(late);
      expect(phases.opensAt > '2026-03-20').toBe(true);
      at(phases.opensAt);
      expect((await handIn(late, where)).submission).toMatchObject({ late: false });
      expect(await ada.fails(submission, { params: where })).toMatchObject({ code: 'submission-closed' });
    });
  });

  describe('taking back', () => {
    beforeEach(() => begin());

    test('makes a draft of it again, with all that was written', async () => {
      expect(await ada.fails(back, { params: where })).toMatchObject({ code: 'nothing-handed-in' });
      await handIn(ada, where, 'Mein Brief.');
      at(due);
      const view = await ada.does(back, { params: where });
      expect(view.submission).toMatchObject({ handedInAt: null, late: false, text: 'Mein Brief.' });
      expect(await facts('peer-review.taken-back', [view.submission!.submissionId])).toBe(1);
      expect(await facts('peer-review.part-changed', [await enrolmentOf(ada)])).toBe(2);
      await write(ada, 'Mein besserer Brief.', view.submission!.revision);
      expect((await ada.does(submission, { params: where })).submission).toMatchObject({ late: false });
    });

    test('is over with the due date, also where the work was late', async () => {
      await handIn(ada, where);
      at(due, 1);
      await handIn(bo, where);
      for (const who of [ada, bo])
        expect(await who.fails(back, { params: where })).toMatchObject({ code: 'too-late-to-take-back' });
    });

    test('is over once a reviewer was given it', async () => {
      const { submission: own } = await handIn(ada, where);
      await world.sql(
        `insert into review (id, round_id, submission_id, rubric_id, reviewer_id, kind, number, way, allocated_at,
           lapsed_at, changed_at)
         select uuidv7(), s.round_id, s.id, s.rubric_id, $2, 'peer', 1, 'next', now(), now(), now()
         from submission s where s.id = $1`,
        [own!.submissionId, bo.userId],
      );
      expect((await see(ada)).submission!.isBeingReviewed).toBe(true);
      expect(await ada.fails(back, { params: where })).toMatchObject({ code: 'too-late-to-take-back' });
    });
  });

  describe('a team', () => {
    const team = async (members: Somebody[]): Promise<void> => {
      await world.sql(
        `with round as (
           insert into review_round (id, cohort_id, item_id, seed, created_at) values (uuidv7(), $1, $2, 1, now()) returning id),
         made as (insert into team (id, round_id, name) select uuidv7(), id, 'Team Eins' from round returning id, round_id)
         insert into team_member (round_id, enrolment_id, team_id)
         select made.round_id, e.id, made.id from made, enrolment e where e.cohort_id = $1 and e.user_id = any ($3)`,
        [where.cohortId, where.itemId, members.map(({ userId }) => userId)],
      );
    };

    beforeEach(async () => {
      await begin({ design: { teams: true } });
      await team([ada, bo]);
    });

    test('writes one submission, also when it begins at once', async () => {
      const replies = await Promise.all(
        [ada, bo].map((who) => who.calls(draft, { params: where, body: { revision: 0, text: `Von ${who.userId}.` } })),
      );
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      const [hers, his] = [await see(ada), await see(bo)];
      expect(hers.submission!.submissionId).toBe(his.submission!.submissionId);
      expect(hers.submission!.team.map(({ userId }) => userId)).toEqual([bo.userId]);
      expect(his.submission!.team.map(({ userId }) => userId)).toEqual([ada.userId]);
    });

    test('hands in for all its members; others work alone', async () => {
      const cy = scene.learners[2]!;
      await write(ada, 'Unser Brief.');
      await bo.does(submission, { params: where });
      expect((await see(ada)).submission).toMatchObject({ text: 'Unser Brief.', handedInAt: expect.any(String) });
      for (const who of [ada, bo]) expect(await facts('peer-review.part-changed', [await enrolmentOf(who)])).toBe(1);
      expect((await handIn(cy, where)).submission).toMatchObject({ team: [] });
    });
  });

  describe('the assignments of a cohort', () => {
    beforeEach(() => begin());

    test('are listed with the own state, and not before they open', async () => {
      const list = (who: Somebody) =>
        who.does('GET /cohorts/:cohortId/assignments', { params: { cohortId: where.cohortId } });
      expect(await list(ada)).toMatchObject([
        { itemId: where.itemId, state: 'none', points: null, runs: false, reviews: { given: 0, owed: 3, held: 0 } },
      ]);
      await write(ada, 'Ein Anfang.');
      expect(await list(ada)).toMatchObject([{ state: 'draft' }]);
      await ada.does(submission, { params: where });
      expect(await list(ada)).toMatchObject([{ state: 'handed-in' }]);
      expect(await list(bo)).toMatchObject([{ state: 'none' }]);
      expect(await list(scene.trainer)).toMatchObject([{ state: 'none', runs: true }]);
      at('2026-03-01T08:00:00Z');
      expect(await list(ada)).toEqual([]);
      expect(await ada.fails(assignment, { params: where })).toMatchObject({ code: 'module-not-open' });
    });

    test('tell nothing of the examples that the trainer has graded', async () => {
      await begin({
        design: {
          examples: [
            {
              exampleId: 'one',
              title: 'Beispiel',
              text: 'Sehr geehrte Damen',
              answers: usualAssignment.rubric.map(({ criterionId }) => ({ criterionId, level: 1, comment: 'Na ja' })),
            },
          ],
        },
      });
      const view = await see(ada);
      expect(view.reviewing.examples).toEqual({ total: 1, done: 0 });
      expect(JSON.stringify(view)).not.toMatch(/Sehr geehrte|Na ja/);
    });
  });
});

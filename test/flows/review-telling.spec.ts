import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type FactName,
  type Facts,
  type JobName,
  type MailView,
  type NoticeKind,
  reactionsTo,
} from '@kohorte/contracts';
import { NotificationJobs } from '@kohorte/notifications';
import { type Handlers, Work } from '@kohorte/platform';
import { SMTPServer } from 'smtp-server';
import { type AssignmentCohort, assignmentCohort } from '../support/assignments.js';
import { aRound, handedIn, reviewed } from '../support/rounds.js';
import { mailedAnytime } from '../support/mail-hours.js';
import { type Somebody, World } from '../support/world.js';

/** Phases are laid down by hand here: their own sweep stands still. */
const mailing: JobName[] = ['notifications.send-due-mails'];

describe('people are told about assignments and reviews', () => {
  let world: World;
  let given: AssignmentCohort;
  let admin: Somebody;
  let trainer: Somebody;
  let amina: Somebody;
  let oliver: Somebody;
  let ben: Somebody;
  let clara: Somebody;
  let gone: Somebody;
  let quiet: Somebody;
  let roundId: string;
  let works: string[];

  beforeAll(async () => {
    world = await World.begin('2026-03-02T09:00:00Z');
    admin = await world.person({ name: 'Adele Leitung', roles: ['admin'] });
    given = await assignmentCohort(world, { learners: 0 });
    trainer = given.trainer;
    amina = await world.person({ name: 'Amina Yildiz' });
    oliver = await world.person({ name: 'Oliver Whitfield', language: 'en', timeZone: 'Europe/London' });
    ben = await world.person({ name: 'Ben Achterberg' });
    clara = await world.person({ name: 'Clara Domnick' });
    gone = await world.person({ name: 'Gerd Fortgang' });
    quiet = await world.person({ name: 'Quirin Stillmann' });
    await mailedAnytime(world);
    await quiet.does('PATCH /notification-settings', { body: { topics: [{ topic: 'reviews', mail: 'none' }] } });
    await trainer.does('POST /cohorts/:cohortId/enrolments', {
      params: given.where,
      body: { userIds: [amina, oliver, ben, clara, gone, quiet].map(({ userId }) => userId) },
    });
    roundId = await aRound(world, given.where);
    works = await handedIn(world, { roundId, who: [amina, oliver, ben, gone, quiet] });
    await world.sql(`update app_user set deactivated_at = now() where id = $1`, [gone.userId]);
    await world.work(mailing);
    await world.sql(`delete from mail`);
    await world.sql(`delete from notice`);
    await world.sql(`delete from broadcast`);
  });
  afterAll(() => world.end());

  /** Something has happened in the rung below, with all that follows from it. */
  async function happens<F extends FactName>(fact: F, payload: Facts[F]): Promise<void> {
    await world.get(Work).run(async (unit) => unit.record(fact, payload));
    await world.work(mailing);
  }
  /** The mails of a kind, by whom they went to. */
  async function mails(kind: NoticeKind): Promise<Map<string, MailView>> {
    const { rows } = await admin.does('GET /mails', {});
    const found = new Map<string, MailView>();
    for (const { mailId } of rows.filter((row) => row.kind === kind)) {
      const mail = await admin.does('GET /mails/:mailId', { params: { mailId } });
      expect(found.has(mail.to)).toBe(false);
      found.set(mail.to, mail);
    }
    return found;
  }
  const notices = async (who: Somebody, kind: NoticeKind) =>
    (await who.does('GET /notifications')).rows.filter((row) => row.kind === kind);
  const to = (...people: Somebody[]) => people.map(({ email }) => email).sort();
  const keysOf = (found: Map<string, unknown>) => [...found.keys()].sort();
  const enrolmentOf = async ({ userId }: Somebody) =>
    (await world.sql<{ id: string }>(`select id from enrolment where user_id = $1`, [userId]))[0]!.id;
  const screen = () => `/cohorts/${given.cohort.cohortId}/assignments/${given.where.itemId}`;

  test('all of a cohort hear of a deadline that has moved, each in their language and zone; the app keeps one row', async () => {
    await world.sql(`update review_round set due_moved_to = '2026-03-08T17:00:00Z', deadlines_sequence = 1`);
    await happens('peer-review.deadline-moved', { roundId });
    const told = await mails('deadline-moved');
    expect(keysOf(told)).toEqual(to(amina, oliver, ben, clara));
    expect(told.get(amina.email)!.subject).toBe('Neue Frist: Ein schwieriger Brief');
    expect(told.get(amina.email)!.text).toContain('Abgabe: bis Sonntag, 8. März um 18:00 MEZ.');
    expect(told.get(amina.email)!.text).toContain('Bewertungen: bis Montag, 16. März um 23:59 MEZ.');
    expect(told.get(amina.email)!.text).toContain(`http://kohorte.test${screen()}`);
    expect(told.get(oliver.email)!.subject).toBe('New deadline: Ein schwieriger Brief');
    expect(told.get(oliver.email)!.text).toMatch(/To be handed in: by Sunday,? 8 March at 17:00 GMT\./);
    const [notice] = await notices(quiet, 'deadline-moved');
    expect(notice).toMatchObject({
      itemId: given.where.itemId,
      itemTitle: 'Ein schwieriger Brief',
      cohortId: given.cohort.cohortId,
      until: '2026-03-08T17:00:00.000Z',
      submissionId: null,
      owed: null,
    });
    expect((await world.sql(`select 1 from broadcast`)).length).toBe(1);
    // Moved again, it is told again.
    await happens('peer-review.deadline-moved', { roundId });
    expect((await world.sql(`select 1 from broadcast`)).length).toBe(2);
    expect((await world.sql(`select 1 from mail where kind = 'deadline-moved'`)).length).toBe(8);
  });

  test('who was given more time hears of it, and their team; nobody hears why', async () => {
    const enrolmentId = await enrolmentOf(clara);
    await world.sql(
      `insert into extension (round_id, enrolment_id, due_at, reason, granted_at) values ($1, $2, '2026-03-10T11:00:00Z', 'krank', now())`,
      [roundId, enrolmentId],
    );
    await happens('peer-review.extended', { roundId, enrolmentId });
    const told = await mails('extension-given');
    expect(keysOf(told)).toEqual(to(clara));
    expect(told.get(clara.email)!.text).toContain('bis Dienstag, 10. März um 12:00 MEZ abgeben');
    expect(told.get(clara.email)!.text).not.toContain('krank');
    expect((await notices(clara, 'extension-given'))[0]).toMatchObject({ until: '2026-03-10T11:00:00.000Z' });
    await world.sql(
      `with t as (insert into team (id, round_id, name) values (uuidv7(), $1, 'Eins') returning id)
       insert into team_member (round_id, enrolment_id, team_id) select $1, unnest($2::uuid[]), t.id from t`,
      [roundId, [enrolmentId, await enrolmentOf(oliver)]],
    );
    await happens('peer-review.extended', { roundId, enrolmentId });
    expect(await notices(oliver, 'extension-given')).toHaveLength(1);
    await world.sql(`delete from team`);
    await world.sql(`delete from extension`);
    await happens('peer-review.extended', { roundId, enrolmentId });
    expect(await notices(clara, 'extension-given')).toHaveLength(2);
  });

  test('those who have handed in hear that reviews begin, once', async () => {
    world.clock.to('2026-03-08T17:00:01Z');
    await happens('peer-review.reviews-opened', { roundId });
    await happens('peer-review.allocated', { roundId });
    const told = await mails('reviews-opened');
    expect(keysOf(told)).toEqual(to(amina, oliver, ben));
    expect(told.get(oliver.email)!.text).toMatch(/You owe 3 more reviews by Monday,? 16 March at 22:59 GMT\./);
    expect(await notices(quiet, 'reviews-opened')).toHaveLength(1);
    expect(await notices(clara, 'reviews-opened')).toEqual([]);
    expect((await notices(amina, 'reviews-opened'))[0]).toMatchObject({ owed: 3, until: '2026-03-16T22:59:00.000Z' });
  });

  test('who owes reviews is reminded by what is true today; once all are given, the notice says so', async () => {
    const batchId = await reminded('owed', [amina, oliver, quiet, gone]);
    await reviewed(world, { roundId, by: oliver, of: amina });
    await reviewed(world, { roundId, by: oliver, of: ben });
    await happens('peer-review.reminded', { roundId, batchId });
    const told = await mails('reviews-owed');
    expect(keysOf(told)).toEqual(to(amina, oliver));
    expect(told.get(amina.email)!.subject).toBe('Noch 3 Bewertungen von dir: Ein schwieriger Brief');
    expect(told.get(oliver.email)!.subject).toBe('One more review to give: Ein schwieriger Brief');
    expect(told.get(oliver.email)!.text).toContain('You owe one more review by Monday');
    expect((await notices(quiet, 'reviews-owed'))[0]).toMatchObject({ owed: 3 });
    await reviewed(world, { roundId, by: oliver, of: quiet });
    expect((await notices(oliver, 'reviews-owed'))[0]).toMatchObject({ owed: 0 });
    expect((await mails('reviews-owed')).get(oliver.email)!.subject).toBe(
      'No review left to give: Ein schwieriger Brief',
    );
  });

  test('nobody is reminded who has given all their reviews meanwhile', async () => {
    const batchId = await reminded('owed', [oliver], '2026-03-10');
    await happens('peer-review.reminded', { roundId, batchId });
    expect(await notices(oliver, 'reviews-owed')).toHaveLength(1);
  });

  test('some are asked for one more', async () => {
    const batchId = await reminded('more', [oliver, quiet], '2026-03-11');
    await happens('peer-review.more-asked', { roundId, batchId });
    const told = await mails('more-reviews-asked');
    expect(keysOf(told)).toEqual(to(oliver));
    expect(told.get(oliver.email)!.subject).toBe('Could you give one more review? Ein schwieriger Brief');
    expect(await notices(quiet, 'more-reviews-asked')).toHaveLength(1);
  });

  test('a mail that has become moot while it waited is not sent', async () => {
    const batchId = await reminded('more', [ben], '2026-03-12');
    await world.get(Work).run(async (unit) => unit.record('peer-review.more-asked', { roundId, batchId }));
    world.clock.by({ minutes: 1 });
    await world.work([]);
    expect(await world.sql(`select 1 from mail where once_key = $1`, [batchId])).toHaveLength(1);
    await reviewed(world, { roundId, by: ben, of: amina });
    await world.work(mailing);
    expect(await world.sql(`select 1 from mail where once_key = $1`, [batchId])).toEqual([]);
  });

  test('trainers hear of a problem that was reported, and neither who reported nor whose work it is', async () => {
    const [flag] = await world.sql<{ id: string }>(
      `insert into review_flag (id, submission_id, kind, note, flagged_by, flagged_at)
       values (uuidv7(), $1, 'plagiarism', 'Aus dem Netz.', $2, now()) returning id`,
      [works[0], ben.userId],
    );
    await happens('peer-review.flagged', { flagId: flag!.id });
    const told = await mails('work-flagged');
    expect(keysOf(told)).toEqual(to(trainer));
    expect(told.get(trainer.email)!.text).toContain('fremdes Werk');
    expect(told.get(trainer.email)!.text).toContain(`/runs/${given.cohort.cohortId}/submissions/${works[0]}`);
    expect((await notices(trainer, 'work-flagged'))[0]).toMatchObject({ submissionId: works[0] });
    expect(await notices(amina, 'work-flagged')).toEqual([]);
  });

  test('before a grade is shown, what a trainer decides is nobody’s news', async () => {
    await graded(works[0]!);
    await graded(works[1]!);
    await happens('peer-review.grade-decided', { submissionId: works[0]! });
    await happens('peer-review.grade-shown', { submissionId: works[0]! });
    expect(await mails('grade-changed')).toEqual(new Map());
    expect(await mails('grades-published')).toEqual(new Map());
  });

  test('those whose work has a grade hear that it is shown, once, also where one was shown before the others', async () => {
    world.clock.by({ hours: 1 });
    await world.sql(`update grade set published_at = $2 where submission_id = $1`, [works[0], world.clock.now()]);
    await happens('peer-review.grade-shown', { submissionId: works[0]! });
    expect(keysOf(await mails('grades-published'))).toEqual(to(amina));
    await world.sql(`update review_round set reviews_closed_at = $1, published_at = $1`, [world.clock.now()]);
    await happens('peer-review.published', { roundId });
    world.clock.by({ hours: 1 });
    const told = await mails('grades-published');
    expect(keysOf(told)).toEqual(to(amina, oliver));
    expect(told.get(amina.email)!.subject).toBe('Dein Ergebnis ist da: Ein schwieriger Brief');
    expect(told.get(amina.email)!.text).not.toMatch(/\b70\b/);
    expect(await notices(amina, 'grades-published')).toHaveLength(1);
    expect((await notices(amina, 'grades-published'))[0]).toMatchObject({ submissionId: null });
    await graded(works[4]!);
    await happens('peer-review.grade-shown', { submissionId: works[4]! });
    expect(await notices(quiet, 'grades-published')).toHaveLength(1);
  });

  test('who has heard of a result hears when it is another, whether trainers decide or it is worked out anew', async () => {
    world.clock.by({ hours: 1 });
    await happens('peer-review.grade-decided', { submissionId: works[0]! });
    expect(keysOf(await mails('grade-changed'))).toEqual(to(amina));
    expect(await notices(amina, 'grades-published')).toHaveLength(1);
    await happens('peer-review.grade-shown', { submissionId: works[1]! });
    expect(keysOf(await mails('grade-changed'))).toEqual(to(amina, oliver));
    // Decided where there was none before, it is a result, not a change of one.
    await graded(works[2]!);
    await happens('peer-review.grade-decided', { submissionId: works[2]! });
    expect(await notices(ben, 'grade-changed')).toEqual([]);
    expect(await notices(ben, 'grades-published')).toHaveLength(1);
  });

  test('both sides hear of an appeal and of what was decided; its author is named to trainers, but not in the subject', async () => {
    const [appeal] = await world.sql<{ id: string }>(
      `insert into appeal (id, submission_id, made_by, reason, points_before, made_at)
       values (uuidv7(), $1, $2, 'Das stimmt nicht.', 70, now()) returning id`,
      [works[1], oliver.userId],
    );
    const appealId = appeal!.id;
    await happens('peer-review.appealed', { appealId });
    const told = await mails('appeal-made');
    expect(keysOf(told)).toEqual(to(trainer));
    expect(told.get(trainer.email)!.subject).toBe('Einspruch: Ein schwieriger Brief');
    expect(told.get(trainer.email)!.text).toContain('Oliver Whitfield hat Einspruch');
    await world.sql(`update appeal set decided_at = now(), answer = 'Angepasst.', points_after = 80`);
    await happens('peer-review.appeal-decided', { appealId });
    const decided = await mails('appeal-decided');
    expect(keysOf(decided)).toEqual(to(trainer, oliver));
    expect(decided.get(oliver.email)!.text).toContain(`http://kohorte.test${screen()}`);
    expect(decided.get(trainer.email)!.text).toContain(`/runs/${given.cohort.cohortId}/submissions/${works[1]}`);
    expect((await notices(oliver, 'appeal-decided'))[0]).toMatchObject({ submissionId: null });
    expect((await notices(trainer, 'appeal-decided'))[0]).toMatchObject({ submissionId: works[1] });
  });

  test('a trainer who learns along hears nothing of their own work as a trainer', async () => {
    await world.sql(`insert into cohort_trainer (cohort_id, user_id) values ($1, $2)`, [
      given.cohort.cohortId,
      amina.userId,
    ]);
    const [flag] = await world.sql<{ id: string }>(
      `insert into review_flag (id, submission_id, kind, note, flagged_at)
       values (uuidv7(), $1, 'empty', 'Nichts.', now()) returning id`,
      [works[0]],
    );
    await happens('peer-review.flagged', { flagId: flag!.id });
    expect(await notices(amina, 'work-flagged')).toEqual([]);
    expect(await notices(trainer, 'work-flagged')).toHaveLength(2);
    await world.sql(`delete from cohort_trainer where user_id = $1`, [amina.userId]);
  });

  test('jobs that run again tell nobody twice', async () => {
    const handlers: Partial<Handlers> = world.get(NotificationJobs).handlers;
    const facts = await world.sql<{ id: string; name: FactName; payload: never }>(
      `select id, name, payload from fact where name like 'peer-review.%'`,
    );
    const count = () =>
      world.sql(`select (select count(*) from notice) as notices, (select count(*) from mail) as mails,
        (select count(*) from broadcast) as broadcasts`);
    const before = await count();
    for (const { id, name, payload } of facts)
      for (const job of reactionsTo(name))
        await handlers[job]?.(payload, {
          factId: id,
          signal: new AbortController().signal,
          progress: async () => undefined,
        });
    expect(await count()).toEqual(before);
  });

  test('people who have left the company are told nothing, and no mail names one learner to another', async () => {
    expect(await world.sql(`select 1 from mail where user_id = $1`, [gone.userId])).toEqual([]);
    expect(await world.sql(`select 1 from notice where user_id = $1`, [gone.userId])).toEqual([]);
    const people = [amina, oliver, ben, clara, gone, quiet];
    const names = ['Amina', 'Yildiz', 'Oliver', 'Whitfield', 'Ben', 'Achterberg', 'Clara', 'Domnick', 'Gerd', 'Fortgang', 'Quirin', 'Stillmann']; // prettier-ignore
    const { rows } = await admin.does('GET /mails', { query: { limit: 200 } });
    expect(rows.length).toBeGreaterThan(20);
    for (const { mailId, kind } of rows) {
      const mail = await admin.does('GET /mails/:mailId', { params: { mailId } });
      const reader = people.findIndex(({ email }) => email === mail.to);
      const others = names.filter((_, index) => Math.floor(index / 2) !== reader);
      const said = kind === 'appeal-made' ? mail.subject : `${mail.subject}\n${mail.text}\n${mail.html}`;
      for (const name of others)
        expect([kind, mail.to, said]).toEqual([kind, mail.to, expect.not.stringContaining(name)]);
    }
  });

  test('nothing is told in a cohort that was cancelled', async () => {
    await world.sql(`update cohort set cancelled_at = now()`);
    const count = () => world.sql(`select (select count(*) from notice) n, (select count(*) from broadcast) b`);
    const before = await count();
    await happens('peer-review.deadline-moved', { roundId });
    await happens('peer-review.grade-decided', { submissionId: works[0]! });
    expect(await count()).toEqual(before);
  });

  async function reminded(kind: 'owed' | 'more', who: Somebody[], on = '2026-03-09'): Promise<string> {
    const [batch] = await world.sql<{ id: string }>(`select uuidv7() as id`);
    await world.sql(
      `insert into review_reminder (user_id, reminded_on, round_id, batch_id, kind, reminded_at)
       select unnest($1::uuid[]), $2, $3, $4, $5, $6`,
      [who.map(({ userId }) => userId), on, roundId, batch!.id, kind, world.clock.now()],
    );
    return batch!.id;
  }

  async function graded(submissionId: string): Promise<void> {
    await world.sql(
      `insert into grade (submission_id, round_id, method, points, low, high, reviews, criteria, shares, doubtful, computed_at)
       values ($1, $2, 'calibrated', 70, 60, 80, 3, '[]', '[]', false, now())`,
      [submissionId, roundId],
    );
  }
});

describe('where a mail server takes them', () => {
  test('mails that nobody need send any more are not sent', async () => {
    const caught: string[] = [];
    const catcher = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        stream.resume();
        stream.on('end', () => {
          caught.push(session.envelope.rcptTo[0]!.address);
          done();
        });
      },
    });
    await new Promise<void>((done) => catcher.listen(0, '127.0.0.1', done));
    const { port } = catcher.server.address() as { port: number };
    const world = await World.begin('2026-03-02T09:00:00Z', { SMTP_URL: `smtp://127.0.0.1:${port}` });
    const design = { reviews: { give: 1, need: 1, days: 7, way: 'batch' as const, leaseHours: 48, leastWords: 0 } };
    const given = await assignmentCohort(world, { learners: 2, design });
    const [one, other] = given.learners as [Somebody, Somebody];
    await mailedAnytime(world);
    await world.work(mailing);
    caught.length = 0;
    const roundId = await aRound(world, given.where);
    await handedIn(world, { roundId, who: [one, other] });
    world.clock.to('2026-03-07T08:00:00Z');
    const record = (fact: 'peer-review.reviews-opened' | 'peer-review.allocated') =>
      world.get(Work).run(async (unit) => unit.record(fact, { roundId }));
    await record('peer-review.reviews-opened');
    await world.work(mailing);
    // Where everybody gets theirs at once, there is nothing to review before that.
    expect(caught).toEqual([]);
    await world.sql(`update review_round set allocated_at = now()`);
    await record('peer-review.allocated');
    await world.work([]);
    await reviewed(world, { roundId, by: other, of: one });
    await world.work(mailing);
    expect(caught).toEqual([one.email]);
    expect(await world.sql(`select 1 from mail where kind = 'reviews-opened'`)).toHaveLength(1);
    await world.end();
    await new Promise<void>((done) => catcher.close(() => done()));
  });
});

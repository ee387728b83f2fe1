import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SessionView } from '@kohorte/contracts';
import { answerToken } from '@kohorte/schedule';
import { assembled, sessionCohort, sessionCourse } from '../support/sessions.js';
import { type Somebody, World } from '../support/world.js';

describe('living with live sessions', () => {
  let world: World;
  let admin: Somebody;
  let trainer: Somebody;
  let learners: Somebody[];
  let cohortId: string;
  /** The two sessions of the first item: one for each group. */
  let first: SessionView;
  let parallel: SessionView;
  /** Who has a seat in them. */
  let ours: Somebody[];
  let theirs: Somebody[];

  beforeAll(async () => {
    world = await World.begin();
  });
  afterAll(() => world.end());

  beforeEach(async () => {
    if (cohortId) return;
    admin = await world.person({ name: 'Petra Planung', roles: ['admin'] });
    trainer = await world.person({ name: 'Jonas Trainer', roles: ['trainer'] });
    const site = await admin.does('POST /sites', { body: { name: 'Leipzig', timeZone: 'Europe/Berlin' } });
    await admin.does('POST /rooms', { body: { siteId: site.siteId, name: 'Elster', seats: 5 } });
    await world.sql(`insert into work_pattern (user_id, site_id) values ($1, $2)`, [trainer.userId, site.siteId]);
    const { courseId } = await sessionCourse(world, trainer, [
      { mode: 'on-site', groupLeast: 4, groupBest: 4, groupMost: 5 },
    ]);
    const made = await sessionCohort(world, admin, { courseId, learners: 8, siteId: site.siteId });
    learners = made.learners;
    cohortId = made.cohort.cohortId;
    const proposal = await assembled(world, admin, [cohortId]);
    await admin.does('POST /assemblies/:assemblyId/publication', {
      params: { assemblyId: proposal.assemblyId },
      body: { revision: 0 },
    });
    await world.work();
    [first, parallel] = (await admin.does('GET /cohorts/:cohortId/sessions', { params: { cohortId } })) as [SessionView, SessionView]; // prettier-ignore
    const of = async (sessionId: string): Promise<Somebody[]> => {
      const seats = await world.sql<{ user_id: string }>(
        `select user_id from session_seat where session_id = $1 and left_at is null order by user_id`,
        [sessionId],
      );
      return seats.map(({ user_id }) => learners.find(({ userId }) => userId === user_id)!);
    };
    ours = await of(first.sessionId);
    theirs = await of(parallel.sessionId);
  });

  const see = (who: Somebody, { sessionId }: SessionView): Promise<SessionView> =>
    who.does('GET /sessions/:sessionId', { params: { sessionId } });
  const mailsTo = async ({ userId }: Somebody): Promise<string[]> =>
    (
      await world.sql<{ kind: string }>(
        `select kind from mail where user_id = $1 and kind like 'session%' order by created_at, id`,
        [userId],
      )
    ).map(({ kind }) => kind);

  test('a session is in everybody’s timetable and feed, for as long as it lasts', async () => {
    const entries = await ours[0]!.does('GET /timetable', {
      query: { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' },
    });
    expect(entries.filter(({ kind }) => kind === 'session')).toEqual([
      expect.objectContaining({ at: first.startsAt, endsAt: first.endsAt, place: 'Elster, Leipzig', done: false }),
    ]);
    const trains = await trainer.does('GET /timetable', { query: { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' } }); // prettier-ignore
    expect(trains.filter(({ kind }) => kind === 'session')).toHaveLength(2);
    const { url } = await ours[0]!.does('POST /calendar-feed');
    const feed = await world.nobody().calls('GET /calendar/:token', { params: { token: url.split('/').at(-1)! } });
    expect(feed.text).toContain(`UID:session-${first.sessionId}@kohorte`);
    expect(feed.text).toContain('LOCATION:Elster\\, Leipzig');
  });

  test('one answers in the app, and by the link of the mail without signing in', async () => {
    const [one, two] = ours as [Somebody, Somebody];
    const mine = await one.does('PUT /sessions/:sessionId/answer', { params: { sessionId: first.sessionId }, body: { answer: 'yes' } }); // prettier-ignore
    expect(mine.mine).toEqual({ answer: 'yes', place: null, attendance: null });
    const [seat] = await world.sql<{ enrolment_id: string; code_secret: Buffer }>(
      `select a.enrolment_id, s.code_secret from session_seat a join session s on s.id = a.session_id
       where a.session_id = $1 and a.user_id = $2`,
      [first.sessionId, two.userId],
    );
    const token = answerToken({ sessionId: first.sessionId, enrolmentId: seat!.enrolment_id }, seat!.code_secret);
    const shown = await world.nobody().does('GET /answers/:token', { params: { token } });
    expect(shown).toMatchObject({ title: 'Treffen 1', place: 'Elster, Leipzig', answer: null });
    const answered = await world
      .nobody()
      .does('POST /answers/:token', { params: { token }, body: { answer: 'maybe' } });
    expect(answered.answer).toBe('maybe');
    // Another one's ids with this signature, a cut link, nonsense: all the same, not found.
    const forged = Buffer.from(token, 'base64url');
    forged[20]! ^= 1;
    for (const wrong of [forged.toString('base64url'), token.slice(0, 40), 'x'.repeat(86), '%00'])
      expect((await world.nobody().fails('POST /answers/:token', { params: { token: wrong }, body: { answer: 'no' } })).code).toBe('not-found'); // prettier-ignore
  });

  test('outsiders see nothing, and only those who run it see the roster', async () => {
    const outsider = await world.person();
    const params = { sessionId: first.sessionId };
    expect((await outsider.fails('GET /sessions/:sessionId', { params })).code).toBe('not-allowed');
    expect((await ours[0]!.fails('GET /sessions/:sessionId/roster', { params })).code).toBe('not-allowed');
    expect((await ours[0]!.fails('GET /sessions/:sessionId/code', { params })).code).toBe('not-allowed');
    const roster = await trainer.does('GET /sessions/:sessionId/roster', { params });
    expect(roster.rows).toHaveLength(4);
    expect(roster.counts).toEqual({ yes: 1, no: 0, maybe: 1, open: 2, present: 0 });
  });

  test('whoever changes to the parallel group gets its invitation, and a cancellation for the other', async () => {
    const mover = ours[2]!;
    const there = await mover.does('POST /sessions/:sessionId/seat', { params: { sessionId: parallel.sessionId } });
    expect(there.mine).toEqual({ answer: null, place: null, attendance: null });
    expect(there.taken).toBe(5);
    expect((await see(mover, first)).mine).toBeNull();
    await world.work();
    const told = await mailsTo(mover);
    expect(told.filter((kind) => kind === 'session-invited')).toHaveLength(2);
    expect(told.filter((kind) => kind === 'session-cancelled')).toHaveLength(1);
  });

  test('where no seat is free one waits, keeps the own, and moves up the moment somebody says no', async () => {
    const waiting = ours[3]!;
    const full = await waiting.does('POST /sessions/:sessionId/seat', { params: { sessionId: parallel.sessionId } });
    expect(full.mine).toEqual({ answer: null, place: 1, attendance: null });
    expect((await see(waiting, first)).mine).not.toBeNull();
    await theirs[0]!.does('PUT /sessions/:sessionId/answer', { params: { sessionId: parallel.sessionId }, body: { answer: 'no' } }); // prettier-ignore
    expect((await see(waiting, parallel)).mine).toEqual({ answer: null, place: null, attendance: null });
    expect((await see(waiting, first)).mine).toBeNull();
    // The seat is given; who said no finds none any more.
    const back = await theirs[0]!.fails('PUT /sessions/:sessionId/answer', { params: { sessionId: parallel.sessionId }, body: { answer: 'yes' } }); // prettier-ignore
    expect(back.code).toBe('no-seat-here');
    const [{ n }] = (await world.sql<{ n: number }>(
      `select count(*)::int as n from session_seat where session_id = $1 and left_at is null and waits_since is null
       and answer is distinct from 'no'`,
      [parallel.sessionId],
    )) as [{ n: number }];
    expect(n).toBe(5);
  });

  test('publishing anew leaves those where they are who chose for themselves', async () => {
    const again = await assembled(world, admin, [cohortId]);
    expect(again.sessions.map(({ change }) => change)).toEqual(['same', 'same']);
    await admin.does('POST /assemblies/:assemblyId/publication', {
      params: { assemblyId: again.assemblyId },
      body: { revision: 0 },
    });
    expect((await see(ours[2]!, parallel)).mine).not.toBeNull();
    expect((await see(ours[2]!, first)).mine).toBeNull();
  });

  test('two days before, its trainers hear if too few are coming; once', async () => {
    const gap = Date.parse(first.startsAt) - world.clock.now().getTime() - 47 * 3_600_000;
    world.clock.by({ seconds: gap / 1_000 });
    await world.work(['schedule.decide-go']);
    await world.work(['schedule.decide-go']);
    expect(await mailsTo(trainer)).toContain('session-short');
    expect((await mailsTo(trainer)).filter((kind) => kind === 'session-short')).toHaveLength(1);
  });

  test('a day before it is too late to say no or to change; the way in is shown from ten minutes before', async () => {
    const params = { sessionId: first.sessionId };
    await trainer.does('PUT /sessions/:sessionId/join-link', {
      params,
      body: { joinUrl: 'https://meet.firm.example/x' },
    });
    world.clock.by({ hours: 24 });
    const late = await ours[0]!.fails('PUT /sessions/:sessionId/answer', { params, body: { answer: 'no' } });
    expect(late.code).toBe('too-late-to-answer');
    expect((await see(ours[0]!, first)).joinUrl).toBeNull();
    world.clock.by({ seconds: (Date.parse(first.startsAt) - world.clock.now().getTime()) / 1_000 - 9 * 60 });
    expect((await see(ours[0]!, first)).joinUrl).toBe('https://meet.firm.example/x');
    expect((await see(theirs[1]!, first)).joinUrl).toBeNull();
  });

  test('one shows by the code of the moment that one is there; an old code, a guessed one do not count', async () => {
    const params = { sessionId: first.sessionId };
    const { code } = await trainer.does('GET /sessions/:sessionId/code', { params });
    expect(code).toMatch(/^\d{6}$/);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await ours[0]!.fails('POST /sessions/:sessionId/check-in', { params, body: { code: wrong } })).code).toBe('wrong-code'); // prettier-ignore
    const there = await ours[0]!.does('POST /sessions/:sessionId/check-in', { params, body: { code } });
    expect(there.mine!.attendance).toBe('present');
    world.clock.by({ minutes: 25 });
    expect((await ours[1]!.fails('POST /sessions/:sessionId/check-in', { params, body: { code } })).code).toBe(
      'wrong-code',
    );
    const { code: next } = await trainer.does('GET /sessions/:sessionId/code', { params });
    const late = await ours[1]!.does('POST /sessions/:sessionId/check-in', { params, body: { code: next } });
    expect(late.mine!.attendance).toBe('late');
    expect((await theirs[1]!.fails('POST /sessions/:sessionId/check-in', { params, body: { code: next } })).code).toBe('no-seat-here'); // prettier-ignore
  });

  test('trainers mark and correct; corrections are kept, and attendance counts as done', async () => {
    const params = { sessionId: first.sessionId };
    const before = await trainer.does('GET /sessions/:sessionId/roster', { params });
    const one = before.rows.find(({ person }) => person.userId === ours[1]!.userId)!;
    const marked = await trainer.does('PUT /sessions/:sessionId/attendance', {
      params,
      body: { marks: [{ enrolmentId: one.enrolmentId, mark: 'excused' }] },
    });
    expect(marked.rows.find(({ enrolmentId }) => enrolmentId === one.enrolmentId)).toMatchObject({ mark: 'excused', way: 'roster', corrections: 1 }); // prettier-ignore
    await world.work([]);
    const done = await world.sql<{ user_id: string }>(
      `select e.user_id from done_mark d join enrolment e on e.id = d.enrolment_id where d.item_id = $1`,
      [first.itemId],
    );
    expect(done.map(({ user_id }) => user_id)).toEqual([ours[0]!.userId]);
    const outline = await ours[0]!.does('GET /cohorts/:cohortId/outline', { params: { cohortId } });
    expect(outline.modules[0]!.items.find(({ itemId }) => itemId === first.itemId)!.doneAt).not.toBeNull();
    const stranger = await trainer.fails('PUT /sessions/:sessionId/attendance', {
      params,
      body: { marks: [{ enrolmentId: '0198a000-0000-7000-8000-000000000009', mark: 'present' }] },
    });
    expect(stranger.code).toBe('no-seat-here');
  });

  test('whoever leaves the cohort leaves its sessions; whoever joins it later gets a group and is invited', async () => {
    // A second item lies ahead: a course of its own, so that there still is a session to come.
    const { courseId } = await sessionCourse(world, trainer, [{ groupLeast: 2, groupBest: 4, groupMost: 5 }]);
    const today = world.clock.now().toISOString().slice(0, 10);
    const made = await sessionCohort(world, admin, { courseId, learners: 4, name: 'Zweite', startOn: today });
    const second = made.cohort.cohortId;
    const proposal = await assembled(world, admin, [second]);
    expect(proposal.unplaced).toBe(0);
    await admin.does('POST /assemblies/:assemblyId/publication', {
      params: { assemblyId: proposal.assemblyId },
      body: { revision: 0 },
    });
    await world.work();
    const comer = await world.person({ name: 'Nora Neu' });
    await comer.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: second } });
    await world.work();
    const [session] = await comer.does('GET /cohorts/:cohortId/sessions', { params: { cohortId: second } });
    expect(session).toMatchObject({ mine: { answer: null, place: null }, taken: 5 });
    expect(await mailsTo(comer)).toEqual(['session-invited']);
    // The group is full: the next one waits for the next schedule.
    const late = await world.person();
    await late.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: second } });
    await world.work();
    expect(await mailsTo(late)).toEqual([]);
    await comer.does('DELETE /cohorts/:cohortId/enrolment', { params: { cohortId: second } });
    await world.work();
    expect((await see(admin, session!)).taken).toBe(4);
    expect(await mailsTo(comer)).toEqual(['session-invited', 'session-cancelled']);
    await admin.does('POST /cohorts/:cohortId/cancellation', { params: { cohortId: second } });
    await world.work();
    await world.work();
    expect((await mailsTo(made.learners[0]!)).filter((kind) => kind === 'session-cancelled')).toHaveLength(1);
    const open = await world.sql(`select 1 from session where cohort_id = $1 and cancelled_at is null`, [second]);
    expect(open).toEqual([]);
  });

  test('called off, everybody is told, and the trainer and the room are free again', async () => {
    const params = { sessionId: parallel.sessionId };
    const off = await trainer.does('POST /sessions/:sessionId/cancellation', { params });
    expect(off.cancelled).toBe(true);
    await trainer.does('POST /sessions/:sessionId/cancellation', { params });
    await world.work();
    expect((await mailsTo(theirs[1]!)).filter((kind) => kind === 'session-cancelled')).toHaveLength(1);
    const [row] = await world.sql<{ sequence: number; busy: boolean }>(
      `select sequence, exists (select from session_trainer t where t.session_id = s.id and t.left_at is null) as busy
       from session s where id = $1`,
      [parallel.sessionId],
    );
    expect(row).toEqual({ sequence: 1, busy: false });
  });
});

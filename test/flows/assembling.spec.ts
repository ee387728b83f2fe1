import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { AssemblyView } from '@kohorte/contracts';
import { Database } from '@kohorte/platform';
import { assembled, sessionCohort, sessionCourse } from '../support/sessions.js';
import { type Somebody, World } from '../support/world.js';

const onSite = { mode: 'on-site' as const };

describe('an L&D admin has a schedule assembled', () => {
  let world: World;
  let admin: Somebody;
  let trainer: Somebody;
  let learners: Somebody[];
  let cohortId: string;
  let roomId: string;
  let proposal: AssemblyView;

  beforeAll(async () => {
    world = await World.begin();
    admin = await world.person({ name: 'Petra Planung', roles: ['admin'], language: 'de' });
    trainer = await world.person({ name: 'Jonas Trainer', roles: ['trainer'] });
    const site = await admin.does('POST /sites', { body: { name: 'Leipzig', timeZone: 'Europe/Berlin' } });
    ({ roomId } = await admin.does('POST /rooms', { body: { siteId: site.siteId, name: 'Elster', seats: 20 } }));
    await world.sql(`insert into work_pattern (user_id, site_id) values ($1, $2)`, [trainer.userId, site.siteId]);
    const { courseId } = await sessionCourse(world, trainer, [onSite, {}, onSite]);
    const made = await sessionCohort(world, admin, { courseId, learners: 20, siteId: site.siteId });
    learners = made.learners;
    ({ cohortId } = made.cohort);
    await world.work();
  });
  afterAll(() => world.end());

  const told = async () =>
    world.sql<{ kind: string; n: number }>(
      `select kind, count(*)::int as n from mail where kind like 'session%' group by kind order by kind`,
    );

  test('every session of every group gets a time, a room and a trainer, and nobody is told yet', async () => {
    proposal = await assembled(world, admin, [cohortId]);
    expect(proposal).toMatchObject({ state: 'done', progress: 1, unplaced: 0, revision: 0 });
    expect(proposal.groups.map(({ people }) => people)).toEqual([10, 10]);
    expect(proposal.sessions).toHaveLength(6);
    for (const { place, mode, travelling } of proposal.sessions) {
      expect(travelling).toBe(0);
      expect(place!.roomId).toBe(mode === 'on-site' ? roomId : null);
      expect(place!.trainerIds).toEqual([trainer.userId]);
      expect(new Date(place!.from).getUTCDay()).toBeGreaterThan(0);
    }
    expect(await told()).toEqual([]);
    expect(await world.sql(`select 1 from session`)).toEqual([]);
  });

  test('a move by hand is judged at once: in the night it clashes, and is refused', async () => {
    const one = proposal.sessions[0]!;
    const params = { assemblyId: proposal.assemblyId, itemId: one.itemId, groupId: one.groupId };
    const night = { from: `${one.place!.from.slice(0, 10)}T23:00:00Z`, roomId, trainerIds: [trainer.userId] };
    const judged = await admin.does('POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement', {
      params,
      body: night,
    });
    expect(judged.clashes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['learner-away', 'room-closed', 'trainer-away']),
    );
    expect(judged.clashes.find(({ code }) => code === 'room-closed')!.subject).toBe('Elster (Leipzig)');
    const refused = await admin.fails('PUT /assemblies/:assemblyId/sessions/:itemId/:groupId/place', {
      params,
      body: { ...night, revision: 0 },
    });
    expect(refused.code).toBe('place-clashes');
  });

  test('a move that is possible is done, and locked; who has not seen it cannot change it', async () => {
    const one = proposal.sessions.find(({ mode }) => mode === 'online')!;
    const params = { assemblyId: proposal.assemblyId, itemId: one.itemId, groupId: one.groupId };
    const day = one.place!.from.slice(0, 10);
    const free = ['08:00', '09:30', '11:00', '12:30', '14:00'].map((time) => `${day}T${time}:00.000Z`);
    let moved: AssemblyView | null = null;
    for (const from of free) {
      const place = { from, roomId: null, trainerIds: [trainer.userId] };
      if (from === one.place!.from) continue;
      const { clashes } = await admin.does('POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement', { params, body: place }); // prettier-ignore
      if (clashes.length > 0) continue;
      moved = await admin.does('PUT /assemblies/:assemblyId/sessions/:itemId/:groupId/place', { params, body: { ...place, revision: 0 } }); // prettier-ignore
      break;
    }
    expect(moved!.revision).toBe(1);
    const now = moved!.sessions.find(({ itemId, groupId }) => itemId === one.itemId && groupId === one.groupId)!;
    expect(now.locked).toBe(true);
    const late = await admin.fails('PATCH /assemblies/:assemblyId/sessions/:itemId/:groupId', {
      params,
      body: { locked: false, revision: 0 },
    });
    expect(late.code).toBe('changed-meanwhile');
    // Assembled anew around it: what is locked stays where it was put.
    const again = await assembled(world, admin, [cohortId], { basedOn: moved!.assemblyId, seed: 99 });
    const there = again.sessions.find(({ itemId, groupId }) => itemId === one.itemId && groupId === one.groupId)!;
    expect(there.place).toEqual(now.place);
    proposal = again;
  });

  test('before it is published, it says who will be told what', async () => {
    const preview = await admin.does('GET /assemblies/:assemblyId/publication', {
      params: { assemblyId: proposal.assemblyId },
    });
    expect(preview.sessions).toEqual({ new: 6, moved: 0, cancelled: 0, same: 0, unplaced: 0 });
    // Ten learners and one trainer for each of six sessions.
    expect(preview.mails).toBe(66);
    expect(preview.people).toBe(21);
    expect(preview.told).toHaveLength(2);
    expect(await told()).toEqual([]);
  });

  test('published, everybody is invited once to each of their sessions, by a mail their calendar reads', async () => {
    const published = await admin.does('POST /assemblies/:assemblyId/publication', {
      params: { assemblyId: proposal.assemblyId },
      body: { revision: proposal.revision },
    });
    expect(published.state).toBe('published');
    await world.work();
    expect(await told()).toEqual([{ kind: 'session-invited', n: 66 }]);
    const again = await admin.fails('POST /assemblies/:assemblyId/publication', {
      params: { assemblyId: proposal.assemblyId },
      body: { revision: proposal.revision },
    });
    expect(again.code).toBe('assembly-published');
    await world.work();
    expect(await told()).toEqual([{ kind: 'session-invited', n: 66 }]);
    const { rows } = await learners[0]!.does('GET /notifications');
    expect(rows.filter(({ kind }) => kind === 'schedule-published')).toHaveLength(1);
  });

  test('one room is never taken twice, whatever two admins do at once', async () => {
    const rows = await world.sql<{ room_id: string; starts_at: Date; ends_at: Date }>(
      `select room_id, starts_at, ends_at from session where room_id is not null limit 1`,
    );
    const { room_id, starts_at, ends_at } = rows[0]!;
    await expect(
      world.get(Database).query(
        `insert into session (id, cohort_id, item_id, group_id, mode, starts_at, ends_at, room_id, published_at, changed_at, code_secret)
         select uuidv7(), cohort_id, item_id, group_id, mode, $2, $3, $1, published_at, changed_at, code_secret
         from session where item_id <> (select item_id from session where room_id = $1 limit 1) and cancelled_at is null limit 1`,
        [room_id, starts_at, ends_at],
      ),
    ).rejects.toThrow(/session_room_once|session_of_group/);
  });

  test('two admins publish schedules for two cohorts that share trainer and room: one is published, one hears why not', async () => {
    const { courseId } = await sessionCourse(world, trainer, [onSite, onSite]);
    const [site] = await world.sql<{ id: string }>(`select id from site`);
    const both = [];
    for (const name of ['A', 'B']) both.push(await sessionCohort(world, admin, { courseId, learners: 6, siteId: site!.id, name })); // prettier-ignore
    // The same seed and the same asking: both schedules want the same hours.
    const proposals = [];
    for (const { cohort } of both) proposals.push(await assembled(world, admin, [cohort.cohortId], { seed: 7 }));
    expect(proposals.map(({ unplaced }) => unplaced)).toEqual([0, 0]);
    const outcomes = await Promise.all(
      proposals.map(({ assemblyId, revision }) =>
        admin.calls('POST /assemblies/:assemblyId/publication', { params: { assemblyId }, body: { revision } }),
      ),
    );
    const codes = outcomes.map(({ status, body }) => (status < 300 ? 'published' : (body as { code: string }).code));
    expect(codes.filter((code) => code === 'published')).toHaveLength(1);
    expect(['schedule-taken', 'schedule-outdated']).toContain(codes.find((code) => code !== 'published'));
    const loser = proposals[codes.findIndex((code) => code !== 'published')]!;
    const sessions = await world.sql(`select 1 from session where cohort_id = $1`, [loser.cohorts[0]!.cohortId]);
    expect(sessions).toEqual([]);
    // Assembled again around what now stands, it goes through.
    const anew = await assembled(world, admin, [loser.cohorts[0]!.cohortId]);
    expect(anew.unplaced).toBe(0);
    await admin.does('POST /assemblies/:assemblyId/publication', {
      params: { assemblyId: anew.assemblyId },
      body: { revision: anew.revision },
    });
    await world.work();
  });

  test('the trainer falls ill: only what must move moves, and those people get a new version of their invitation', async () => {
    const other = await world.person({ name: 'Vera Vertretung', roles: ['trainer'] });
    const [site] = await world.sql<{ id: string }>(`select id from site`);
    await world.sql(`insert into work_pattern (user_id, site_id) values ($1, $2)`, [other.userId, site!.id]);
    const [first] = await world.sql<{ id: string; starts_at: Date; ends_at: Date }>(
      `select s.id, s.starts_at, s.ends_at from session s join session_trainer t on t.session_id = s.id
       where s.cohort_id = $1 and t.user_id = $2 order by s.starts_at limit 1`,
      [cohortId, trainer.userId],
    );
    await admin.does('POST /users/:userId/absences', {
      params: { userId: trainer.userId },
      body: { startsAt: first!.starts_at.toISOString(), endsAt: first!.ends_at.toISOString() },
    });
    const repair = await assembled(world, admin, [cohortId]);
    expect(repair.unplaced).toBe(0);
    expect(repair.sessions.map(({ change }) => change).sort()).toEqual([
      'moved',
      'same',
      'same',
      'same',
      'same',
      'same',
    ]);
    await admin.does('POST /assemblies/:assemblyId/publication', {
      params: { assemblyId: repair.assemblyId },
      body: { revision: repair.revision },
    });
    const before = (await told()).find(({ kind }) => kind === 'session-invited')!.n;
    await world.work();
    const after = await told();
    // Ten learners and the new trainer are invited anew; the one who is ill is told that it is off for them.
    expect(after.find(({ kind }) => kind === 'session-invited')!.n - before).toBe(11);
    expect(after.find(({ kind }) => kind === 'session-cancelled')!.n).toBe(1);
    const [moved] = await world.sql<{ sequence: number }>(`select sequence from session where id = $1`, [first!.id]);
    expect(moved!.sequence).toBe(1);
  });

  test('the whole cohort moves by two weeks: releases, due dates, sessions and invitations in one step', async () => {
    const sessions = () =>
      world.sql<{ id: string; starts_at: Date; sequence: number }>(
        `select id, starts_at, sequence from session where cohort_id = $1 and cancelled_at is null order by id`,
        [cohortId],
      );
    const releases = () =>
      world.sql<{ opens_at: Date }>(`select opens_at from release where cohort_id = $1 order by opens_at`, [cohortId]);
    const [before, opened] = [await sessions(), await releases()];
    const { assemblyId } = await admin.does('POST /assemblies', { body: { cohortIds: [cohortId], effort: 0.1, shiftDays: 14 } }); // prettier-ignore
    await world.work();
    const params = { assemblyId };
    const preview = await admin.does('GET /assemblies/:assemblyId/publication', { params });
    expect(preview.releases).toEqual({ moved: 3, days: 14 });
    expect(preview.sessions).toEqual({ new: 0, moved: 6, cancelled: 0, same: 0, unplaced: 0 });
    expect(await releases()).toEqual(opened);
    await admin.does('POST /assemblies/:assemblyId/publication', { params, body: { revision: 0 } });
    const shift = (at: Date): number => at.getTime() + 14 * 86_400_000;
    // The clocks go forward in between: wall-clock times stay, so that instants differ by an hour at the most.
    const isShifted = (from: Date, to: Date): boolean => Math.abs(to.getTime() - shift(from)) <= 3_600_000;
    const after = await sessions();
    expect(after.every((one, n) => one.id === before[n]!.id && isShifted(before[n]!.starts_at, one.starts_at))).toBe(
      true,
    );
    expect(after.every((one, n) => one.sequence === before[n]!.sequence + 1)).toBe(true);
    expect((await releases()).every(({ opens_at }, n) => isShifted(opened[n]!.opens_at, opens_at))).toBe(true);
    await world.work();
  });

  test('a session that has begun is asked for no more, and keeps its place', async () => {
    const [first] = await world.sql<{ id: string; ends_at: Date }>(
      `select id, ends_at from session where cohort_id = $1 and cancelled_at is null order by starts_at limit 1`,
      [cohortId],
    );
    world.clock.by({ seconds: (first!.ends_at.getTime() - world.clock.now().getTime()) / 1_000 - 60 });
    const proposed = await assembled(world, admin, [cohortId]);
    expect(proposed.sessions.length).toBeLessThan(6);
    expect(proposed.sessions.every(({ change }) => change === 'same')).toBe(true);
    await admin.does('POST /assemblies/:assemblyId/publication', {
      params: { assemblyId: proposed.assemblyId },
      body: { revision: 0 },
    });
    const still = await world.sql(`select 1 from session where id = $1 and cancelled_at is null and sequence = 2`, [first!.id]); // prettier-ignore
    expect(still).toHaveLength(1);
    const all = await world.sql(`select 1 from session where cohort_id = $1 and cancelled_at is null`, [cohortId]);
    expect(all).toHaveLength(6);
  });

  test('an invitation is valid iTIP: method, UID, sequence, organizer, attendee and the right hour', async () => {
    const { invitation } = await import('@kohorte/schedule');
    const text = invitation('REQUEST', {
      sessionId: '0198a000-0000-7000-8000-000000000001',
      sequence: 2,
      changedAt: new Date('2027-03-01T10:00:00Z'),
      startsAt: new Date('2027-03-29T07:00:00Z'),
      endsAt: new Date('2027-03-29T08:30:00Z'),
      timeZone: 'Europe/Berlin',
      title: 'Auftakt; mit Komma, und Umlaut ö',
      courseTitle: 'Führen mit Fragen',
      cohortName: 'Frühjahr',
      place: 'Elster, Leipzig',
      trainers: 'Jonas Trainer',
      url: 'http://kohorte.test/answer/x',
      to: { name: 'Amina A', email: 'amina@world.test' },
      organizer: 'Kohorte <kohorte@firm.example>',
      language: 'de',
    });
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    const component = calendar.getFirstSubcomponent('vevent')!;
    const event = new ICAL.Event(component);
    expect(event.uid).toBe('session-0198a000-0000-7000-8000-000000000001@kohorte');
    expect(event.sequence).toBe(2);
    expect(String(component.getFirstPropertyValue('organizer'))).toBe('mailto:kohorte@firm.example');
    expect(String(component.getFirstPropertyValue('attendee')).toLowerCase()).toBe('mailto:amina@world.test');
    expect(event.startDate.toString()).toBe('2027-03-29T09:00:00');
    expect(event.startDate.zone.tzid).toBe('Europe/Berlin');
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
    expect(event.summary).toBe('Auftakt; mit Komma, und Umlaut ö');
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import request, { type Response } from 'supertest';
import { planned } from '../support/planned.js';
import { type Somebody, World } from '../support/world.js';

describe('a calendar program subscribes to the timetable', () => {
  let world: World;
  let admin: Somebody;
  let learner: Somebody;
  let address: string;
  let cohortId: string;

  /** Asks as a calendar program does: with the link and nothing else. */
  async function fetchFeed(url = address, headers: Record<string, string> = {}): Promise<Response> {
    const call = request(world.server).get(new URL(url).pathname);
    for (const [name, value] of Object.entries(headers)) call.set(name, value);
    return call;
  }

  async function events(url = address): Promise<ICAL.Event[]> {
    const response = await fetchFeed(url);
    expect(response.status).toBe(200);
    ICAL.TimezoneService.reset();
    const calendar = new ICAL.Component(ICAL.parse(response.text) as unknown[]);
    for (const zone of calendar.getAllSubcomponents('vtimezone'))
      ICAL.TimezoneService.register(new ICAL.Timezone(zone), String(zone.getFirstPropertyValue('tzid')));
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  }

  beforeAll(async () => {
    world = await World.begin('2026-02-20T10:00:00Z');
    admin = await world.person({ roles: ['admin'] });
    learner = await world.person({ name: 'Amina Yıldız', language: 'de' });
    const { courseId } = await world.course(admin.userId, {
      title: 'Python für alle',
      modules: 36,
      items: 1,
      item: { dueAfterDays: 6 },
    });
    ({ cohortId } = await planned(admin, courseId));
    await learner.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
  });
  afterAll(() => world.end());

  test('there is no link before one is made, and its secret is shown once', async () => {
    expect(await learner.does('GET /calendar-feed')).toEqual({ feed: null });
    const made = await learner.does('POST /calendar-feed');
    expect(made.url).toMatch(/^http:\/\/kohorte\.test\/api\/calendar\/[\w-]{43}\.ics$/);
    expect(made.feed).toEqual({ createdAt: '2026-02-20T10:00:00.000Z', lastReadAt: null });
    expect(await learner.does('GET /calendar-feed')).toEqual({ feed: made.feed });
    address = made.url;
    const secret = /([\w-]{43})\.ics$/.exec(address)![1]!;
    const [row] = await world.sql<{ row: string }>(`select calendar_feed::text as row from calendar_feed`);
    expect(row!.row).not.toContain(secret);
  });

  test('shows every release at nine and every due date at 23:59 on the clocks of Berlin, all the year', async () => {
    const all = await events();
    const ofKind = (kind: string) => all.filter(({ uid }) => uid.startsWith(kind));
    expect(ofKind('release')).toHaveLength(36);
    expect(ofKind('due')).toHaveLength(36);
    expect(new Set(ofKind('release').map((event) => event.startDate.toString().slice(10)))).toEqual(
      new Set(['T09:00:00']),
    );
    expect(new Set(ofKind('due').map((event) => event.startDate.toString().slice(10)))).toEqual(new Set(['T23:59:00']));
    expect(new Set(all.map((event) => event.startDate.zone.tzid))).toEqual(new Set(['Europe/Berlin']));
    const instants = ofKind('release').map((event) => event.startDate.toJSDate().toISOString());
    expect([instants[3], instants[4], instants[33], instants[34]]).toEqual([
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
      '2026-10-19T07:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ]);
    const entries = await learner.does('GET /timetable', {
      query: { from: '2026-02-20T10:00:00Z', to: '2027-02-20T10:00:00Z' },
    });
    expect(all.map((event) => event.startDate.toJSDate().toISOString())).toEqual(entries.map(({ at }) => at));
  });

  test('leads to the week, in the reader’s language', async () => {
    const [first] = await events();
    expect(first!.summary).toBe('Neu: Modul 1');
    expect(first!.description).toBe(
      `Python für alle · Frühjahr\nWoche 1 · 10 Minuten\nhttp://kohorte.test/cohorts/${cohortId}?week=1`,
    );
    await learner.does('PATCH /me', { body: { language: 'en' } });
    expect((await events())[0]!.summary).toBe('New: Modul 1');
    await learner.does('PATCH /me', { body: { language: 'de' } });
  });

  test('is not sent again to a program that has it', async () => {
    const first = await fetchFeed();
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const known = await fetchFeed(address, { 'if-none-match': first.headers['etag']! });
    expect([known.status, known.text]).toEqual([304, '']);
    world.clock.by({ minutes: 1 });
    expect((await fetchFeed(address, { 'if-none-match': first.headers['etag']! })).status).toBe(304);
    expect((await fetchFeed(address, { 'if-none-match': '"another"' })).status).toBe(200);
    expect((await fetchFeed(address.replace('.ics', ''))).text).toBe(first.text);
  });

  test('hears of a move by a higher SEQUENCE of the same event', async () => {
    const before = await events();
    const tag = (await fetchFeed()).headers['etag']!;
    const { releases } = await admin.does('GET /cohorts/:cohortId', { params: { cohortId } });
    world.clock.to('2026-02-21T12:00:00Z');
    await admin.does('POST /releases/:releaseId/move', {
      params: { releaseId: releases[2]!.releaseId! },
      body: { opensAt: '2026-03-18T13:00:00Z', following: 'keep' },
    });
    const after = await events();
    const uid = `release-${releases[2]!.releaseId}@kohorte`;
    const [old, moved] = [before, after].map((list) => list.find((event) => event.uid === uid)!);
    expect(moved!.startDate.toString()).toBe('2026-03-18T14:00:00');
    expect(moved!.sequence).toBe(old!.sequence + 1);
    expect(String(moved!.component.getFirstPropertyValue('last-modified'))).toBe('2026-02-21T12:00:00Z');
    const others = (list: ICAL.Event[]) => list.filter(({ startDate }) => startDate.month !== 3).map(String);
    expect(others(after)).toEqual(others(before));
    expect((await fetchFeed(address, { 'if-none-match': tag })).status).toBe(200);
  });

  test('says when it was last read, at most every ten minutes', async () => {
    const lastRead = async () => (await learner.does('GET /calendar-feed')).feed!.lastReadAt;
    world.clock.to('2026-02-22T08:00:00Z');
    await fetchFeed();
    expect(await lastRead()).toBe('2026-02-22T08:00:00.000Z');
    world.clock.by({ minutes: 9 });
    await fetchFeed();
    expect(await lastRead()).toBe('2026-02-22T08:00:00.000Z');
    world.clock.by({ minutes: 1 });
    await fetchFeed();
    expect(await lastRead()).toBe('2026-02-22T08:10:00.000Z');
  });

  test('ends with a new link, with revoking, and with the account', async () => {
    const fresh = await learner.does('POST /calendar-feed');
    expect((await fetchFeed(address)).status).toBe(404);
    expect(await events(fresh.url)).toHaveLength(72);
    expect(fresh.feed.lastReadAt).toBeNull();

    await world.sql(`update app_user set deactivated_at = now() where id = $1`, [learner.userId]);
    expect((await fetchFeed(fresh.url)).status).toBe(404);
    await world.sql(`update app_user set deactivated_at = null where id = $1`, [learner.userId]);
    expect((await fetchFeed(fresh.url)).status).toBe(200);

    await learner.does('DELETE /calendar-feed');
    expect((await fetchFeed(fresh.url)).status).toBe(404);
    expect(await learner.does('GET /calendar-feed')).toEqual({ feed: null });
  });

  test('loses a cohort that is cancelled', async () => {
    const { url } = await learner.does('POST /calendar-feed');
    await admin.does('POST /cohorts/:cohortId/cancellation', { params: { cohortId } });
    expect(await events(url)).toEqual([]);
  });
});

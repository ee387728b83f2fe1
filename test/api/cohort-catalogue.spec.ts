import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { crowd, plan } from '../support/cohorts.js';
import { type Somebody, World } from '../support/world.js';

describe('the catalogue', () => {
  let world: World;
  let admin: Somebody;
  let learner: Somebody;
  const courses: Record<string, string> = {};

  const titles = async (query: Record<string, unknown> = {}, who = learner) =>
    (await who.does('GET /catalogue', { query })).rows.map(({ title }) => title);

  beforeAll(async () => {
    world = await World.begin('2026-03-02T08:00:00Z');
    admin = await world.person({ roles: ['admin'] });
    learner = await world.person();
    for (const title of ['Ärger klären', 'Zuhören', 'Python for Everybody', 'Mut zur Lücke', 'Ohne Kohorte']) {
      courses[title] = (await world.course(admin.userId, { title })).courseId;
      if (title !== 'Ohne Kohorte') await plan(admin, courses[title]);
    }
  });
  afterAll(() => world.end());

  test('shows what can be joined, by title, page by page', async () => {
    const all = ['Ärger klären', 'Mut zur Lücke', 'Python for Everybody', 'Zuhören'];
    expect(await titles()).toEqual(all);
    const first = await learner.does('GET /catalogue', { query: { limit: 3 } });
    expect(first.rows.map(({ title }) => title)).toEqual(all.slice(0, 3));
    const second = await learner.does('GET /catalogue', { query: { limit: 3, cursor: first.next! } });
    expect(second).toMatchObject({ rows: [{ title: 'Zuhören' }], next: null });
    expect(first.rows[0]).toMatchObject({
      teaser: 'Ein Kurs über Feedback.',
      language: 'de',
      modules: 3,
      minutes: 60,
      cohorts: [{ name: 'Frühjahr', startOn: '2026-03-09', joinState: 'join', mine: null }],
    });
  });

  test.each([
    ['arger', ['Ärger klären']],
    ['ÄRGER', ['Ärger klären']],
    ['everybody', ['Python for Everybody']],
    ['pyton', ['Python for Everybody']],
    ['lucke', ['Mut zur Lücke']],
    ['100%_', []],
    ["'; drop table cohort; --", []],
    ['   ', ['Ärger klären', 'Mut zur Lücke', 'Python for Everybody', 'Zuhören']],
  ])('finds %j', async (search, found) => expect(await titles({ search })).toEqual(found));

  test('finds by language, and refuses a cursor that is none', async () => {
    expect(await titles({ language: 'en' })).toEqual([]);
    expect((await learner.fails('GET /catalogue', { query: { cursor: 'abc' } })).code).toBe('malformed-request');
  });

  test('shows at most three cohorts of a course, the soonest first, and hides what is closed, over or cancelled', async () => {
    const { courseId } = await world.course(admin.userId, { title: 'Viele Runden' });
    const starting = (startOn: string, rest = {}) =>
      plan(admin, courseId, { name: startOn, plan: { startOn }, ...rest });
    const [first] = [await starting('2026-03-09'), await starting('2026-06-01'), await starting('2026-04-06')];
    await starting('2026-05-04');
    await starting('2026-03-16', { enrolmentClosesAt: '2026-03-02T08:00:00Z' });
    const { cohortId } = await starting('2026-03-23');
    await admin.does('POST /cohorts/:cohortId/cancellation', { params: { cohortId } });
    const shown = async () =>
      (await learner.does('GET /catalogue', { query: { search: 'viele' } })).rows[0]?.cohorts.map(({ name }) => name);
    expect(await shown()).toEqual(['2026-03-09', '2026-04-06', '2026-05-04']);

    const onPage = async (who: Somebody) =>
      (await who.does('GET /catalogue/:courseId', { params: { courseId } })).cohorts.map((c) => [c.name, c.joinState]);
    expect(await onPage(learner)).toEqual([
      ['2026-03-09', 'join'],
      ['2026-03-16', 'closed'],
      ['2026-04-06', 'join'],
      ['2026-05-04', 'join'],
      ['2026-06-01', 'join'],
    ]);
    const [member] = (await crowd(world, 1)) as [Somebody];
    await member.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: first.cohortId } });
    world.clock.to('2026-04-02T08:00:00Z');
    expect((await onPage(learner))[0]).toEqual(['2026-03-16', 'closed']);
    expect((await onPage(member))[0]).toEqual(['2026-03-09', 'enrolled']);
    expect(await shown()).toEqual(['2026-04-06', '2026-05-04', '2026-06-01']);
    world.clock.to('2026-03-02T08:00:00Z');
  });

  test("a course's page says what is in it, in safe HTML", async () => {
    const courseId = courses['Ärger klären']!;
    const page = await learner.does('GET /catalogue/:courseId', { params: { courseId } });
    expect(page).toMatchObject({
      title: 'Ärger klären',
      summaryHtml: '<p>Ein Kurs über <strong>Feedback</strong>.</p>',
      audience: 'Alle',
      minutes: 60,
      modules: [{ title: 'Modul 1', minutes: 20, items: 2 }, { title: 'Modul 2' }, { title: 'Modul 3' }],
    });
    const draft = await admin.does('POST /courses', { body: { title: 'Entwurf' } });
    const params = { courseId: draft.courseId };
    expect((await learner.fails('GET /catalogue/:courseId', { params })).code).toBe('not-found');
    const open = { courseId: courses['Ohne Kohorte']! };
    expect((await learner.does('GET /catalogue/:courseId', { params: open })).cohorts).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LearningGroupView } from '@kohorte/contracts';
import { LearningGroups } from '../../libs/discussion/learning-groups.js';
import { crowd } from '../support/cohorts.js';
import { ask, talkCohort, type TalkCohort, write } from '../support/talk.js';
import { type Somebody, World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await World.begin();
});
afterAll(() => world.end());

const list = (who: Somebody, { cohortId }: TalkCohort) =>
  who.does('GET /cohorts/:cohortId/learning-groups', { params: { cohortId } });
const namesOf = ({ members }: LearningGroupView): string[] => members.map(({ name }) => name.split(' ')[0]!);
const enrolmentsOf = async ({ cohortId, people }: TalkCohort): Promise<string[]> => {
  const rows = await world.sql<{ id: string; user_id: string }>(`select id, user_id from enrolment where cohort_id = $1`, [cohortId]); // prettier-ignore
  return people.map(({ userId }) => rows.find(({ user_id }) => user_id === userId)!.id);
};
const set = ({ trainer, cohortId }: TalkCohort, groups: { name: string; enrolmentIds: string[] }[]) =>
  trainer.calls('PUT /cohorts/:cohortId/learning-groups', { params: { cohortId }, body: { groups } });
const mix = ({ trainer, cohortId }: TalkCohort, size: number, way: 'random' | 'mixed' = 'random') =>
  trainer.does('POST /cohorts/:cohortId/learning-groups', { params: { cohortId }, body: { size, way } });
const settings = ({ trainer, cohortId }: TalkCohort, body: object) =>
  trainer.does('PATCH /cohorts/:cohortId/discussion-settings', { params: { cohortId }, body });
const threadsOf = async (who: Somebody, { cohortId }: TalkCohort, groupId: string) =>
  (await who.does('GET /cohorts/:cohortId/threads', { params: { cohortId }, query: { groupId } })).rows;
const prompt = () => world.work(['discussion.prompt-groups']);

describe('groups made by hand', () => {
  let cohort: TalkCohort;
  let a: string, b: string, c: string, d: string;
  let anna: Somebody, bernd: Somebody, clara: Somebody;

  beforeAll(async () => {
    cohort = await talkCohort(world);
    [anna, bernd, clara] = cohort.people as [Somebody, Somebody, Somebody];
    [a, b, c, d] = (await enrolmentsOf(cohort)) as [string, string, string, string];
  });

  test('hold people of the cohort, each in one', async () => {
    const elsewhere = await enrolmentsOf(await talkCohort(world, { names: ['Fremde Frau'] }));
    for (const groups of [
      [
        { name: 'Rot', enrolmentIds: [a, b] },
        { name: 'Blau', enrolmentIds: [b, c] },
      ],
      [{ name: 'Rot', enrolmentIds: [a, elsewhere[0]!] }],
    ])
      // prettier-ignore
      expect((await set(cohort, groups)).body).toMatchObject({ code: 'group-overlaps' });
    expect(await anna.fails('PUT /cohorts/:cohortId/learning-groups', { params: { cohortId: cohort.cohortId }, body: { groups: [] } })).toMatchObject({ code: 'not-allowed' }); // prettier-ignore
    expect((await set(cohort, [{ name: 'Rot', enrolmentIds: [a, b] }, { name: 'Blau', enrolmentIds: [c, d] }])).status).toBe(200); // prettier-ignore
    const groups = await list(anna, cohort);
    expect(groups.map((group) => [group.number, group.name, namesOf(group), group.own, group.reads])).toEqual([
      [1, 'Rot', ['Anna', 'Bernd'], true, true],
      [2, 'Blau', ['Clara', 'Dora'], false, false],
    ]);
    expect((await list(cohort.trainer, cohort)).map(({ reads, own }) => [reads, own])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  test('have a space that others do not see, trainers only where the cohort says so', async () => {
    const [red] = await list(anna, cohort);
    const { threadId } = await ask(world, anna, cohort.cohortId, 'Unter uns', { groupId: red!.groupId });
    expect(await clara.fails('GET /threads/:threadId', { params: { threadId } })).toMatchObject({ code: 'not-found' });
    expect((await list(bernd, cohort))[0]).toMatchObject({ unread: 1 });
    expect((await list(clara, cohort))[0]).toMatchObject({ unread: 0, reads: false });
    const unanswered = () =>
      cohort.trainer.does('GET /cohorts/:cohortId/unanswered', { params: { cohortId: cohort.cohortId } });
    expect((await unanswered()).rows).toHaveLength(1);
    await settings(cohort, { trainersSeeGroups: false });
    expect(await cohort.trainer.fails('GET /threads/:threadId', { params: { threadId } })).toMatchObject({ code: 'not-found' }); // prettier-ignore
    expect((await list(cohort.trainer, cohort))[0]).toMatchObject({ reads: false, unread: 0 });
    expect(await unanswered()).toMatchObject({ rows: [], late: 0 });
    await settings(cohort, { trainersSeeGroups: true });
  });

  test('that are among themselves show the trainers what they report, and nothing else', async () => {
    const [red] = await list(anna, cohort);
    const { trainer, cohortId } = cohort;
    const queue = () => trainer.does('GET /cohorts/:cohortId/moderation-queue', { params: { cohortId } });
    const decide = (postId: string, decision: 'keep' | 'remove' | 'reopen') =>
      trainer.calls('PUT /posts/:postId/moderation', { params: { postId }, body: { decision } });
    await settings(cohort, { trainersSeeGroups: false, hideAfterReports: 1 });
    const thread = await ask(world, anna, cohortId, 'Ganz unter uns', { groupId: red!.groupId });
    expect(thread).toMatchObject({ amongThemselves: true });
    const params = { threadId: thread.threadId };
    const { postId } = await write(world, bernd, thread.threadId, 'Du bist **dumm**.');
    const other = await write(world, bernd, thread.threadId, 'Das hier geht niemanden an.');
    expect(await queue()).toEqual([]);
    expect((await decide(postId, 'remove')).body).toMatchObject({ code: 'not-found' });

    await anna.does('POST /posts/:postId/reports', { params: { postId }, body: { kind: 'offence', note: 'Das tut weh' } }); // prettier-ignore
    const rows = await queue();
    expect(rows).toMatchObject([
      {
        threadTitle: null,
        groupName: 'Rot',
        mayLookIn: false,
        post: {
          postId,
          text: 'Du bist **dumm**.',
          hidden: true,
          writer: { person: { name: 'Bernd Bauer' } },
          may: { edit: false, remove: false, restore: false, accept: false },
        },
        reports: [{ kind: 'offence', note: 'Das tut weh', by: { name: 'Anna Adler' } }],
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Ganz unter uns|niemanden an/);
    for (const refused of [
      await trainer.calls('GET /threads/:threadId', { params }),
      await trainer.calls('GET /threads/:threadId/posts', { params }),
      await trainer.calls('GET /posts/:postId', { params: { postId } }),
      await trainer.calls('DELETE /posts/:postId', { params: { postId } }),
      await decide(other.postId, 'remove'),
    ])
      expect(refused).toMatchObject({ status: 404 });
    const elsewhere = await world.person({ name: 'Ute Unbekannt', roles: ['trainer'] });
    expect(await elsewhere.fails('PUT /posts/:postId/moderation', { params: { postId }, body: { decision: 'keep' } })).toMatchObject({ code: 'not-found' }); // prettier-ignore

    expect((await decide(postId, 'remove')).body).toMatchObject({ deletedAt: expect.any(String), text: null });
    expect(await queue()).toEqual([]);
    expect((await decide(postId, 'reopen')).body).toMatchObject({ deletedAt: null, hidden: true });
    expect((await decide(postId, 'keep')).body).toMatchObject({ hidden: false, text: 'Du bist **dumm**.' });
    expect(await anna.does('GET /posts/:postId', { params: { postId } })).toMatchObject({ hidden: false });

    // What opens a thread has the title as well.
    const { posts } = await anna.does('GET /threads/:threadId/posts', { params });
    await bernd.does('POST /posts/:postId/reports', { params: { postId: posts[0]!.postId }, body: { kind: 'other' } });
    expect(await queue()).toMatchObject([{ threadTitle: 'Ganz unter uns', mayLookIn: false }]);
    // Where they may look in, they find the way there.
    await settings(cohort, { trainersSeeGroups: true, hideAfterReports: 3 });
    expect(await queue()).toMatchObject([{ threadTitle: 'Ganz unter uns', mayLookIn: true }]);
    await decide(posts[0]!.postId, 'remove');
    await trainer.does('DELETE /posts/:postId', { params: { postId } });
    await trainer.does('DELETE /posts/:postId', { params: { postId: other.postId } });
  });

  test('go on with what was said when they are renamed or somebody moves', async () => {
    const [red] = await list(anna, cohort);
    await set(cohort, [
      { name: 'Grün', enrolmentIds: [c, d] },
      { name: 'Rot', enrolmentIds: [a] },
    ]);
    const groups = await list(anna, cohort);
    expect(groups.map(({ name, number }) => [name, number])).toEqual([['Grün', 1], ['Rot', 2]]); // prettier-ignore
    expect(groups[1]!.groupId).toBe(red!.groupId);
    expect(await threadsOf(anna, cohort, red!.groupId)).toHaveLength(1);
    // Bernd was taken out.
    expect(await bernd.fails('GET /cohorts/:cohortId/threads', { params: { cohortId: cohort.cohortId }, query: { groupId: red!.groupId } })).toMatchObject({ code: 'not-found' }); // prettier-ignore
  });

  test('take nobody in by themselves', async () => {
    await prompt();
    expect((await list(anna, cohort)).flatMap(namesOf).sort()).toEqual(['Anna', 'Clara', 'Dora']);
  });
});

describe('groups that are drawn', () => {
  let cohort: TalkCohort;

  beforeAll(async () => {
    cohort = await talkCohort(world, { names: [] });
    cohort.people = await crowd(world, 9);
    await cohort.trainer.does('POST /cohorts/:cohortId/enrolments', {
      params: { cohortId: cohort.cohortId },
      body: { userIds: cohort.people.map(({ userId }) => userId) },
    });
  });

  test('hold everybody, in sizes that differ by one', async () => {
    const groups = await mix(cohort, 4);
    expect(groups.map(({ name, members }) => [name, members.length])).toEqual([
      ['Lerngruppe 1', 5],
      ['Lerngruppe 2', 4],
    ]);
    expect(new Set(groups.flatMap(({ members }) => members.map(({ userId }) => userId))).size).toBe(9);
  });

  test('take who comes later where they are smallest', async () => {
    const late = await world.person({ name: 'Später Gast' });
    await cohort.trainer.does('POST /cohorts/:cohortId/enrolments', {
      params: { cohortId: cohort.cohortId },
      body: { userIds: [late.userId] },
    });
    await Promise.all([prompt(), prompt()]);
    const groups = await list(late, cohort);
    expect(groups.map(({ members, own }) => [members.length, own])).toEqual([[5, false], [5, true]]); // prettier-ignore
  });

  test('are dissolved when others are drawn; what was said can still be read by who was there, not gone on with', async () => {
    const [first] = await list(cohort.trainer, cohort);
    const member = cohort.people.find(({ userId }) => first!.members.some((one) => one.userId === userId))!;
    const stranger = cohort.people.find(({ userId }) => !first!.members.some((one) => one.userId === userId))!;
    const { threadId } = await ask(world, member, cohort.cohortId, 'Von damals', { groupId: first!.groupId });
    const made = await mix(cohort, 5);
    expect(made).toHaveLength(2);
    expect(made.every(({ dissolvedAt }) => dissolvedAt === null)).toBe(true);
    const own = await list(member, cohort);
    expect(own.find(({ groupId }) => groupId === first!.groupId)).toMatchObject({ own: true, reads: true, dissolvedAt: expect.any(String) }); // prettier-ignore
    expect((await list(stranger, cohort)).find(({ groupId }) => groupId === first!.groupId)).toBeUndefined();
    expect(await member.does('GET /threads/:threadId', { params: { threadId } })).toMatchObject({ locked: true, mayPost: false }); // prettier-ignore
    expect(await member.fails('POST /threads/:threadId/posts', { params: { threadId }, body: { text: 'Hallo?' } })).toMatchObject({ code: 'thread-locked' }); // prettier-ignore
    expect((await member.calls('POST /cohorts/:cohortId/threads', { params: { cohortId: cohort.cohortId }, body: { kind: 'discussion', title: 'Neu', text: 'Neu', groupId: first!.groupId } })).status).toBe(404); // prettier-ignore
    expect(await stranger.fails('GET /threads/:threadId', { params: { threadId } })).toMatchObject({ code: 'not-found' }); // prettier-ignore
    const facts = await world.sql(`select from fact where name = 'discussion.groups-made' and payload ->> 'cohortId' = $1`, [cohort.cohortId]); // prettier-ignore
    expect(facts).toHaveLength(2);
  });

  test('who has left is in none, and back where they were when they return', async () => {
    const who = cohort.people[0]!;
    const before = (await list(who, cohort)).find(({ own, dissolvedAt }) => own && !dissolvedAt)!;
    await world.sql(`update enrolment set status = 'withdrawn', withdrawn_at = now() where user_id = $1 and cohort_id = $2`, [who.userId, cohort.cohortId]); // prettier-ignore
    const without = (await list(cohort.trainer, cohort)).find(({ groupId }) => groupId === before.groupId)!;
    expect(without.members).toHaveLength(before.members.length - 1);
    expect((await who.calls('GET /cohorts/:cohortId/learning-groups', { params: { cohortId: cohort.cohortId } })).status).toBe(403); // prettier-ignore
    await world.sql(`update enrolment set status = 'active', withdrawn_at = null where user_id = $1 and cohort_id = $2`, [who.userId, cohort.cohortId]); // prettier-ignore
    await prompt();
    expect((await list(who, cohort)).find(({ groupId }) => groupId === before.groupId)).toMatchObject({ own: true });
  });

  test('are mixed by unit and by the site of the live sessions', async () => {
    const [sales, works] = await Promise.all(
      ['Verkauf', 'Werk'].map(async (name) => {
        const [row] = await world.sql<{ id: string }>(
          `insert into org_unit (id, name, path) select uuidv7(), $1, $2::ltree returning id`,
          [name, name],
        );
        return row!.id;
      }),
    );
    const units = await talkCohort(world, {
      names: Array.from({ length: 8 }, (_, n) => `Person${n} Nr${n}`),
      unitIds: Array.from({ length: 8 }, (_, n) => (n < 4 ? sales : works)),
    });
    const groups = await mix(units, 4, 'mixed');
    for (const { members } of groups)
      expect(members.map(({ unit }) => unit ?? '').sort()).toEqual(['Verkauf', 'Verkauf', 'Werk', 'Werk']);
    // Each site has half of each unit, so that both can be dealt out.
    const enrolments = await enrolmentsOf(units);
    await world.sql(
      `with sites as (
         insert into site (id, name, time_zone, created_at) values (uuidv7(), 'Leipzig', 'Europe/Berlin', now()),
           (uuidv7(), 'Köln', 'Europe/Berlin', now()) returning id, name),
       live as (
         insert into cohort_group (id, cohort_id, number, site_id)
         select uuidv7(), $1, row_number() over (), id from sites returning id, number)
       insert into group_member (enrolment_id, group_id, user_id)
       select e.id, l.id, e.user_id from unnest($2::uuid[]) with ordinality as x (id, nth)
       join enrolment e on e.id = x.id join live l on l.number = 1 + x.nth % 2`,
      [units.cohortId, enrolments],
    );
    for (const { groupId, members } of await mix(units, 4, 'mixed')) {
      const sites = await world.sql<{ number: number }>(
        `select l.number from learning_group_member m join group_member g on g.enrolment_id = m.enrolment_id
         join cohort_group l on l.id = g.group_id where m.group_id = $1 order by 1`,
        [groupId],
      );
      expect(sites.map(({ number }) => number)).toEqual([1, 1, 2, 2]);
      expect(members.map(({ unit }) => unit ?? '').sort()).toEqual(['Verkauf', 'Verkauf', 'Werk', 'Werk']);
    }
  });

  test('are none where nobody is there, and one where few are', async () => {
    const empty = await talkCohort(world, { names: [] });
    expect(await mix(empty, 4)).toEqual([]);
    const few = await talkCohort(world, { names: ['Eine Person'] });
    expect(await mix(few, 4, 'mixed')).toMatchObject([{ members: [{ name: 'Eine Person' }] }]);
  });
});

describe('the prompt of the week', () => {
  let cohort: TalkCohort;
  let groups: LearningGroupView[];

  beforeAll(async () => {
    cohort = await talkCohort(world);
    groups = await mix(cohort, 2);
    await settings(cohort, { prompts: ['Was hat euch überrascht?', '', 'Was nehmt ihr mit?'] });
  });

  test('opens once in each group, however often and by however many it is looked for', async () => {
    await Promise.all([prompt(), prompt()]);
    await Promise.all([world.get(LearningGroups).promptDue(), world.get(LearningGroups).promptDue()]);
    for (const { groupId, members } of groups) {
      const who = cohort.people.find(({ userId }) => members.some((one) => one.userId === userId))!;
      const threads = await threadsOf(who, cohort, groupId);
      expect(threads).toMatchObject([
        {
          kind: 'prompt',
          title: 'Für eure Gruppe: Modul 1',
          excerpt: 'Was hat euch überrascht?',
          unread: 1,
          writer: { person: null, anonymous: false },
        },
      ]);
      await write(world, who, threads[0]!.threadId, 'Vieles!');
    }
    const facts = await world.sql(
      `select from fact f join thread t on t.id = (f.payload ->> 'threadId')::uuid
       where f.name = 'discussion.thread-opened' and t.cohort_id = $1 and t.kind = 'prompt'`,
      [cohort.cohortId],
    );
    expect(facts).toHaveLength(2);
  });

  test('is not asked in a week without one, and again in the next', async () => {
    const count = async (): Promise<number> =>
      (await world.sql(`select from thread where cohort_id = $1 and kind = 'prompt'`, [cohort.cohortId])).length;
    world.clock.to('2026-03-09T09:00:00Z');
    await prompt();
    expect(await count()).toBe(2);
    world.clock.to('2026-03-16T09:00:00Z');
    await prompt();
    expect(await count()).toBe(4);
  });

  test('is asked of those who go by their own start once half of a group has come so far', async () => {
    const own = await talkCohort(world);
    await world.sql(`update cohort set pacing = 'relative' where id = $1`, [own.cohortId]);
    const enrolments = await enrolmentsOf(own);
    await set(own, [{ name: 'Alle', enrolmentIds: enrolments }]);
    await settings(own, { prompts: ['Eins', 'Zwei'] });
    await world.sql(`update release set opens_at = opens_at + interval '90 days' where cohort_id = $1`, [own.cohortId]);
    await prompt();
    const prompts = async (): Promise<string[]> =>
      (await world.sql<{ title: string }>(`select title from thread where cohort_id = $1 and kind = 'prompt' order by prompt_number`, [own.cohortId])).map(({ title }) => title); // prettier-ignore
    expect(await prompts()).toEqual([]);
    for (const enrolmentId of enrolments.slice(0, 2))
      await world.sql(
        `insert into release (id, cohort_id, module_id, enrolment_id, step, opens_at, planned_on, changed_at)
         select uuidv7(), $1, $2, $3, 1, $4, '2026-03-02', $4`,
        [own.cohortId, own.modules[0], enrolmentId, world.clock.now()],
      );
    await prompt();
    expect(await prompts()).toEqual(['Für eure Gruppe: Woche 1']);
  });
});

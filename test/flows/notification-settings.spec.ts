import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { noticeTopics } from '@kohorte/contracts';
import {
  ask,
  discussing,
  learningGroup,
  named,
  say,
  type TalkingCohort,
  talkingCohort,
} from '../support/discussion.js';
import { type Somebody, World } from '../support/world.js';

const settings = 'GET /notification-settings';
const change = 'PATCH /notification-settings';

describe('how and when a person hears of what', () => {
  let world: World;
  let ada: Somebody;

  beforeAll(async () => {
    world = await World.begin();
    ada = await world.person({ timeZone: 'Europe/London' });
  });
  afterAll(() => world.end());

  test('is as usual for who has not chosen', async () => {
    const usual = await ada.does(settings);
    expect(usual).toMatchObject({
      digest: 'daily',
      digestHour: 8,
      digestWeekday: 1,
      quietFrom: '20:00',
      quietUntil: '07:00',
      workingDays: [1, 2, 3, 4, 5],
      mailsADay: 5,
      timeZone: 'Europe/London',
      push: { publicKey: null, devices: 0 },
    });
    expect(usual.topics.map(({ topic }) => topic)).toEqual(noticeTopics);
    // A row that was made for something else says the same as none.
    await ada.does('PUT /notifications/read-marker', { body: { upTo: '2026-03-01T00:00:00Z' } });
    expect(await ada.does(settings)).toEqual(usual);
  });

  test('is changed piece by piece, and the rest stays', async () => {
    await ada.does(change, { body: { topics: [{ topic: 'replies', mail: 'digest' }], quietFrom: null, quietUntil: null } }); // prettier-ignore
    await ada.does(change, {
      body: { topics: [{ topic: 'replies', push: false }, { topic: 'threads', mail: 'none' }], workingDays: [7, 1] }, // prettier-ignore
    });
    const chosen = await ada.does(change, {
      body: { digest: 'weekly', digestWeekday: 5, digestHour: 17, mailsADay: 0 },
    });
    expect(chosen).toMatchObject({
      digest: 'weekly',
      digestWeekday: 5,
      digestHour: 17,
      quietFrom: null,
      quietUntil: null,
      workingDays: [1, 7],
      mailsADay: 0,
    });
    expect(chosen.topics.filter(({ topic }) => topic === 'replies' || topic === 'threads')).toEqual([
      { topic: 'replies', mail: 'digest', push: false },
      { topic: 'threads', mail: 'none', push: false },
    ]);
    expect(await ada.does(settings)).toEqual(chosen);
  });

  test.each([
    [{ quietFrom: '22:00' }, 'quietUntil'],
    [{ quietFrom: '22:00', quietUntil: '22:00' }, 'quietUntil'],
    [{ quietFrom: '25:00', quietUntil: '07:00' }, 'quietFrom'],
    [{ digestHour: 24 }, 'digestHour'],
    [{ digestWeekday: 0 }, 'digestWeekday'],
    [{ workingDays: [] }, 'workingDays'],
    [{ workingDays: [8] }, 'workingDays'],
    [{ mailsADay: 51 }, 'mailsADay'],
    [{ digest: null }, 'digest'],
    [{ topics: [{ topic: 'weather', mail: 'none' }] }, 'topics.0.topic'],
    [{ topics: [{ topic: 'course', mail: 'often' }] }, 'topics.0.mail'],
    [{ topics: [{ topic: 'course' }, { topic: 'course' }] }, 'topics'],
    [{ topics: [null] }, 'topics'],
    [{ timeZone: 'Europe/Paris' }, 'timeZone'],
  ])('%j is no choice', async (body, field) => {
    const problem = await ada.fails(change, { body });
    expect(problem.code).toBe('invalid-input');
    expect(problem.errors!.map((error) => error.field)).toContain(field);
  });
});

describe('what is said in a cohort is told', () => {
  let world: World;
  let scene: TalkingCohort;
  let ada: Somebody;
  let bo: Somebody;
  let cleo: Somebody;
  let cohortId: string;

  beforeAll(async () => {
    world = await World.begin();
  });
  afterAll(() => world.end());
  beforeEach(async () => {
    world.clock.to('2026-03-02T08:00:00Z');
    scene = await talkingCohort(world);
    ({ cohortId } = scene);
    [ada, bo, cleo] = scene.learners as [Somebody, Somebody, Somebody];
    await world.work();
  });

  const about = ['replies', 'threads', 'groups', 'announcements', 'trainer-tasks'];
  const told = async (who: Somebody) =>
    (await who.does('GET /notifications')).rows.filter(({ topic }) => topic !== null && about.includes(topic));
  const follow = (who: Somebody, body: { level: 'watch' | 'follow' | 'mute'; threadId?: string; moduleId?: string }) =>
    who.does('PUT /cohorts/:cohortId/following', { params: { cohortId }, body });

  test('each hears of a post once, by the strongest reason, and never its writer', async () => {
    const thread = await ask(ada, cohortId);
    await world.work();
    await follow(bo, { level: 'watch' });
    await follow(ada, { level: 'watch' });
    await say(cleo, thread.threadId, `${named(ada)} und ${named(bo)}, ich auch.`);
    await say(bo, thread.threadId, 'Und ich.');
    await world.work();
    const reasons = (await told(ada)).map(({ kind, posts, writerName }) => [kind, posts, writerName !== null]);
    expect(reasons.sort(([one], [other]) => String(one).localeCompare(String(other)))).toEqual([
      ['mentioned', null, true],
      ['reply-written', 1, true],
    ]);
    expect((await told(bo)).map(({ kind }) => kind)).toEqual(['mentioned']);
    expect(await told(cleo)).toEqual([]);
  });

  test('the nearest level counts: a thread before its module, a module before the cohort', async () => {
    const { moduleId } = scene.modules[0]!;
    await follow(bo, { level: 'watch' });
    await follow(bo, { level: 'mute', moduleId });
    const inModule = await ask(ada, cohortId, { moduleId, title: 'Im Modul' });
    const outside = await ask(ada, cohortId, { title: 'Daneben' });
    await world.work();
    expect((await told(bo)).map(({ threadTitle }) => threadTitle)).toEqual([outside.title]);
    await follow(bo, { level: 'watch', threadId: inModule.threadId });
    await say(ada, inModule.threadId, 'Noch etwas.');
    await world.work();
    expect((await told(bo)).map(({ threadTitle }) => threadTitle)).toEqual([inModule.title, outside.title]);
    await follow(bo, { level: 'mute', threadId: outside.threadId });
    await say(ada, outside.threadId, `Hallo ${named(bo)}.`);
    await world.work();
    expect((await told(bo)).filter(({ kind }) => kind === 'mentioned')).toEqual([]);
  });

  test('unread posts of a thread are one notice, which is read with the thread', async () => {
    const thread = await ask(ada, cohortId);
    for (const text of ['Eins', 'Zwei', 'Drei']) {
      await say(bo, thread.threadId, text);
      await world.work();
    }
    expect(await told(ada)).toMatchObject([{ kind: 'reply-written', posts: 3, postNumber: 4, read: false }]);
    await ada.does('PUT /threads/:threadId/read-marker', {
      params: { threadId: thread.threadId },
      body: { number: 4 },
    });
    expect(await told(ada)).toMatchObject([{ read: true }]);
    await say(cleo, thread.threadId, 'Vier');
    await world.work();
    expect(await told(ada)).toMatchObject([{ posts: 1, postNumber: 5, read: false }, { read: true }]);
  });

  test('nobody is told of what they may not read: other groups, modules that are not open, what is gone', async () => {
    const groupId = await learningGroup(world, cohortId, [ada, bo]);
    await discussing(world, cohortId, { trainers_see_groups: false });
    for (const who of [bo, cleo, scene.trainer]) await follow(who, { level: 'watch' });
    await ask(ada, cohortId, { title: 'Unter uns', groupId, kind: 'discussion' });
    await ask(scene.trainer, cohortId, { title: 'Für später', moduleId: scene.modules[1]!.moduleId });
    await world.work();
    expect((await told(bo)).map(({ kind, groupName }) => [kind, groupName])).toEqual([['group-post', 'Gruppe']]);
    expect(await told(cleo)).toEqual([]);
    expect(await told(scene.trainer)).toEqual([]);
    const thread = await ask(ada, cohortId, { title: 'Kurz da' });
    await world.work();
    expect(await told(cleo)).toHaveLength(1);
    await world.sql(`update thread set deleted_at = now() where id = $1`, [thread.threadId]);
    expect(await told(cleo)).toEqual([]);
    expect((await cleo.does('GET /notifications/unread')).unread).toBe(
      (await cleo.does('GET /notifications', { query: { only: 'unread' } })).rows.length,
    );
  });

  test('an anonymous writer is named to nobody', async () => {
    await discussing(world, cohortId, { anonymous_allowed: true });
    const thread = await ask(ada, cohortId);
    const { postId } = await say(bo, thread.threadId, 'Sage ich nicht laut.', { anonymous: true });
    await world.work();
    expect(await told(ada)).toMatchObject([{ kind: 'reply-written', writerName: null }]);
    const [mail] = await world.sql<{ id: string }>(`select id from mail where subject_id = $1`, [postId]); // prettier-ignore
    const admin = await world.person({ roles: ['admin'] });
    const { subject, text } = await admin.does('GET /mails/:mailId', { params: { mailId: mail!.id } });
    expect(subject).toContain('Jemand hat dir geantwortet');
    expect(text).toContain('Sage ich nicht laut.');
    const [{ family_name: name }] = (await world.sql(`select family_name from app_user where id = $1`, [bo.userId])) as [{ family_name: string }]; // prettier-ignore
    expect(text).not.toContain(name);
  });

  test('an accepted answer, a hidden post, an announcement and groups reach those whom they concern', async () => {
    const thread = await ask(ada, cohortId);
    const answer = await say(bo, thread.threadId, 'So geht es.');
    await ada.does('PUT /threads/:threadId/accepted-answer', {
      params: { threadId: thread.threadId },
      body: { postId: answer.postId },
    });
    await discussing(world, cohortId, { hide_after_reports: 1 });
    await cleo.does('POST /posts/:postId/reports', { params: { postId: answer.postId }, body: { kind: 'spam' } });
    await scene.trainer.does('POST /cohorts/:cohortId/announcements', {
      params: { cohortId },
      body: { title: 'Raumwechsel', text: 'Wir treffen uns in **Raum 2**.' },
    });
    await world.work([...(['discussion.announce-due', 'notifications.send-due-mails'] as const)]);
    const kinds = async (who: Somebody) => (await told(who)).map(({ kind }) => kind).sort();
    expect(await kinds(bo)).toEqual(['announced', 'own-post-hidden']);
    expect(await kinds(scene.trainer)).toEqual(['post-hidden']);
    expect(await world.sql(`select from broadcast where kind = 'announced'`)).toHaveLength(1);
    await scene.trainer.does('POST /cohorts/:cohortId/learning-groups', {
      params: { cohortId },
      body: { size: 3, way: 'random' },
    });
    await world.work();
    expect(await kinds(cleo)).toEqual(['announced', 'groups-made']);
    expect((await told(cleo)).find(({ kind }) => kind === 'announced')).toMatchObject({ threadTitle: 'Raumwechsel' });
  });

  test('one notice is marked as read by itself, told to one or to all; nobody marks what is another’s', async () => {
    const thread = await ask(ada, cohortId);
    await say(bo, thread.threadId, 'So.');
    world.clock.to('2026-03-02T09:00:00Z');
    await world.work();
    const { rows, unread } = await ada.does('GET /notifications');
    const [one, shared] = ['reply-written', 'module-released'].map((kind) => rows.find((row) => row.kind === kind)!);
    const mark = 'PUT /notifications/:noticeId/read-mark';
    expect((await ada.does(mark, { params: { noticeId: one!.noticeId } })).unread).toBe(unread - 1);
    expect((await ada.does(mark, { params: { noticeId: shared!.noticeId } })).unread).toBe(unread - 2);
    expect((await ada.does(mark, { params: { noticeId: shared!.noticeId } })).unread).toBe(unread - 2);
    const open = (await ada.does('GET /notifications', { query: { only: 'unread' } })).rows;
    expect(open.map(({ kind }) => kind)).toEqual(['enrolled']);
    expect((await cleo.fails(mark, { params: { noticeId: one!.noticeId } })).code).toBe('not-found');
    expect((await world.sql(`select from broadcast_read`)).length).toBe(1);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ask,
  discussing,
  learningGroup,
  named,
  postsOf,
  say,
  type TalkingCohort,
  talkingCohort,
} from '../support/discussion.js';
import { type Somebody, World } from '../support/world.js';

const list = 'GET /cohorts/:cohortId/threads';
const open = 'POST /cohorts/:cohortId/threads';
const show = 'GET /threads/:threadId';
const posts = 'GET /threads/:threadId/posts';
const write = 'POST /threads/:threadId/posts';
const accepted = 'PUT /threads/:threadId/accepted-answer';
const same = 'PUT /threads/:threadId/same-question';
const helpful = 'PUT /posts/:postId/helpful-vote';
const marker = 'PUT /threads/:threadId/read-marker';
const following = 'PUT /cohorts/:cohortId/following';
const removal = 'DELETE /posts/:postId';
const restoration = 'POST /posts/:postId/restoration';
const draft = 'PUT /discussion-drafts';

describe('a cohort talks', () => {
  let world: World;
  let scene: TalkingCohort;
  let trainer: Somebody;
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
    ({ trainer, cohortId } = scene);
    [ada, bo, cleo] = scene.learners as [Somebody, Somebody, Somebody];
  });

  const threads = async (who: Somebody, query: object = {}) =>
    (await who.does(list, { params: { cohortId }, query })).rows;
  const facts = async (threadId: string) =>
    (
      await world.sql<{ name: string }>(
        `select name from fact where payload ->> 'threadId' = $1 order by recorded_at, name`,
        [threadId],
      )
    ).map(({ name }) => name);

  describe('a question', () => {
    test('is asked, answered and accepted', async () => {
      const thread = await ask(ada, cohortId);
      expect(thread).toMatchObject({
        kind: 'question',
        title: 'Wie frage ich nach?',
        excerpt: 'Ohne dass es nach Kritik klingt.',
        replies: 0,
        unread: 0,
        newestNumber: 1,
        firstUnread: null,
        following: 'follow',
        mayPost: true,
        moderates: false,
        accepted: false,
        cohortName: 'Frühjahr',
        courseTitle: 'Zuhören lernen',
      });
      const { threadId } = thread;
      world.clock.by({ minutes: 5 });
      const answer = await say(bo, threadId, 'Frag nach dem **Wunsch** dahinter.');
      expect(answer).toMatchObject({ number: 2, parentId: null, accepted: false, helpful: { count: 0, mine: false } });
      expect(answer.html).toBe('<p>Frag nach dem <strong>Wunsch</strong> dahinter.</p>');
      expect(answer.writer).toMatchObject({ person: { userId: bo.userId }, own: true, anonymous: false, marks: [] });
      // What is read afterwards is what was answered at once.
      expect(await bo.does('GET /posts/:postId', { params: { postId: answer.postId } })).toEqual(answer);

      expect((await bo.fails(accepted, { params: { threadId }, body: { postId: answer.postId } })).code).toBe(
        'not-allowed',
      );
      const done = await ada.does(accepted, { params: { threadId }, body: { postId: answer.postId } });
      expect(done).toMatchObject({
        accepted: true,
        replies: 1,
        acceptedPost: { postId: answer.postId, accepted: true },
      });
      expect((await postsOf(cleo, threadId)).map((post) => post.accepted)).toEqual([false, true]);
      const none = await trainer.does('DELETE /threads/:threadId/accepted-answer', { params: { threadId } });
      expect(none).toMatchObject({ accepted: false, acceptedPost: null });
      expect((await facts(threadId)).toSorted()).toEqual([
        'discussion.answer-accepted',
        'discussion.answer-no-longer-accepted',
        'discussion.post-written',
        'discussion.thread-opened',
      ]);
    });

    test('is no longer unanswered once somebody else has written', async () => {
      const { threadId } = await ask(ada, cohortId);
      const ids = async () => (await threads(cleo, { order: 'unanswered' })).map((row) => row.threadId);
      await say(ada, threadId, 'Noch ein Gedanke dazu.');
      expect(await ids()).toEqual([threadId]);
      const { postId } = await say(bo, threadId, 'Ganz einfach.');
      expect(await ids()).toEqual([]);
      await bo.does(removal, { params: { postId } });
      expect(await ids()).toEqual([threadId]);
    });

    test('only has answers: nothing else is accepted', async () => {
      const { threadId } = await ask(ada, cohortId);
      const [first] = await postsOf(ada, threadId);
      expect((await ada.fails(accepted, { params: { threadId }, body: { postId: first!.postId } })).code).toBe(
        'not-found',
      );
      const elsewhere = await ask(ada, cohortId);
      const other = await say(bo, elsewhere.threadId, 'Woanders.');
      expect((await ada.fails(accepted, { params: { threadId }, body: { postId: other.postId } })).code).toBe(
        'not-found',
      );
      const answer = await say(bo, threadId, 'Weg damit.');
      await bo.does(removal, { params: { postId: answer.postId } });
      expect((await ada.fails(accepted, { params: { threadId }, body: { postId: answer.postId } })).code).toBe(
        'post-deleted',
      );
      const chat = await ask(ada, cohortId, { kind: 'discussion' });
      const reply = await say(bo, chat.threadId, 'Ja.');
      const params = { threadId: chat.threadId };
      expect((await ada.fails(accepted, { params, body: { postId: reply.postId } })).code).toBe('not-a-question');
      expect((await bo.fails(same, { params })).code).toBe('not-a-question');
    });

    test('is also that of others, who say so once', async () => {
      const { threadId } = await ask(ada, cohortId);
      const params = { threadId };
      expect(await bo.does(same, { params })).toEqual({ count: 1, mine: true });
      expect(await bo.does(same, { params })).toEqual({ count: 1, mine: true });
      expect(await cleo.does(same, { params })).toEqual({ count: 2, mine: true });
      expect((await ada.fails(same, { params })).code).toBe('own-post');
      expect((await ada.does(show, { params })).same).toEqual({ count: 2, mine: false });
      expect(await bo.does('DELETE /threads/:threadId/same-question', { params })).toEqual({ count: 1, mine: false });
      expect(await bo.does('DELETE /threads/:threadId/same-question', { params })).toEqual({ count: 1, mine: false });
    });

    test('is changed by who asked or moderates, and loses its answer as a discussion', async () => {
      const { threadId } = await ask(ada, cohortId);
      const { postId } = await say(bo, threadId, 'So.');
      await ada.does(accepted, { params: { threadId }, body: { postId } });
      const change = 'PATCH /threads/:threadId';
      expect((await bo.fails(change, { params: { threadId }, body: { title: 'Meins' } })).code).toBe('not-allowed');
      expect(await ada.does(change, { params: { threadId }, body: { title: 'Besser' } })).toMatchObject({ title: 'Besser', accepted: true }); // prettier-ignore
      expect(await trainer.does(change, { params: { threadId }, body: { kind: 'discussion' } })).toMatchObject({ kind: 'discussion', accepted: false, title: 'Besser' }); // prettier-ignore
    });
  });

  describe('posts', () => {
    test('are replied to one level deep', async () => {
      const { threadId } = await ask(ada, cohortId);
      const [first] = await postsOf(ada, threadId);
      const answer = await say(bo, threadId, 'Eine Antwort.');
      const reply = await say(cleo, threadId, 'Und dazu.', { parentId: answer.postId });
      const deeper = await say(ada, threadId, 'Danke euch.', { parentId: reply.postId });
      const top = await say(bo, threadId, 'Zur Frage selbst.', { parentId: first!.postId });
      expect([answer, reply, deeper, top].map(({ number, parentId }) => [number, parentId])).toEqual([
        [2, null],
        [3, answer.postId],
        [4, answer.postId],
        [5, null],
      ]);
      const other = await ask(ada, cohortId);
      const elsewhere = await ada.fails(write, { params: { threadId: other.threadId }, body: { text: 'Hier?', parentId: reply.postId } }); // prettier-ignore
      expect(elsewhere.code).toBe('not-found');
    });

    test('are found helpful by others, once each', async () => {
      const { threadId } = await ask(ada, cohortId);
      const { postId } = await say(bo, threadId, 'Hilfreich.');
      const params = { postId };
      expect((await bo.fails(helpful, { params })).code).toBe('own-post');
      expect(await ada.does(helpful, { params })).toEqual({ count: 1, mine: true });
      expect(await ada.does(helpful, { params })).toEqual({ count: 1, mine: true });
      expect(await cleo.does(helpful, { params })).toEqual({ count: 2, mine: true });
      expect((await bo.does(show, { params: { threadId } })).helpful).toBe(2);
      expect(await ada.does('DELETE /posts/:postId/helpful-vote', { params })).toEqual({ count: 1, mine: false });
      expect((await postsOf(cleo, threadId))[1]!.helpful).toEqual({ count: 1, mine: true });
    });

    test('are voted on by many at once without losing one', async () => {
      const { threadId } = await ask(ada, cohortId);
      const { postId } = await say(ada, threadId, 'Ich selbst weiß es.');
      await Promise.all([bo, cleo, trainer, bo, cleo, trainer].map((who) => who.does(helpful, { params: { postId } })));
      expect((await postsOf(ada, threadId))[1]!.helpful.count).toBe(3);
    });

    test('are edited, and how they were before stays readable', async () => {
      const { threadId } = await ask(ada, cohortId);
      const { postId } = await say(bo, threadId, 'Erst so.');
      const change = 'PATCH /posts/:postId';
      world.clock.by({ minutes: 1 });
      const changed = await bo.does(change, { params: { postId }, body: { text: 'Dann so.' } });
      expect(changed).toMatchObject({ text: 'Dann so.', editedAt: '2026-03-02T08:01:00.000Z' });
      await bo.does(change, { params: { postId }, body: { text: 'Dann so.' } });
      world.clock.by({ minutes: 1 });
      await bo.does(change, { params: { postId }, body: { text: 'Zuletzt so.' } });
      expect(await ada.does('GET /posts/:postId/versions', { params: { postId } })).toEqual([
        { html: '<p>Dann so.</p>', at: '2026-03-02T08:01:00.000Z' },
        { html: '<p>Erst so.</p>', at: '2026-03-02T08:00:00.000Z' },
      ]);
      expect((await ada.fails(change, { params: { postId }, body: { text: 'Ich.' } })).code).toBe('not-allowed');
      expect((await trainer.fails(change, { params: { postId }, body: { text: 'Ich.' } })).code).toBe('not-allowed');
      await bo.does(removal, { params: { postId } });
      expect((await ada.fails('GET /posts/:postId/versions', { params: { postId } })).code).toBe('post-deleted');
    });

    test('are deleted as a gap, and brought back by who has deleted them', async () => {
      const { threadId } = await ask(ada, cohortId);
      const { postId } = await say(bo, threadId, 'Zu schnell geschrieben.');
      await ada.does(helpful, { params: { postId } });
      await ada.does(accepted, { params: { threadId }, body: { postId } });
      expect((await cleo.fails(removal, { params: { postId } })).code).toBe('not-allowed');
      const gap = await bo.does(removal, { params: { postId } });
      expect(gap).toMatchObject({
        html: null,
        text: null,
        number: 2,
        may: { edit: false, remove: false, restore: true },
      });
      expect(await ada.does(show, { params: { threadId } })).toMatchObject({ replies: 0, accepted: false, helpful: 0, newestNumber: 2 }); // prettier-ignore
      expect((await postsOf(ada, threadId)).map((post) => [post.number, post.text, post.may.restore])).toEqual([
        [1, 'Ohne dass es nach Kritik klingt.', false],
        [2, null, false],
      ]);
      expect((await ada.fails(restoration, { params: { postId } })).code).toBe('not-allowed');
      expect(await bo.does(restoration, { params: { postId } })).toMatchObject({ text: 'Zu schnell geschrieben.', deletedAt: null }); // prettier-ignore
      expect(await ada.does(show, { params: { threadId } })).toMatchObject({ replies: 1, helpful: 1 });
      await trainer.does(removal, { params: { postId } });
      expect((await bo.fails(restoration, { params: { postId } })).code).toBe('not-allowed');
      await trainer.does(restoration, { params: { postId } });
      expect((await facts(threadId)).filter((name) => /delet|restor/.test(name))).toHaveLength(4);
    });

    test('take their thread along only where nothing else is in it', async () => {
      const { threadId } = await ask(ada, cohortId);
      const [first] = await postsOf(ada, threadId);
      const params = { postId: first!.postId };
      await ada.does(removal, { params });
      expect((await bo.fails(show, { params: { threadId } })).code).toBe('thread-gone');
      expect(await threads(bo)).toEqual([]);
      await ada.does(restoration, { params });
      await say(bo, threadId, 'Ich habe dazu etwas.');
      await ada.does(removal, { params });
      expect(await bo.does(show, { params: { threadId } })).toMatchObject({ excerpt: '', replies: 1 });
      expect((await postsOf(bo, threadId)).map(({ text }) => text)).toEqual([null, 'Ich habe dazu etwas.']);
    });

    test('name people who may read them, by their real names', async () => {
      const stranger = await world.person({ name: 'Frieda Fremd' });
      const { threadId } = await ask(ada, cohortId);
      const post = await say(
        ada,
        threadId,
        `Was meint ihr, ${named(bo, 'Chefin')} und ${named(stranger, 'Frieda Fremd')}?`,
      );
      const name = (await bo.does('GET /me')).givenName + ' ' + (await bo.does('GET /me')).familyName;
      expect(post.html).toBe(
        `<p>Was meint ihr, <span class="mention">@${name}</span> und <span class="mention">@?</span>?</p>`,
      );
      const rows = await world.sql(`select user_id from mention where post_id = $1`, [post.postId]);
      expect(rows).toEqual([{ user_id: bo.userId }]);
      await ada.does('PATCH /posts/:postId', {
        params: { postId: post.postId },
        body: { text: `Doch lieber ${named(cleo)}.` },
      });
      expect(await world.sql(`select user_id from mention where post_id = $1`, [post.postId])).toEqual([
        { user_id: cleo.userId },
      ]);
    });

    test('come page by page, from any number on and back', async () => {
      const { threadId } = await ask(ada, cohortId);
      for (let n = 2; n <= 9; n += 1) await say(n % 2 ? ada : bo, threadId, `Beitrag ${n}.`);
      const page = async (query: object) => {
        const { posts: rows, before, after } = await cleo.does(posts, { params: { threadId }, query });
        return [rows.map(({ number }) => number), before, after];
      };
      expect(await page({ limit: 4 })).toEqual([[1, 2, 3, 4], null, 5]);
      expect(await page({ from: 5, limit: 4 })).toEqual([[5, 6, 7, 8], 5, 9]);
      expect(await page({ from: 9, limit: 4 })).toEqual([[9], 9, null]);
      expect(await page({ before: 9, limit: 4 })).toEqual([[5, 6, 7, 8], 5, 9]);
      expect(await page({ before: 3, limit: 4 })).toEqual([[1, 2], null, 3]);
      expect(await page({ from: 50 })).toEqual([[], null, null]);
    });
  });

  describe('rules of a cohort', () => {
    test('slow mode lets everybody wait but those who run it', async () => {
      await discussing(world, cohortId, { slow_mode_seconds: 60 });
      const { threadId } = await ask(ada, cohortId);
      expect(await ada.does(show, { params: { threadId } })).toMatchObject({ waitSeconds: 60 });
      world.clock.by({ seconds: 20 });
      const problem = await ada.fails(write, { params: { threadId }, body: { text: 'Und noch etwas.' } });
      expect(problem).toMatchObject({ code: 'slow-mode', params: { seconds: 40 } });
      expect(
        (await ada.fails(open, { params: { cohortId }, body: { kind: 'question', title: 'Neu', text: 'Neu' } })).code,
      ).toBe('slow-mode');
      await say(trainer, threadId, 'Eins.');
      await say(trainer, threadId, 'Zwei.');
      world.clock.by({ seconds: 40 });
      const both = await Promise.all(
        [1, 2].map(() => ada.calls(write, { params: { threadId }, body: { text: 'Jetzt.' } })),
      );
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 429]);
    });

    test('in a locked thread only those who moderate write', async () => {
      const { threadId } = await ask(ada, cohortId);
      const { postId } = await say(ada, threadId, 'Noch schnell.');
      await trainer.does('PUT /threads/:threadId/lock', { params: { threadId }, body: { on: true } });
      expect(await ada.does(show, { params: { threadId } })).toMatchObject({ locked: true, mayPost: false });
      expect((await ada.fails(write, { params: { threadId }, body: { text: 'Doch.' } })).code).toBe('thread-locked');
      expect((await ada.fails('PATCH /posts/:postId', { params: { postId }, body: { text: 'Doch.' } })).code).toBe('thread-locked'); // prettier-ignore
      await say(trainer, threadId, 'Hier ist Schluss.');
    });

    test('anonymous is possible only where the cohort says so', async () => {
      const body = { kind: 'question' as const, title: 'Darf ich?', text: 'Anonym?', anonymous: true };
      expect((await ada.fails(open, { params: { cohortId }, body })).code).toBe('not-anonymous-here');
    });

    test('who writes anonymously is known to those who moderate, and to nobody else', async () => {
      await discussing(world, cohortId, { anonymous_allowed: true });
      const [unit] = await world.sql<{ id: string }>(
        `insert into org_unit (id, name, path, manager_id) values (uuidv7(), 'Vertrieb', 'vertrieb', $1) returning id`,
        [ada.userId],
      );
      expect(unit).toBeDefined();
      const { threadId } = await ask(ada, cohortId, { anonymous: true });
      await say(ada, threadId, 'Das bin ich mit Namen.');
      await say(ada, threadId, 'Und wieder ohne.', { anonymous: true });
      await say(bo, threadId, 'Ich auch.', { anonymous: true });
      const seen = async (who: Somebody) =>
        (await postsOf(who, threadId)).map(({ writer }) => [writer.person?.userId ?? null, writer.own, writer.marks]);
      expect(await seen(cleo)).toEqual([
        [null, false, ['author']],
        [ada.userId, false, ['manager']],
        [null, false, ['author']],
        [null, false, []],
      ]);
      expect(await seen(trainer)).toEqual([
        [ada.userId, false, ['author']],
        [ada.userId, false, ['manager']],
        [ada.userId, false, ['author']],
        [bo.userId, false, []],
      ]);
      expect((await seen(ada))[0]).toEqual([ada.userId, true, ['author']]);
      const anonymous = await Promise.all([
        cleo.calls(show, { params: { threadId } }),
        cleo.calls(list, { params: { cohortId } }),
      ]);
      for (const { text } of anonymous) expect(text).not.toContain(ada.userId);
    });
  });

  describe('where people are', () => {
    test('is the same on all devices, and never goes back', async () => {
      const { threadId } = await ask(ada, cohortId);
      for (const text of ['Eins.', 'Zwei.', 'Drei.']) await say(bo, threadId, text);
      expect(await ada.does(show, { params: { threadId } })).toMatchObject({ unread: 3, firstUnread: 2 });
      expect(await cleo.does(show, { params: { threadId } })).toMatchObject({ unread: 4, firstUnread: 1 });
      const to = (number: number) => ada.does(marker, { params: { threadId }, body: { number } });
      // A telephone that was further is not overtaken by a computer that was left standing.
      const both = await Promise.all([to(4), to(2), to(3)]);
      expect(Math.max(...both.map(({ number }) => number))).toBe(4);
      expect(await to(1)).toEqual({ number: 4 });
      expect(await ada.does(show, { params: { threadId } })).toMatchObject({ unread: 0, firstUnread: null });
      expect(await to(99)).toEqual({ number: 4 });
      await say(bo, threadId, 'Vier.');
      expect((await threads(ada))[0]).toMatchObject({ unread: 1 });
      expect((await threads(ada, { only: 'unread' })).map((row) => row.threadId)).toEqual([threadId]);
      expect(await threads(bo, { only: 'unread' })).toHaveLength(1);
    });

    test('who writes after having read everything has still read everything', async () => {
      const { threadId } = await ask(ada, cohortId);
      await say(bo, threadId, 'Eins.');
      await bo.does(marker, { params: { threadId }, body: { number: 2 } });
      await say(bo, threadId, 'Zwei.');
      expect(await bo.does(show, { params: { threadId } })).toMatchObject({ unread: 0 });
      await say(ada, threadId, 'Das hier habe ich nicht gelesen.');
      expect(await ada.does(show, { params: { threadId } })).toMatchObject({ firstUnread: 2 });
    });
  });

  test('the nearest level counts: thread, module, cohort', async () => {
    const [{ moduleId }] = scene.modules as [{ moduleId: string; itemId: string }];
    const { threadId } = await ask(ada, cohortId, { moduleId });
    const level = async () => (await bo.does(show, { params: { threadId } })).following;
    const set = (body: object) => bo.does(following, { params: { cohortId }, body: body as { level: 'watch' } });
    expect(await level()).toBeNull();
    expect(await set({ level: 'watch' })).toEqual({ level: 'watch' });
    expect(await level()).toBe('watch');
    expect(await set({ level: 'follow', moduleId })).toEqual({ level: 'follow' });
    expect(await level()).toBe('follow');
    await set({ level: 'mute', threadId });
    expect(await level()).toBe('mute');
    expect(await threads(bo, { only: 'following' })).toEqual([]);
    expect(await threads(bo, { only: 'unread' })).toEqual([]);
    expect(await set({ level: null, threadId })).toEqual({ level: 'follow' });
    expect(await threads(bo, { only: 'following' })).toHaveLength(1);
    expect(await set({ level: null, moduleId })).toEqual({ level: 'watch' });
    expect(await set({ level: null })).toEqual({ level: null });
    expect((await bo.fails(following, { params: { cohortId }, body: { level: 'mute', moduleId, threadId } })).code).toBe('invalid-input'); // prettier-ignore
  });

  describe('the list of threads', () => {
    test('walks through every order, page by page, with what is pinned before all', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 7; n += 1) {
        world.clock.by({ minutes: 1 });
        ids.push((await ask(ada, cohortId, { title: `Thema ${n}` })).threadId);
      }
      await trainer.does('PUT /threads/:threadId/pin', { params: { threadId: ids[2]! }, body: { on: true } });
      await say(bo, ids[0]!, 'Aufgewärmt.');
      const walk = async (order: 'active' | 'new' | 'helpful' | 'unanswered') => {
        const found: string[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const page: Awaited<ReturnType<typeof bo.does<typeof list>>> = await bo.does(list, {
            params: { cohortId },
            query: { order, limit: 2, ...(cursor ? { cursor } : {}) },
          });
          found.push(...page.rows.map(({ title }) => title.slice(-1)));
          cursor = page.next;
        }
        return found.join('');
      };
      world.clock.by({ minutes: 1 });
      await say(bo, ids[3]!, 'Auch.');
      expect(await walk('new')).toBe('2654310');
      expect(await walk('active')).toBe('2360541');
      expect((await walk('unanswered')).split('').toSorted().join('')).toBe('12456');
      expect((await walk('helpful'))[0]).toBe('2');
      expect((await bo.fails(list, { params: { cohortId }, query: { cursor: 'x' } })).code).toBe('malformed-request');
    });

    test('holds those of one item, with their second, and those of one kind', async () => {
      const [{ moduleId, itemId }] = scene.modules as [{ moduleId: string; itemId: string }];
      const asked = await ask(ada, cohortId, { itemId, atSecond: 83 });
      expect(asked.place).toMatchObject({ moduleId, itemId, moduleTitle: 'Modul 1', itemTitle: 'Seite 1.1', step: 1, atSecond: 83 }); // prettier-ignore
      await ask(bo, cohortId, { kind: 'discussion' });
      expect(await threads(bo, { itemId })).toHaveLength(1);
      expect(await threads(bo, { moduleId })).toHaveLength(1);
      expect(await threads(bo, { kind: 'discussion' })).toHaveLength(1);
      expect(await threads(bo, { only: 'own' })).toHaveLength(1);
      const body = { kind: 'question' as const, title: 'Wo?', text: 'Wo?', atSecond: 3 };
      expect((await ada.fails(open, { params: { cohortId }, body })).errors).toMatchObject([{ field: 'atSecond' }]);
    });
  });

  test('what is said about a module is there once the module is', async () => {
    const [, { moduleId, itemId }] = scene.modules as [unknown, { moduleId: string; itemId: string }];
    const body = { kind: 'question' as const, title: 'Schon?', text: 'Geht das schon?', itemId };
    expect(await ada.fails(open, { params: { cohortId }, body })).toMatchObject({ code: 'module-not-open', params: { instant: '2026-03-09T08:00:00.000Z' } }); // prettier-ignore
    const { threadId } = await ask(trainer, cohortId, { moduleId, text: `Für euch, ${named(ada)}.` });
    expect(await world.sql(`select from mention m join post p on p.id = m.post_id where p.thread_id = $1`, [threadId])).toEqual([]); // prettier-ignore
    expect(await threads(ada)).toEqual([]);
    for (const [key, given] of [
      [show, {}],
      [posts, {}],
      [write, { body: { text: 'Doch.' } }],
    ] as const)
      // prettier-ignore
      expect((await ada.fails(key, { params: { threadId }, ...given } as never)).code).toBe('not-found');
    world.clock.to('2026-03-09T08:00:00Z');
    expect(await threads(ada)).toHaveLength(1);
    await say(ada, threadId, 'Jetzt.');
  });

  test('a learning group talks among itself, and those who run the cohort look in where it says so', async () => {
    const groupId = await learningGroup(world, cohortId, [ada, bo]);
    const { threadId } = await ask(ada, cohortId, { groupId, text: `Nur wir, ${named(bo)} ${named(cleo)}.` });
    expect(await threads(ada)).toEqual([]);
    expect((await threads(ada, { groupId }))[0]).toMatchObject({ threadId, place: { groupId, groupName: 'Gruppe' } });
    expect(await world.sql(`select m.user_id from mention m join post p on p.id = m.post_id where p.thread_id = $1`, [threadId])).toEqual([{ user_id: bo.userId }]); // prettier-ignore
    await say(bo, threadId, 'Unter uns.');
    expect((await cleo.fails(show, { params: { threadId } })).code).toBe('not-found');
    expect((await cleo.fails(list, { params: { cohortId }, query: { groupId } })).code).toBe('not-found');
    const body = { kind: 'question' as const, title: 'Ich auch', text: 'Hallo', groupId };
    expect((await cleo.fails(open, { params: { cohortId }, body })).code).toBe('not-found');
    expect(await trainer.does(show, { params: { threadId } })).toMatchObject({ moderates: true });
    await discussing(world, cohortId, { trainers_see_groups: false });
    expect((await trainer.fails(show, { params: { threadId } })).code).toBe('not-found');
    expect((await trainer.fails(list, { params: { cohortId }, query: { groupId } })).code).toBe('not-found');
    expect((await bo.does(show, { params: { threadId } })).replies).toBe(1);
  });

  test('who has left reads nothing any more, and what they wrote stays', async () => {
    const { threadId } = await ask(ada, cohortId);
    const { postId } = await say(bo, threadId, 'Ich gehe bald.');
    await bo.does('DELETE /cohorts/:cohortId/enrolment', { params: { cohortId } });
    for (const [key, params] of [
      [list, { cohortId }],
      [show, { threadId }],
      [posts, { threadId }],
      ['GET /posts/:postId', { postId }],
    ] as const)
      // prettier-ignore
      expect(['not-found', 'not-allowed']).toContain((await bo.fails(key, { params } as never)).code);
    expect((await bo.fails(removal, { params: { postId } })).code).toBe('not-found');
    expect((await postsOf(ada, threadId))[1]).toMatchObject({
      text: 'Ich gehe bald.',
      writer: { person: { userId: bo.userId } },
    });
  });

  test('a person who was deleted is nobody: no name in posts, mentions or lists', async () => {
    const admin = await world.person({ roles: ['admin'] });
    const { threadId } = await ask(bo, cohortId, { text: 'Ich bin bald weg.' });
    const { postId } = await say(ada, threadId, `Danke, ${named(bo, 'Bo')}.`);
    await ada.does(accepted, { params: { threadId }, body: { postId } }).catch(() => undefined);
    await admin.does('DELETE /users/:userId', { params: { userId: bo.userId } });
    const [first, second] = await postsOf(cleo, threadId);
    expect(first).toMatchObject({ text: 'Ich bin bald weg.', writer: { person: null, anonymous: false, own: false } });
    expect(second!.html).toBe('<p>Danke, <span class="mention">@?</span>.</p>');
    expect(second!.text).not.toContain('Bo]');
    expect((await threads(cleo))[0]).toMatchObject({ writer: { person: null } });
    for (const table of ['mention', 'read_marker', 'following', 'discussion_draft'])
      expect(await world.sql(`select from ${table} where user_id = $1`, [bo.userId])).toEqual([]);
  });

  describe('drafts', () => {
    test('are the same on all devices, and none overwrites another', async () => {
      const { threadId } = await ask(ada, cohortId);
      const place = `reply:${threadId}`;
      const save = (revision: number, text: string) => bo.does(draft, { body: { place, revision, text } });
      const read = () => bo.does('GET /discussion-drafts', { query: { place } });
      expect(Object.keys((await read()) ?? {})).toEqual([]);
      expect(await save(0, 'Ich den')).toMatchObject({ revision: 1 });
      expect(await save(1, 'Ich denke')).toMatchObject({ revision: 2 });
      expect(await save(1, 'Ich denke')).toMatchObject({ revision: 2 });
      expect((await bo.fails(draft, { body: { place, revision: 1, text: 'Anders' } })).code).toBe('changed-meanwhile');
      expect(await read()).toMatchObject({ text: 'Ich denke', title: null, revision: 2 });
      expect(Object.keys((await ada.does('GET /discussion-drafts', { query: { place } })) ?? {})).toEqual([]);
      await bo.does('POST /discussion-drafts/discard', { body: { place } });
      expect((await bo.fails(draft, { body: { place, revision: 2, text: 'Zu spät' } })).code).toBe('changed-meanwhile');
      expect(await save(0, 'Neu')).toMatchObject({ revision: 1 });
    });

    test('are of places where one may write', async () => {
      const stranger = await world.person();
      const { threadId } = await ask(ada, cohortId);
      const [first] = await postsOf(ada, threadId);
      const fails = async (who: Somebody, place: string) =>
        (await who.fails(draft, { body: { place, revision: 0, text: 'x' } })).code;
      expect(await fails(stranger, `new:${cohortId}`)).toBe('not-found');
      expect(await fails(stranger, `reply:${threadId}`)).toBe('not-found');
      expect(await fails(bo, `edit:${first!.postId}`)).toBe('not-found');
      await ada.does(draft, { body: { place: `edit:${first!.postId}`, revision: 0, text: 'x' } });
    });
  });

  test('people are found by the beginning of a name', async () => {
    const zoe = await world.person({ name: 'Zoë Übermut' });
    await trainer.does('POST /cohorts/:cohortId/enrolments', { params: { cohortId }, body: { userIds: [zoe.userId] } });
    const find = async (title: string) =>
      (await ada.does('GET /cohorts/:cohortId/mentionable', { params: { cohortId }, query: { title } })).map(
        ({ name }) => name,
      );
    expect(await find('zoe')).toEqual(['Zoë Übermut']);
    expect(await find('UBER')).toEqual(['Zoë Übermut']);
    expect(await find('zoë ü')).toEqual(['Zoë Übermut']);
    expect(await find('ermut')).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect(await find('Tom')).toEqual(['Tom Trainer']);
  });
});

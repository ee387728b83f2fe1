import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PostView } from '@kohorte/contracts';
import { ask, talkCohort, type TalkCohort, write } from '../support/talk.js';
import { type Somebody, World } from '../support/world.js';

let world: World;
let cohort: TalkCohort;
let anna: Somebody;
let bernd: Somebody;
let clara: Somebody;
let dora: Somebody;

beforeAll(async () => {
  world = await World.begin();
  cohort = await talkCohort(world);
  [anna, bernd, clara, dora] = cohort.people as [Somebody, Somebody, Somebody, Somebody];
});
afterAll(() => world.end());

const report = (who: Somebody, postId: string) =>
  who.does('POST /posts/:postId/reports', { params: { postId }, body: { kind: 'offence', note: 'Nicht nett' } });
const decide = (postId: string, decision: 'keep' | 'remove' | 'reopen') =>
  cohort.trainer.does('PUT /posts/:postId/moderation', { params: { postId }, body: { decision } });
const queue = async () =>
  cohort.trainer.does('GET /cohorts/:cohortId/moderation-queue', { params: { cohortId: cohort.cohortId } });
const read = (who: Somebody, postId: string) => who.does('GET /posts/:postId', { params: { postId } });
const thread = (who: Somebody, threadId: string) => who.does('GET /threads/:threadId', { params: { threadId } });
const postsOf = async (who: Somebody, threadId: string): Promise<PostView[]> =>
  (await who.does('GET /threads/:threadId/posts', { params: { threadId } })).posts;
const factsAbout = async (threadId: string): Promise<string[]> =>
  (
    await world.sql<{ name: string }>(
      `select name from fact where payload ->> 'threadId' = $1 and name <> 'discussion.post-written' order by id`,
      [threadId],
    )
  ).map(({ name }) => name.replace('discussion.', ''));
const settle = (body: object) =>
  cohort.trainer.does('PATCH /cohorts/:cohortId/discussion-settings', { params: { cohortId: cohort.cohortId }, body });

describe('a post that people find out of place', () => {
  let post: PostView;
  let threadId: string;

  beforeAll(async () => {
    ({ threadId } = await ask(world, anna, cohort.cohortId, 'Wie ist das gemeint?'));
    post = await write(world, bernd, threadId, 'So ein Unsinn!');
  });

  test('is not reported by who wrote it', async () => {
    expect(await bernd.fails('POST /posts/:postId/reports', { params: { postId: post.postId }, body: { kind: 'spam' } })).toMatchObject({ code: 'own-post' }); // prettier-ignore
  });

  test('is hidden once enough people have reported it, each counting once', async () => {
    expect(await report(anna, post.postId)).toMatchObject({ reported: true, hidden: false });
    await report(anna, post.postId);
    await report(clara, post.postId);
    expect(await read(dora, post.postId)).toMatchObject({ hidden: false });
    await Promise.all([report(dora, post.postId), report(dora, post.postId)]);
    expect(await read(clara, post.postId)).toMatchObject({ hidden: true, html: null, text: null });
    expect(await read(bernd, post.postId)).toMatchObject({ hidden: true, text: 'So ein Unsinn!' });
    expect((await factsAbout(threadId)).filter((name) => name === 'post-hidden')).toHaveLength(1);
  });

  test('waits in the queue with all that was said about it', async () => {
    const rows = await queue();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ threadTitle: 'Wie ist das gemeint?', post: { postId: post.postId, text: 'So ein Unsinn!' } }); // prettier-ignore
    expect(rows[0]!.reports.map(({ by, kind, note }) => [by?.name, kind, note])).toEqual([
      ['Anna Adler', 'offence', 'Nicht nett'],
      ['Clara Czerny', 'offence', 'Nicht nett'],
      ['Dora Dietz', 'offence', 'Nicht nett'],
    ]);
    for (const who of [anna, await world.person()])
      expect(
        await who.fails('GET /cohorts/:cohortId/moderation-queue', { params: { cohortId: cohort.cohortId } }),
      ).toMatchObject({ code: 'not-allowed' });
  });

  test('is kept, and not hidden again by the same people', async () => {
    expect(await decide(post.postId, 'keep')).toMatchObject({ hidden: false });
    expect(await queue()).toEqual([]);
    for (const who of [anna, clara, dora]) await report(who, post.postId);
    expect(await read(anna, post.postId)).toMatchObject({ hidden: false });
    expect(await queue()).toEqual([]);
  });

  test('waits again where that is taken back, hidden as before', async () => {
    expect(await decide(post.postId, 'reopen')).toMatchObject({ hidden: true });
    expect((await queue())[0]!.reports).toHaveLength(3);
  });

  test('is removed, and there again where that is taken back', async () => {
    expect(await thread(anna, threadId)).toMatchObject({ replies: 1 });
    expect(await decide(post.postId, 'remove')).toMatchObject({ deletedAt: expect.any(String), html: null });
    expect(await queue()).toEqual([]);
    expect(await thread(anna, threadId)).toMatchObject({ replies: 0 });
    expect(await bernd.fails('POST /posts/:postId/restoration', { params: { postId: post.postId } })).toMatchObject({
      code: 'not-allowed',
    });
    expect(await decide(post.postId, 'reopen')).toMatchObject({ deletedAt: null, hidden: true });
    expect(await thread(anna, threadId)).toMatchObject({ replies: 1 });
    await decide(post.postId, 'remove');
    expect(
      await anna.fails('POST /posts/:postId/reports', { params: { postId: post.postId }, body: { kind: 'spam' } }),
    ).toMatchObject({ code: 'post-deleted' });
  });

  test('is hidden at once where the trainer reports it', async () => {
    const other = await write(world, clara, threadId, 'Na ja.');
    expect(await report(cohort.trainer, other.postId)).toMatchObject({ hidden: true });
    expect(await queue()).toHaveLength(1);
    await decide(other.postId, 'keep');
    expect(await factsAbout(threadId)).toEqual(expect.arrayContaining(['post-reported', 'reports-decided', 'reports-reopened', 'post-deleted', 'post-restored'])); // prettier-ignore
  });

  test('is hidden after as many reports as the cohort says', async () => {
    await settle({ hideAfterReports: 1 });
    const other = await write(world, bernd, threadId, 'Egal.');
    expect(await report(anna, other.postId)).toMatchObject({ hidden: true });
    await decide(other.postId, 'keep');
    await settle({ hideAfterReports: 3 });
  });
});

describe('a thread', () => {
  test('is locked, pinned and moved by who runs the cohort alone', async () => {
    const { threadId } = await ask(world, anna, cohort.cohortId, 'Wohin damit?');
    const params = { threadId };
    const { trainer } = cohort;
    expect(await anna.fails('PUT /threads/:threadId/lock', { params, body: { on: true } })).toMatchObject({ code: 'not-allowed' }); // prettier-ignore
    for (const on of [true, true])
      expect(await trainer.does('PUT /threads/:threadId/lock', { params, body: { on } })).toMatchObject({ locked: true }); // prettier-ignore
    expect(await bernd.fails('POST /threads/:threadId/posts', { params, body: { text: 'Doch.' } })).toMatchObject({ code: 'thread-locked' }); // prettier-ignore
    expect(await trainer.does('PUT /threads/:threadId/lock', { params, body: { on: false } })).toMatchObject({ locked: false }); // prettier-ignore
    expect(await trainer.does('PUT /threads/:threadId/pin', { params, body: { on: true } })).toMatchObject({ pinned: true }); // prettier-ignore
    expect(await trainer.does('PUT /threads/:threadId/pin', { params, body: { on: false } })).toMatchObject({ pinned: false }); // prettier-ignore
    const [item] = await world.sql<{ id: string }>(`select id from item where module_id = $1 order by position`, [cohort.modules[1]]); // prettier-ignore
    const move = (body: { moduleId: string | null; itemId: string | null }) =>
      trainer.calls('PUT /threads/:threadId/place', { params, body });
    expect((await move({ moduleId: null, itemId: item!.id })).body).toMatchObject({
      place: { moduleId: cohort.modules[1], itemId: item!.id },
    });
    // The second module is not open yet.
    expect(await anna.fails('GET /threads/:threadId', { params })).toMatchObject({ code: 'not-found' });
    expect((await move({ moduleId: cohort.modules[0]!, itemId: item!.id })).status).toBe(404);
    const elsewhere = await talkCohort(world, { names: [] });
    expect((await move({ moduleId: elsewhere.modules[0]!, itemId: null })).status).toBe(404);
    expect((await move({ moduleId: null, itemId: null })).body).toMatchObject({ place: { moduleId: null } });
    expect((await factsAbout(threadId)).sort()).toEqual(['thread-locked', 'thread-moved', 'thread-moved', 'thread-opened', 'thread-pinned', 'thread-unlocked', 'thread-unpinned']); // prettier-ignore
  });
});

describe('two threads about the same', () => {
  const merge = (threadId: string, into: string) =>
    cohort.trainer.calls('POST /threads/:threadId/merge', { params: { threadId }, body: { into } });

  test('become one: numbers that are there stay, and nobody loses where they were', async () => {
    const one = await ask(world, anna, cohort.cohortId, 'Wie gebe ich Feedback?', { text: 'eins' });
    const other = await ask(world, bernd, cohort.cohortId, 'Feedback, aber wie?', { text: 'zwei' });
    await write(world, clara, one.threadId, 'drei');
    const parent = await write(world, dora, other.threadId, 'vier');
    await write(world, bernd, other.threadId, 'fünf', { parentId: parent.postId });
    await anna.does('PUT /posts/:postId/helpful-vote', { params: { postId: parent.postId } });
    await anna.does('PUT /threads/:threadId/same-question', { params: { threadId: other.threadId } });
    await clara.does('PUT /threads/:threadId/same-question', { params: { threadId: other.threadId } });
    await bernd.does('PUT /threads/:threadId/accepted-answer', { params: { threadId: other.threadId }, body: { postId: parent.postId } }); // prettier-ignore
    // Anna has read the one to its end and the first of the other; Dora only the first of the one.
    await anna.does('PUT /threads/:threadId/read-marker', { params: { threadId: one.threadId }, body: { number: 2 } });
    await anna.does('PUT /threads/:threadId/read-marker', {
      params: { threadId: other.threadId },
      body: { number: 1 },
    });
    await dora.does('PUT /threads/:threadId/read-marker', { params: { threadId: one.threadId }, body: { number: 1 } });
    const merged = await merge(other.threadId, one.threadId);
    expect(merged.body).toMatchObject({
      threadId: one.threadId,
      replies: 4,
      newestNumber: 5,
      accepted: true,
      same: { count: 2 },
      helpful: 1,
    });
    const posts = await postsOf(anna, one.threadId);
    expect(posts.map(({ number, text }) => [number, text])).toEqual([
      [1, 'eins'],
      [2, 'drei'],
      [3, 'zwei'],
      [4, 'vier'],
      [5, 'fünf'],
    ]);
    expect(posts[4]).toMatchObject({ parentId: posts[3]!.postId });
    expect(posts[3]).toMatchObject({ helpful: { count: 1, mine: true }, accepted: true });
    expect(await thread(anna, one.threadId)).toMatchObject({ firstUnread: 4, unread: 2 });
    expect(await thread(dora, one.threadId)).toMatchObject({ firstUnread: 2 });
    expect(await thread(anna, other.threadId)).toMatchObject({ mergedInto: one.threadId });
    const following = await thread(bernd, one.threadId);
    expect(following.following).toBe('follow');
    expect((await merge(other.threadId, one.threadId)).body).toMatchObject({ code: 'cannot-merge' });
    // Merged on, the first address leads straight to the last.
    const last = await ask(world, dora, cohort.cohortId, 'Noch einmal: Feedback');
    expect((await merge(one.threadId, last.threadId)).status).toBeLessThan(300);
    expect(await thread(anna, other.threadId)).toMatchObject({ mergedInto: last.threadId });
    expect(await factsAbout(one.threadId)).toContain('thread-merged');
  });

  test('do not across cohorts, nor with themselves; crosswise at once one of them wins', async () => {
    const one = await ask(world, anna, cohort.cohortId, 'Eine');
    const other = await ask(world, anna, cohort.cohortId, 'Andere');
    const elsewhere = await talkCohort(world, { trainer: cohort.trainer, courseId: cohort.courseId });
    const there = await ask(world, elsewhere.people[0]!, elsewhere.cohortId, 'Dort');
    expect((await merge(one.threadId, there.threadId)).body).toMatchObject({ code: 'cannot-merge' });
    expect((await merge(one.threadId, one.threadId)).body).toMatchObject({ code: 'cannot-merge' });
    expect(await anna.fails('POST /threads/:threadId/merge', { params: { threadId: one.threadId }, body: { into: other.threadId } })).toMatchObject({ code: 'not-allowed' }); // prettier-ignore
    const both = await Promise.all([merge(one.threadId, other.threadId), merge(other.threadId, one.threadId)]);
    expect(both.filter(({ status }) => status < 300)).toHaveLength(1);
  });
});

describe('a thread in which two things are talked about', () => {
  test('is split: posts go with their replies, the gap stays', async () => {
    const old = await ask(world, anna, cohort.cohortId, 'Fragen zu Modul 1', { moduleId: cohort.modules[0]! });
    const first = (await postsOf(anna, old.threadId))[0]!;
    const two = await write(world, bernd, old.threadId, 'zwei');
    const three = await write(world, clara, old.threadId, 'drei');
    const four = await write(world, dora, old.threadId, 'vier', { parentId: two.postId });
    await write(world, anna, old.threadId, 'fünf');
    await clara.does('PUT /threads/:threadId/read-marker', { params: { threadId: old.threadId }, body: { number: 3 } });
    const split = (postIds: string[]) =>
      cohort.trainer.calls('POST /threads/:threadId/split', {
        params: { threadId: old.threadId },
        body: { postIds, title: 'Etwas anderes' },
      });
    const strange = await ask(world, anna, cohort.cohortId, 'Fremd');
    const [foreign] = await postsOf(anna, strange.threadId);
    for (const ids of [[first.postId], [two.postId, foreign!.postId]])
      expect((await split(ids)).body).toMatchObject({ code: 'cannot-split' });
    const { body } = await split([two.postId]);
    expect(body).toMatchObject({
      kind: 'question',
      title: 'Etwas anderes',
      replies: 1,
      newestNumber: 2,
      place: { moduleId: cohort.modules[0] },
      writer: { person: { name: 'Bernd Bauer' } },
    });
    const newId = (body as { threadId: string }).threadId;
    expect((await postsOf(anna, newId)).map(({ number, text, postId }) => [number, text, postId])).toEqual([
      [1, 'zwei', two.postId],
      [2, 'vier', four.postId],
    ]);
    expect((await postsOf(anna, old.threadId)).map(({ number }) => number)).toEqual([1, 3, 5]);
    expect(await thread(anna, old.threadId)).toMatchObject({ replies: 2, newestNumber: 5 });
    // Clara had read up to the third.
    expect(await thread(clara, newId)).toMatchObject({ firstUnread: 2, unread: 1 });
    await write(world, anna, old.threadId, 'sechs');
    expect((await postsOf(anna, old.threadId)).at(-1)).toMatchObject({ number: 6 });
    // A reply alone stands for itself.
    const reply = await write(world, bernd, old.threadId, 'Antwort', { parentId: three.postId });
    const alone = (await split([reply.postId])).body as { threadId: string };
    expect(await postsOf(anna, alone.threadId)).toMatchObject([{ number: 1, parentId: null, text: 'Antwort' }]);
    expect(await factsAbout(newId)).toEqual(['thread-split']);
  });
});

describe('for those who run a cohort', () => {
  test('questions wait in the order in which they were asked, late ones are said to be', async () => {
    const own = await talkCohort(world);
    const [a, b] = own.people as [Somebody, Somebody];
    await settleOf(own, { answerTargetHours: 2 });
    const first = await ask(world, a, own.cohortId, 'Erste');
    await ask(world, b, own.cohortId, 'Beantwortet').then(({ threadId }) => write(world, a, threadId, 'Ja.'));
    await ask(world, a, own.cohortId, 'Keine Frage', { kind: 'discussion' });
    await ask(world, b, own.cohortId, 'Selbst ergänzt').then(({ threadId }) => write(world, b, threadId, 'Noch dies.'));
    world.clock.by({ hours: 3 });
    await ask(world, b, own.cohortId, 'Neue');
    const page = (query: { limit?: number; cursor?: string }) =>
      own.trainer.does('GET /cohorts/:cohortId/unanswered', { params: { cohortId: own.cohortId }, query });
    const all = await page({});
    expect(all).toMatchObject({ targetHours: 2, late: 2, next: null });
    expect(all.rows.map(({ thread: { title }, waitsHours, late }) => [title, waitsHours, late])).toEqual([
      ['Erste', 3, true],
      ['Selbst ergänzt', 3, true],
      ['Neue', 0, false],
    ]);
    const one = await page({ limit: 2 });
    expect(one.rows).toHaveLength(2);
    expect((await page({ limit: 2, cursor: one.next! })).rows).toMatchObject([{ thread: { title: 'Neue' } }]);
    await own.trainer.does('PUT /threads/:threadId/lock', { params: { threadId: first.threadId }, body: { on: true } });
    expect((await page({})).rows).toHaveLength(2);
    expect(await a.fails('GET /cohorts/:cohortId/unanswered', { params: { cohortId: own.cohortId } })).toMatchObject({ code: 'not-allowed' }); // prettier-ignore
  });

  test('settings are kept field by field, and learners see those that are about them', async () => {
    const own = await talkCohort(world);
    const params = { cohortId: own.cohortId };
    const of = (who: Somebody) => who.does('GET /cohorts/:cohortId/discussion-settings', { params });
    expect(await of(own.people[0]!)).toMatchObject({ answerTargetHours: 24, hideAfterReports: 3, trainersSeeGroups: true, guidelines: null }); // prettier-ignore
    await settleOf(own, { guidelines: 'Seid **nett**. <script>x</script>', prompts: ['Was war neu?', '', ' '] });
    await settleOf(own, { slowModeSeconds: 30 });
    await settleOf(own, { slowModeSeconds: 30 });
    const set = await of(own.trainer);
    expect(set).toMatchObject({ slowModeSeconds: 30, prompts: ['Was war neu?'], answerTargetHours: 24 });
    expect(set.guidelinesHtml).toContain('<strong>nett</strong>');
    expect(set.guidelinesHtml).not.toContain('<script');
    expect((await of(own.people[0]!)).prompts).toEqual([]);
    expect(
      await own.people[0]!.fails('PATCH /cohorts/:cohortId/discussion-settings', {
        params,
        body: { slowModeSeconds: 0 },
      }),
    ).toMatchObject({ code: 'not-allowed' });
    const facts = await world.sql(`select from fact where name = 'discussion.settings-changed' and payload ->> 'cohortId' = $1`, [own.cohortId]); // prettier-ignore
    expect(facts).toHaveLength(2);
  });
});

describe('an announcement', () => {
  const list = () =>
    cohort.trainer.does('GET /cohorts/:cohortId/announcements', { params: { cohortId: cohort.cohortId } });
  const announce = (body: { title: string; text: string; publishAt?: string }) =>
    cohort.trainer.does('POST /cohorts/:cohortId/announcements', { params: { cohortId: cohort.cohortId }, body });

  test('is a thread at once, for everybody', async () => {
    const made = await announce({ title: 'Raum\r\nBcc: x', text: 'Wir sind in **Raum 3**.' });
    expect(made).toMatchObject({ publishedAt: expect.any(String), threadId: expect.any(String), by: { name: 'Tilda Trainer' } }); // prettier-ignore
    expect(await thread(anna, made.threadId!)).toMatchObject({ kind: 'announcement', title: 'Raum Bcc: x', unread: 1, writer: { marks: ['author', 'trainer'] } }); // prettier-ignore
    expect(await thread(cohort.trainer, made.threadId!)).toMatchObject({ unread: 0 });
    expect(await cohort.trainer.fails('DELETE /announcements/:announcementId', { params: { announcementId: made.announcementId } })).toMatchObject({ code: 'already-announced' }); // prettier-ignore
  });

  test('waits for its time, comes once, and not where it is called off', async () => {
    const publishAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const later = await announce({ title: 'Später', text: 'Bald.', publishAt });
    const never = await announce({ title: 'Nie', text: 'Doch nicht.', publishAt });
    expect(later).toMatchObject({ publishedAt: null, threadId: null });
    await cohort.trainer.does('DELETE /announcements/:announcementId', { params: { announcementId: never.announcementId } }); // prettier-ignore
    await world.work(['discussion.announce-due']);
    expect((await list()).find(({ title }) => title === 'Später')).toMatchObject({ publishedAt: null });
    world.clock.by({ hours: 2 });
    await Promise.all([world.work(['discussion.announce-due']), world.work(['discussion.announce-due'])]);
    await world.work(['discussion.announce-due']);
    expect((await list()).map(({ title, publishedAt }) => [title, publishedAt !== null])).toEqual([
      ['Später', true],
      ['Raum Bcc: x', true],
    ]);
    const threads = await world.sql(`select from thread where cohort_id = $1 and title in ('Später', 'Nie')`, [cohort.cohortId]); // prettier-ignore
    expect(threads).toHaveLength(1);
    expect(await anna.fails('GET /cohorts/:cohortId/announcements', { params: { cohortId: cohort.cohortId } })).toMatchObject({ code: 'not-allowed' }); // prettier-ignore
  });
});

function settleOf({ trainer, cohortId }: TalkCohort, body: object) {
  return trainer.does('PATCH /cohorts/:cohortId/discussion-settings', { params: { cohortId }, body });
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { JobName } from '@kohorte/contracts';
import { NotificationJobs } from '@kohorte/notifications';
import type { Handlers } from '@kohorte/platform';
import {
  ask,
  discussing,
  learningGroup,
  named,
  say,
  type TalkingCohort,
  talkingCohort,
} from '../support/discussion.js';
import { type CaughtMail, MailCatcher } from '../support/mail-catcher.js';
import { type Somebody, World } from '../support/world.js';

const mailing: JobName[] = ['notifications.digest-due', 'notifications.send-due-mails'];

describe('what is new comes in a digest', () => {
  let world: World;
  let catcher: MailCatcher;
  let scene: TalkingCohort;
  let ada: Somebody;
  let bo: Somebody;
  let oliver: Somebody;
  let cohortId: string;

  beforeAll(async () => {
    catcher = await MailCatcher.listen();
    world = await World.begin('2026-03-02T08:00:00Z', { SMTP_URL: catcher.url });
  });
  afterAll(async () => {
    await world.end();
    await catcher.close();
  });
  beforeEach(async () => {
    await world.sql(`delete from digest`);
    world.clock.to('2026-03-02T08:00:00Z');
    scene = await talkingCohort(world);
    [ada, bo] = scene.learners as [Somebody, Somebody];
    cohortId = scene.cohortId;
    oliver = await world.person({ name: 'Oliver Whitfield', language: 'en', timeZone: 'Europe/London' });
    await scene.trainer.does('POST /cohorts/:cohortId/enrolments', {
      params: { cohortId },
      body: { userIds: [oliver.userId] },
    });
    await world.work();
    for (const who of [ada, bo, oliver, scene.trainer])
      await who.does('PATCH /notification-settings', {
        body: {
          topics: [
            { topic: 'replies', mail: 'digest' },
            { topic: 'course', mail: 'none' },
          ],
        },
      });
    await world.sql(`update notice set read_at = now()`);
    await world.sql(`update notification_setting set read_up_to = $1`, [world.clock.now()]);
    // Today's have been looked at.
    await world.work(mailing);
    catcher.caught.length = 0;
    world.clock.to('2026-03-02T12:00:00Z');
  });

  /** The next morning at half past eight in Berlin; nothing else sends before it. */
  const morning = async (): Promise<void> => {
    world.clock.to('2026-03-03T07:30:00Z');
    await world.work(mailing);
  };
  const digests = (who: Somebody): CaughtMail[] =>
    catcher.to(who).filter(({ subject }) => /^(Neues in deinen Kursen|New in your courses)/.test(subject));

  test('in the morning, in the reader’s own language and zone, what is for them first', async () => {
    const mine = await ask(ada, cohortId, { title: 'Wie fange ich an?' });
    await say(bo, mine.threadId, 'Mit einem **Beispiel**.');
    const theirs = await ask(oliver, cohortId, { title: 'Where do I begin?' });
    await say(bo, theirs.threadId, 'Anywhere.');
    await world.work([]);
    await world.work(mailing);
    expect(catcher.caught).toEqual([]);

    await morning();
    const [mail] = digests(ada);
    expect(mail).toMatchObject({ subject: 'Neues in deinen Kursen: Dienstag, 3. März' });
    expect(mail!.headers['content-language']).toBe('de');
    const [forMe, talked] = ['Für dich\n--------\n', 'Worüber gesprochen wird\n'].map((at) => mail!.text.indexOf(at));
    expect(forMe).toBeGreaterThan(0);
    expect(talked).toBeGreaterThan(forMe!);
    expect(mail!.text).toContain(`hat dir geantwortet: Wie fange ich an?`);
    expect(mail!.text).toContain(`http://kohorte.test/threads/${mine.threadId}?post=2`);
    expect(mail!.text).toContain('2 neue Beiträge: Where do I begin?');
    expect(mail!.html).toMatch(/<html lang="de">[\s\S]*name="color-scheme" content="light dark"/);
    expect(mail!.html).toMatch(/prefers-color-scheme:dark/);
    const settings = 'http://kohorte.test/notifications/settings';
    expect(mail!.text).toContain(`„Mitteilungen einstellen“.\n${settings}\n`);
    expect(mail!.html).toContain(`"${settings}"`);
    // In London it is half past seven.
    expect(digests(oliver)).toEqual([]);
    world.clock.to('2026-03-03T08:00:00Z');
    await world.work(mailing);
    expect(digests(oliver)[0]!.subject).toBe('New in your courses: Tuesday 3 March');
    expect(digests(oliver)[0]!.text).toContain('has replied to you: Where do I begin?');
    expect(digests(oliver)[0]!.text).toContain(`“Set up notifications”.\n${settings}\n`);
    expect(digests(ada)).toHaveLength(1);
  });

  test('nothing is told twice, nor what is read, nor is anybody written to about nothing', async () => {
    const mine = await ask(ada, cohortId);
    await say(bo, mine.threadId, 'So.');
    await world.work([]);
    await ada.does('PUT /threads/:threadId/read-marker', { params: { threadId: mine.threadId }, body: { number: 2 } });
    await morning();
    expect(digests(ada)).toEqual([]);
    expect(digests(oliver)).toEqual([]);
    world.clock.to('2026-03-03T09:00:00Z');
    await world.work(mailing);
    expect(digests(oliver)).toHaveLength(1);
    world.clock.to('2026-03-04T09:00:00Z');
    await world.work(mailing);
    expect(catcher.caught.filter(({ to }) => to === oliver.email)).toHaveLength(1);
  });

  test('questions that nobody has answered go to who could answer them', async () => {
    const { moduleId, itemId } = scene.modules[0]!;
    const thread = await ask(ada, cohortId, { title: 'Wer weiß das?', moduleId });
    await bo.does('PUT /cohorts/:cohortId/items/:itemId/done-mark', { params: { cohortId, itemId } });
    await world.work([]);
    await morning();
    const heading = 'Fragen, die du vielleicht beantworten kannst';
    expect(digests(bo)[0]!.text).toMatch(new RegExp(`${heading}[\\s\\S]*- Wer weiß das\\?[\\s\\S]*${thread.threadId}`));
    expect(digests(scene.trainer)[0]!.text).toContain(heading);
    expect(digests(scene.learners[2]!)[0]!.text).not.toContain(heading);
    expect(digests(ada)).toEqual([]);
  });

  test('the muted, the hidden, the deleted, groups of others and who is anonymous are in none', async () => {
    await discussing(world, cohortId, { anonymous_allowed: true });
    const muted = await ask(ada, cohortId, { title: 'Stummgeschaltet' });
    await bo.does('PUT /cohorts/:cohortId/following', {
      params: { cohortId },
      body: { level: 'mute', threadId: muted.threadId },
    });
    const deleted = await ask(ada, cohortId, { title: 'Gelöscht' });
    const [first] = (await ada.does('GET /threads/:threadId/posts', { params: { threadId: deleted.threadId } })).posts;
    await ada.does('DELETE /posts/:postId', { params: { postId: first!.postId } });
    const hidden = await ask(ada, cohortId, { title: 'Verborgen' });
    await world.sql(`update post set hidden_at = now() where thread_id = $1`, [hidden.threadId]);
    const groupId = await learningGroup(world, cohortId, [ada, scene.learners[2]!]);
    await ask(ada, cohortId, { title: 'Unter uns', groupId, kind: 'discussion' });
    const secret = await ask(ada, cohortId, {
      title: 'Darf man das fragen?',
      text: `Sag du, ${named(bo)}.`,
      anonymous: true,
    });
    await world.work([]);
    await morning();
    const { text, html } = digests(bo)[0]!;
    for (const title of ['Stummgeschaltet', 'Gelöscht', 'Verborgen', 'Unter uns']) expect(text).not.toContain(title);
    expect(text).toContain('Jemand hat dich erwähnt: Darf man das fragen?');
    const [me] = await world.sql<{ family_name: string }>(`select family_name from app_user where id = $1`, [
      ada.userId,
    ]);
    expect(`${text}${html}`).not.toContain(ada.userId);
    expect(text).not.toContain(`Crowd ${me!.family_name} hat`);
    expect(digests(scene.learners[2]!)[0]!.text).toContain('Unter uns');
    expect(secret.threadId).toBeTruthy();
  });

  test('who has left the cohort, or the company, hears nothing of it', async () => {
    const thread = await ask(ada, cohortId);
    await say(ada, thread.threadId, `Was meinst du, ${named(bo)}?`);
    await world.work([]);
    await bo.does('DELETE /cohorts/:cohortId/enrolment', { params: { cohortId } });
    await world.sql(`update app_user set deactivated_at = now() where id = $1`, [oliver.userId]);
    world.clock.to('2026-03-03T09:00:00Z');
    await world.work(mailing);
    expect(digests(bo)).toEqual([]);
    expect(digests(oliver)).toEqual([]);
    expect((await bo.does('GET /notifications')).rows.filter(({ topic }) => topic === 'replies')).toEqual([]);
  });

  test('a digest is laid once however often the worker dies between laying and sending', async () => {
    await ask(ada, cohortId, { title: 'Nur einmal' });
    await world.work([]);
    world.clock.to('2026-03-03T07:30:00Z');
    const handlers: Partial<Handlers> = world.get(NotificationJobs).handlers;
    const lay = (signal = new AbortController().signal) =>
      handlers['notifications.digest-due']!({}, { factId: null, signal, progress: async () => undefined });
    // Several at the same moment, then one that was told to stop, then again: nobody has sent yet.
    await Promise.all([lay(), lay(), lay()]);
    await lay(AbortSignal.abort());
    await lay();
    expect(catcher.caught).toEqual([]);
    // The one who sends stops in the middle, and another goes on.
    const stop = new AbortController();
    catcher.onMail = () => stop.abort();
    await handlers['notifications.send-due-mails']!({}, { factId: null, signal: stop.signal, progress: async () => undefined }); // prettier-ignore
    catcher.onMail = () => undefined;
    await lay();
    await world.work(mailing);
    await world.work(mailing);
    for (const who of [bo, scene.learners[2]!, scene.trainer]) expect(digests(who)).toHaveLength(1);
    expect(new Set(catcher.caught.map(({ headers }) => headers['message-id'])).size).toBe(catcher.caught.length);
  });

  test('what has gone between laying and sending is not sent', async () => {
    const thread = await ask(ada, cohortId, { title: 'Vergänglich' });
    await world.work([]);
    world.clock.to('2026-03-03T07:30:00Z');
    await world.work(['notifications.digest-due']);
    await world.sql(`update thread set deleted_at = now() where id = $1`, [thread.threadId]);
    await world.work(mailing);
    expect(catcher.caught).toEqual([]);
    expect(await world.sql(`select from mail where kind = 'digest' and sent_at is null`)).toEqual([]);
  });
});

describe('mails at once wait', () => {
  let world: World;
  let catcher: MailCatcher;
  let scene: TalkingCohort;
  let ada: Somebody;
  let bo: Somebody;
  let cohortId: string;

  beforeAll(async () => {
    catcher = await MailCatcher.listen();
    world = await World.begin('2026-03-02T08:00:00Z', { SMTP_URL: catcher.url });
    scene = await talkingCohort(world);
    [ada, bo] = scene.learners as [Somebody, Somebody];
    cohortId = scene.cohortId;
    await world.work();
  });
  afterAll(async () => {
    await world.end();
    await catcher.close();
  });
  const replies = (who: Somebody): string[] =>
    catcher.to(who).flatMap(({ subject }) => (/geantwortet/.test(subject) ? [subject] : []));
  const answer = async (at: string, times = 1): Promise<void> => {
    world.clock.to(at);
    const thread = await ask(ada, cohortId);
    for (let n = 0; n < times; n += 1) {
      await say(bo, thread.threadId, `Antwort ${n}`);
      // Jobs of the same moment are done in any order.
      await world.work();
      world.clock.by({ minutes: 1 });
    }
  };

  test('until quiet hours are over, and for a working day', async () => {
    await answer('2026-03-03T19:30:00Z');
    expect(replies(ada)).toEqual([]);
    world.clock.to('2026-03-04T05:59:00Z');
    await world.work();
    expect(replies(ada)).toEqual([]);
    world.clock.to('2026-03-04T06:00:00Z');
    await world.work();
    expect(replies(ada)).toHaveLength(1);
    await answer('2026-03-07T10:00:00Z');
    expect(replies(ada)).toHaveLength(1);
    world.clock.to('2026-03-09T06:00:00Z');
    await world.work();
    expect(replies(ada)).toHaveLength(2);
  });

  test('beyond the budget of a day for the digest; who wants none has them in the app', async () => {
    catcher.caught.length = 0;
    await ada.does('PATCH /notification-settings', { body: { mailsADay: 3 } });
    // One of the three is that the second week has opened.
    world.clock.to('2026-03-10T09:30:00Z');
    await world.work();
    await answer('2026-03-10T10:00:00Z', 4);
    expect(replies(ada)).toHaveLength(2);
    const { rows } = await ada.does('GET /notifications', { query: { topic: 'replies', only: 'unread' } });
    expect(rows[0]).toMatchObject({ kind: 'reply-written', posts: 4, postNumber: 5, writerName: null });
    world.clock.to('2026-03-11T09:00:00Z');
    await world.work([...mailing]);
    const [digest] = catcher.to(ada).filter(({ subject }) => subject.startsWith('Neues in'));
    expect(digest!.text).toContain('4 neue Antworten: Wie frage ich nach?');
  });

  test('but not what cannot wait', async () => {
    catcher.caught.length = 0;
    await ada.does('PATCH /notification-settings', { body: { mailsADay: 0 } });
    world.clock.to('2026-03-14T22:00:00Z');
    await scene.trainer.does('POST /cohorts/:cohortId/cancellation', { params: { cohortId } });
    await world.work();
    expect(catcher.to(ada).map(({ subject }) => subject)).toEqual(['Abgesagt: Zuhören lernen']);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { ask, say, type TalkingCohort, talkingCohort } from '../support/discussion.js';
import { type CaughtMail, MailCatcher } from '../support/mail-catcher.js';
import { type Somebody, World } from '../support/world.js';

const oneClick = 'List-Unsubscribe=One-Click';

describe('mails end by one click', () => {
  let world: World;
  let catcher: MailCatcher;
  let scene: TalkingCohort;
  let ada: Somebody;
  let bo: Somebody;

  beforeAll(async () => {
    catcher = await MailCatcher.listen();
    world = await World.begin('2026-03-02T08:00:00Z', { SMTP_URL: catcher.url });
    scene = await talkingCohort(world);
    [ada, bo] = scene.learners as [Somebody, Somebody];
    await world.work();
  });
  afterAll(async () => {
    await world.end();
    await catcher.close();
  });

  const answered = async (): Promise<CaughtMail | undefined> => {
    const thread = await ask(ada, scene.cohortId);
    await say(bo, thread.threadId, 'So.');
    await world.work();
    return catcher.to(ada).findLast(({ subject }) => subject.includes('geantwortet'));
  };
  const addressIn = ({ headers }: CaughtMail): string => /^<http:\/\/kohorte\.test(.+)>$/.exec(headers['list-unsubscribe']!)![1]!; // prettier-ignore
  const way = async (who: Somebody) =>
    (await who.does('GET /notification-settings')).topics.find(({ topic }) => topic === 'replies')!.mail;

  test('as a mail program does it, without signing in; looking changes nothing', async () => {
    const mail = (await answered())!;
    expect(mail.headers['list-unsubscribe-post']).toBe(oneClick);
    const address = addressIn(mail);
    const shown = await request(world.server).get(address).set('accept', 'application/json');
    expect(shown.body).toEqual({ topic: 'replies', subscribed: true, language: 'de' });
    const opened = await request(world.server).get(address).set('accept', 'text/html,*/*');
    expect([opened.status, opened.headers['location']]).toEqual([
      303,
      `http://kohorte.test/unsubscribe/${address.split('/').at(-1)}`,
    ]);
    await request(world.server).head(address);
    expect(await way(ada)).toBe('at-once');

    const ended = await request(world.server).post(address).type('form').send(oneClick);
    expect([ended.status, ended.body]).toEqual([201, { topic: 'replies', subscribed: false, language: 'de' }]);
    expect((await request(world.server).post(address).type('form').send(oneClick)).status).toBe(201);
    expect(await way(ada)).toBe('none');
    const before = catcher.to(ada).length;
    await answered();
    expect(catcher.to(ada)).toHaveLength(before);

    const back = await request(world.server).delete(address);
    expect(back.body).toMatchObject({ subscribed: true });
    expect(await way(ada)).toBe('at-once');
  });

  test('the digest ends by its own link, and the rest stays', async () => {
    await bo.does('PATCH /notification-settings', { body: { topics: [{ topic: 'replies', mail: 'digest' }] } });
    world.clock.to('2026-03-02T12:00:00Z');
    const thread = await ask(bo, scene.cohortId);
    await say(ada, thread.threadId, 'So.');
    world.clock.to('2026-03-03T08:00:00Z');
    await world.work(['notifications.digest-due', 'notifications.send-due-mails']);
    const digest = catcher.to(bo).find(({ subject }) => subject.startsWith('Neues in'))!;
    await request(world.server).post(addressIn(digest)).type('form').send(oneClick);
    expect(await bo.does('GET /notification-settings')).toMatchObject({ digest: 'none', digestHour: 8 });
    expect(await way(bo)).toBe('digest');
    // The same by the page that the link in the text leads to, which sends no form.
    const token = addressIn(digest).split('/').at(-1)!;
    expect(digest.text).toContain(`http://kohorte.test/unsubscribe/${token}`);
    await world.nobody().does('DELETE /unsubscriptions/:token', { params: { token } });
    await world.nobody().does('POST /unsubscriptions/:token', { params: { token }, body: {} });
    expect((await bo.does('GET /notification-settings')).digest).toBe('none');
  });

  test('a link that nobody signed is none, and forms are taken nowhere else', async () => {
    const token = addressIn((await answered())!)
      .split('/')
      .at(-1)!;
    for (const forged of ['x', token.slice(0, -1), `${token.slice(0, -4)}AAAA`, `C${token.slice(1)}`])
      for (const key of ['GET', 'POST', 'DELETE'] as const)
        expect((await world.nobody().fails(`${key} /unsubscriptions/:token`, { params: { token: forged } })).code).toBe(
          'not-found',
        );
    const form = await request(world.server).post('/api/session').type('form').send('email=a&password=b');
    expect(form.status).toBeGreaterThanOrEqual(400);
    expect(form.status).not.toBe(500);
    const big = await request(world.server).post(`/api/unsubscriptions/${token}`).type('form').send('x'.repeat(10_000));
    expect(big.status).toBe(413);
  });

  test('what a calendar lives by carries no such link', async () => {
    await world.sql(
      `insert into mail (id, user_id, kind, subject_id, once_key, urgent, created_at, due_at)
       values (uuidv7(), $1, 'session-cancelled', uuidv7(), uuidv7(), true, $2, $2)`,
      [ada.userId, world.clock.now()],
    );
    await world.work();
    const mail = catcher.to(ada).at(-1)!;
    expect(mail.subject).toMatch(/^Abgesagt/);
    expect(mail.headers['list-unsubscribe']).toBeUndefined();
    expect(mail.text).not.toContain('/unsubscribe/');
  });
});

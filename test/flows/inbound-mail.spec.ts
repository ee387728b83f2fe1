import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { InboundMail } from '@kohorte/contracts';
import { ask, discussing, named, postsOf, say, type TalkingCohort, talkingCohort } from '../support/discussion.js';
import { type CaughtMail, MailCatcher } from '../support/mail-catcher.js';
import { mailedAnytime } from '../support/mail-hours.js';
import { type Somebody, World } from '../support/world.js';

const secret = 'a-secret-of-at-least-24-characters';

describe('an answer by mail becomes a post', () => {
  let world: World;
  let catcher: MailCatcher;
  let scene: TalkingCohort;
  let ada: Somebody;
  let bo: Somebody;
  let messages = 0;

  beforeAll(async () => {
    catcher = await MailCatcher.listen();
    world = await World.begin('2026-03-02T08:00:00Z', {
      SMTP_URL: catcher.url,
      INBOUND_MAIL_DOMAIN: 'Antwort.kohorte.test',
      INBOUND_MAIL_SECRET: secret,
    });
    scene = await talkingCohort(world);
    [ada, bo] = scene.learners as [Somebody, Somebody];
    await mailedAnytime(world);
    await world.work();
  });
  afterAll(async () => {
    await world.end();
    await catcher.close();
  });

  const gateway = { headers: { authorization: `Bearer ${secret}` } };
  const answer = (to: string, from: string, said: Partial<InboundMail> = {}): InboundMail => ({
    to,
    from,
    text: 'Danke, **das** hilft.\n\nAm 02.03.2026 schrieb Kohorte:\n> So.',
    messageId: `<${(messages += 1)}@mail.test>`,
    headers: { Subject: 'Re: …' },
    ...said,
  });
  const hand = (mail: InboundMail) => world.nobody().does('POST /inbound-mail', { body: mail, ...gateway });
  const refused = async (mail: InboundMail) =>
    (await world.nobody().fails('POST /inbound-mail', { body: mail, ...gateway })).code;
  const asked = async (): Promise<{ threadId: string; mail: CaughtMail; replyTo: string }> => {
    const { threadId } = await ask(ada, scene.cohortId);
    await say(bo, threadId, 'So.');
    await world.work();
    const mail = catcher.to(ada).at(-1)!;
    return { threadId, mail, replyTo: mail.headers['reply-to']! };
  };

  test('of whom the mail went to, below what it answers, without what was quoted, and once', async () => {
    const { threadId, mail, replyTo } = await asked();
    expect(replyTo).toMatch(/^reply\+[a-z2-7]{52}@antwort\.kohorte\.test$/);
    expect(mail.text).toContain('Antworte einfach auf diese E-Mail');
    const given = answer(`Kohorte <${replyTo.toUpperCase()}>`, `Ada <${ada.email.toUpperCase()}>`);
    const { postId } = await hand(given);
    const posts = await postsOf(bo, threadId);
    expect(posts.at(-1)).toMatchObject({
      postId,
      number: 3,
      parentId: posts[1]!.postId,
      text: 'Danke, **das** hilft.',
    });
    expect(posts.at(-1)!.writer.person!.userId).toBe(ada.userId);
    expect(await hand(given)).toEqual({ postId });
    await Promise.allSettled([hand(given), hand(given)]);
    expect(await postsOf(bo, threadId)).toHaveLength(3);
    await world.work();
    expect(catcher.to(bo).at(-1)!.subject).toContain('hat dir geantwortet');
  });

  test('not of others to whom it was passed on, programs, unknown addresses, or nothing', async () => {
    const { threadId, replyTo } = await asked();
    for (const mail of [
      answer(replyTo, bo.email),
      answer(replyTo, ada.email, { headers: { 'Auto-Submitted': 'auto-replied' } }),
      answer(replyTo, ada.email, { text: '> So.\n\n-- \nAda' }),
      answer(replyTo, '<>'),
      answer(`reply+${'a'.repeat(52)}@antwort.kohorte.test`, ada.email),
      answer(replyTo.replace('antwort', 'andere'), ada.email),
      answer('kohorte@antwort.kohorte.test', ada.email),
    ])
      expect(await refused(mail)).toBe('answer-not-taken');
    const anybody = world.nobody();
    for (const headers of [{}, { authorization: 'Bearer guessed' }, { authorization: secret }] as Record<
      string,
      string
    >[])
      expect((await anybody.fails('POST /inbound-mail', { body: answer(replyTo, ada.email), headers })).code).toBe(
        'not-found',
      );
    expect(await postsOf(bo, threadId)).toHaveLength(2);
  });

  test('by the same rules as on every other way', async () => {
    const { threadId, replyTo } = await asked();
    await world.sql(`update thread set locked_at = now() where id = $1`, [threadId]);
    const again = answer(replyTo, ada.email);
    expect(await refused(again)).toBe('thread-locked');
    await world.sql(`update thread set locked_at = null where id = $1`, [threadId]);
    // What was refused is not taken for done.
    await hand(again);
    const leaver = scene.learners[2]!;
    await say(ada, threadId, `Und du, ${named(leaver)}?`);
    await world.work();
    const theirs = catcher.to(leaver).at(-1)!.headers['reply-to']!;
    await leaver.does('DELETE /cohorts/:cohortId/enrolment', { params: { cohortId: scene.cohortId } });
    expect(await refused(answer(theirs, leaver.email))).toBe('not-found');
    await world.sql(`update app_user set deactivated_at = now() where id = $1`, [leaver.userId]);
    expect(await refused(answer(theirs, leaver.email))).toBe('answer-not-taken');
  });

  test('never of who is anonymous in the thread: their mail would name them', async () => {
    await discussing(world, scene.cohortId, { anonymous_allowed: true });
    const { threadId } = await ask(ada, scene.cohortId, { anonymous: true });
    await say(bo, threadId, 'So.');
    await world.work();
    const mail = catcher.to(ada).at(-1)!;
    expect(mail.headers['reply-to']).toBeUndefined();
    expect(mail.text).not.toContain('Antworte einfach');
  });

  test('whatever is written into it, a post is a post', async () => {
    const { threadId, replyTo } = await asked();
    const text = `<script>alert(1)</script>\n\n\u0000${named(bo)} [x](javascript:alert(1))\r\nBcc: x@y.test`;
    const { postId } = await hand(answer(replyTo, ada.email, { text }));
    const post = (await postsOf(bo, threadId)).find((one) => one.postId === postId)!;
    expect(post.html).not.toMatch(/<script|javascript:/);
  });
});

test('where no gateway is set up there is nothing to answer to', async () => {
  const world = await World.begin();
  const body = { to: 'reply+x@y.test', from: 'a@b.test', text: 'x', messageId: '1' };
  const headers = { authorization: 'Bearer ' };
  expect((await world.nobody().fails('POST /inbound-mail', { body, headers })).code).toBe('not-found');
  await world.end();
});

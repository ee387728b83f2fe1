import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jobs } from '@kohorte/contracts';
import { NotificationJobs } from '@kohorte/notifications';
import type { Handlers } from '@kohorte/platform';
import { SMTPServer } from 'smtp-server';
import { planned } from '../support/planned.js';
import { type Somebody, World } from '../support/world.js';

interface Caught {
  to: string;
  messageId: string;
  subject: string;
  text: string;
}

describe('people are told that a week is open', () => {
  let world: World;
  let catcher: SMTPServer;
  let caught: Caught[];
  let isDown = false;
  let amina: Somebody;
  let oliver: Somebody;
  let quiet: Somebody;

  beforeAll(async () => {
    caught = [];
    catcher = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onMailFrom: (_address, _session, done) =>
        done(isDown ? Object.assign(new Error('come back later'), { responseCode: 451 }) : null),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks).toString();
          const header = (name: string) => new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw)?.[1] ?? '';
          caught.push({
            to: session.envelope.rcptTo[0]!.address,
            messageId: header('Message-ID'),
            subject: header('Subject'),
            text: raw,
          });
          done();
        });
      },
    });
    await new Promise<void>((done) => catcher.listen(0, '127.0.0.1', done));
    const { port } = catcher.server.address() as { port: number };
    world = await World.begin('2026-03-02T07:00:00Z', { SMTP_URL: `smtp://127.0.0.1:${port}` });
    const trainer = await world.person({ roles: ['trainer'] });
    amina = await world.person({ name: 'Amina Yildiz' });
    oliver = await world.person({ name: 'Oliver Whitfield', language: 'en', timeZone: 'Europe/London' });
    quiet = await world.person({ name: 'Stille Leserin' });
    await quiet.does('PATCH /notification-settings', {
      body: {
        topics: [
          { topic: 'course', mail: 'none' },
          { topic: 'enrolment', mail: 'none' },
        ],
      },
    });
    const { courseId } = await world.course(trainer.userId, { modules: 2 });
    const { cohortId } = await planned(trainer, courseId);
    for (const person of [amina, oliver, quiet])
      await person.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    await world.work();
  });

  afterAll(async () => {
    await world.end();
    await new Promise<void>((done) => catcher.close(() => done()));
  });

  const toldBy = (subject: RegExp): Caught[] => caught.filter((mail) => subject.test(mail.subject));

  test('before the hour nobody hears of it; each enrolment is confirmed', async () => {
    expect(toldBy(/offen|open/)).toEqual([]);
    expect(caught.map(({ to }) => to).sort()).toEqual([amina.email, oliver.email].sort());
    expect(toldBy(/Du bist dabei/)).toHaveLength(1);
    expect(toldBy(/You are in/)).toHaveLength(1);
  });

  test('at the hour each is told once, in their own language; the quiet one only in the app', async () => {
    await world.travel({ hours: 1, minutes: 1 });
    await world.work();
    expect(toldBy(/Woche 1 ist offen: Modul 1/).map(({ to }) => to)).toEqual([amina.email]);
    expect(toldBy(/Week 1 is open: Modul 1/).map(({ to }) => to)).toEqual([oliver.email]);
    expect(caught).toHaveLength(4);
    const { rows, unread } = await quiet.does('GET /notifications');
    expect(rows.map(({ kind, step, read }) => [kind, step, read])).toEqual([
      ['module-released', 1, false],
      ['enrolled', null, false],
    ]);
    expect(unread).toBe(2);
  });

  test('for the whole cohort the app keeps one row', async () => {
    const [count] = await world.sql<{ n: number }>(`select count(*)::int as n from broadcast`);
    expect(count!.n).toBe(1);
  });

  test('a mark of what was read is kept, and never taken back', async () => {
    await quiet.does('PUT /notifications/read-marker', { body: { upTo: world.clock.now().toISOString() } });
    await quiet.does('PUT /notifications/read-marker', { body: { upTo: '2020-01-01T00:00:00Z' } });
    expect((await quiet.does('GET /notifications/unread')).unread).toBe(0);
  });

  test('a job that runs again tells nobody twice', async () => {
    const [release] = await world.sql<{ id: string; cohort_id: string }>(
      `select id, cohort_id from release where released_at is not null`,
    );
    const handlers: Partial<Handlers> = world.get(NotificationJobs).handlers;
    const context = { factId: null, signal: new AbortController().signal, progress: async () => undefined };
    await handlers['notifications.announce-release']!({ releaseId: release!.id }, context);
    await handlers['notifications.mail-release']!({ releaseId: release!.id }, context);
    await world.work();
    expect(caught).toHaveLength(4);
    expect((await amina.does('GET /notifications')).rows.filter(({ kind }) => kind === 'module-released')).toHaveLength(
      1,
    );
    expect(jobs['notifications.mail-release'].queue).toBe('bulk');
  });

  test('jobs that run at the same time lay each mail once', async () => {
    const [release] = await world.sql<{ id: string }>(`select id from release where released_at is not null`);
    const laid = () => world.sql<{ n: number }>(`select count(*)::int as n from mail where kind = 'module-released'`);
    const before = await laid();
    await world.sql(`delete from mail where kind = 'module-released'`);
    const handlers: Partial<Handlers> = world.get(NotificationJobs).handlers;
    const context = { factId: null, signal: new AbortController().signal, progress: async () => undefined };
    const mail = () => handlers['notifications.mail-release']!({ releaseId: release!.id }, context);
    await Promise.all([mail(), mail(), mail(), mail()]);
    expect(await laid()).toEqual(before);
    await world.sql(`update mail set sent_at = created_at where kind = 'module-released'`);
  });

  test('while the mail server is away mails wait, and go once when it is back', async () => {
    isDown = true;
    await world.travel({ days: 7 });
    expect(caught).toHaveLength(4);
    const admin = await world.person({ roles: ['admin'] });
    const { rows } = await admin.does('GET /mails', { query: { state: 'waiting' } });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      attempts: 1,
      state: 'waiting',
      error: expect.stringMatching(/come back later/) as unknown,
    });
    isDown = false;
    await world.travel({ hours: 1 });
    expect(toldBy(/Woche 2 ist offen/)).toHaveLength(1);
    expect(toldBy(/Week 2 is open/)).toHaveLength(1);
    expect(new Set(caught.map(({ messageId }) => messageId)).size).toBe(caught.length);
  });
});

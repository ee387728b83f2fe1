import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { SMTPServer } from 'smtp-server';
import { planned } from '../support/planned.js';
import { World } from '../support/world.js';

/** A database of its own in the Redis of the tests, for it is wiped. */
const redisUrl = process.env['TEST_REDIS_URL'] && new URL('/5', process.env['TEST_REDIS_URL']).href;
const learners = 150;
/** As many mails as one sender has on the wire; only those can be in doubt when it dies. */
const onTheWire = 4;

describe.each([
  ['the Postgres engine', null],
  ['the redis engine', redisUrl],
] as const)('a release night on %s: the real worker is killed among mails, and its queue is wiped', (_engine, url) => {
  const tell = url === undefined ? test.skip : test;
  let world: World;
  let catcher: SMTPServer;
  let port: number;
  const caught: string[] = [];
  const workers: ChildProcess[] = [];

  beforeAll(async () => {
    if (url === undefined) return;
    catcher = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _session, done) => {
        let raw = '';
        stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
        stream.on('end', () => {
          if (/^Subject:.*Woche/im.test(raw)) caught.push(/^Message-ID: (.*)/im.exec(raw)![1]!);
          // A mail server takes a moment, so that the worker is surely hit in the middle.
          setTimeout(done, 5);
        });
      },
    });
    // A worker that is killed leaves its connections torn: expected here, and no fault of the catcher's.
    catcher.on('error', () => undefined);
    await new Promise<void>((done) => catcher.listen(0, '127.0.0.1', done));
    ({ port } = catcher.server.address() as { port: number });
    world = await World.begin(new Date().toISOString());
    const trainer = await world.person({ roles: ['trainer'] });
    const { courseId } = await world.course(trainer.userId, { modules: 3 });
    // Three days ago, and nobody was there to see it: all at once, so that three modules open.
    const longAgo = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const { cohortId } = await planned(trainer, courseId, { plan: { pacing: 'all-at-once', startOn: longAgo } });
    await world.sql(
      `with people as (
         insert into app_user (id, email, given_name, family_name, created_at)
         select uuidv7(), 'l' || n || '@world.test', 'L' || n, 'X', $2 from generate_series(1, $3::int) n returning id)
       insert into enrolment (id, cohort_id, user_id, status, active_at) select uuidv7(), $1, id, 'active', $2 from people`,
      [cohortId, world.clock.now(), learners],
    );
    await world.sql(
      `with chosen as (
         insert into notification_preference (user_id, topic, mail, push) select id, 'enrolment', 'none', false from app_user)
       insert into notification_setting (user_id, quiet_from, quiet_until, working_days)
       select id, null, null, '{1,2,3,4,5,6,7}' from app_user`,
    );
  }, 60_000);

  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    if (!world) return;
    await world.end();
    await new Promise<void>((done) => catcher.close(() => done()));
  });

  const startWorker = (): ChildProcess => {
    const worker = spawn(process.execPath, ['dist/apps/worker/main.js'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'silent',
        DATABASE_URL: world.database.url,
        DATA_DIR: world.dataDir,
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        ...(url ? { REDIS_URL: url } : {}),
      },
    });
    workers.push(worker);
    return worker;
  };

  const until = async (is: () => boolean | Promise<boolean>, seconds: number): Promise<void> => {
    for (let waited = 0; !(await is()); waited += 50) {
      if (waited > seconds * 1_000) throw new Error(`not within ${seconds} s; ${caught.length} mails so far`);
      await sleep(50);
    }
  };

  const wipeQueue = async (): Promise<void> => {
    if (url) {
      const redis = new Redis(url);
      await redis.flushdb();
      await redis.quit();
    } else await world.sql(`drop schema if exists bullmq cascade`);
  };

  tell(
    'each release happens once, each mail arrives once, and nothing is lost',
    async () => {
      const first = startWorker();
      await until(() => caught.length > 20, 60);
      first.kill('SIGKILL');
      await sleep(200);
      const atDeath = caught.length;
      expect(atDeath).toBeLessThan(learners * 3);
      await wipeQueue();
      startWorker();
      await until(
        async () =>
          (await world.sql<{ n: number }>(`select count(*)::int as n from mail where sent_at is null`))[0]!.n === 0 &&
          new Set(caught).size >= learners,
        90,
      );
      const [count] = await world.sql<{ released: number; facts: number; broadcasts: number }>(
        `select (select count(*)::int from release where released_at is not null) as released,
           (select count(*)::int from fact where name = 'cohorts.module-released') as facts,
           (select count(*)::int from broadcast) as broadcasts`,
      );
      expect(count).toEqual({ released: 3, facts: 3, broadcasts: 3 });
      const [mails] = await world.sql<{ n: number }>(
        `select count(*)::int as n from mail where kind = 'module-released'`,
      );
      expect(mails!.n).toBe(learners * 3);
      expect(new Set(caught).size).toBe(learners * 3);
      expect(caught.length - new Set(caught).size).toBeLessThanOrEqual(onTheWire);
    },
    180_000,
  );
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Live, LiveSettings, Work } from '@kohorte/platform';
import { Redis } from 'ioredis';
import { LiveTelling } from '../../libs/discussion/live-telling.js';
import { Telling } from '../../libs/notifications/telling.js';
import { Listener } from '../support/listener.js';
import { planned } from '../support/planned.js';
import { type Somebody, World } from '../support/world.js';
import { until } from './support/workshop.js';

const redisUrl = process.env['TEST_REDIS_URL'];

describe.each([
  ['Postgres', null],
  ['Redis', redisUrl],
] as const)('live over two API processes, told by %s', (_engine, bus) => {
  const tell = bus === undefined ? test.skip : test;
  let world: World;
  let trainer: Somebody;
  let anna: Somebody;
  let bert: Somebody;
  let cohortId: string;
  let here: string;
  let there: string;
  let other: ChildProcess;
  const open: Listener[] = [];

  beforeAll(async () => {
    if (bus === undefined) return;
    // The other process has the time of this machine, so this one has it too.
    world = await World.begin(new Date().toISOString(), bus ? { REDIS_URL: bus } : {});
    // What reaches this process reaches it by messages; the other one also looks by itself.
    Object.assign(world.get(LiveSettings), { recheck: 300, heartbeat: 200, presence: 200, lookEvery: 60_000 });
    await world.app.listen({ port: 0, host: '127.0.0.1' });
    here = (await world.app.getUrl()).replace('[::1]', '127.0.0.1');
    const port = await freePort();
    there = `http://127.0.0.1:${port}`;
    other = spawn(process.execPath, ['dist/apps/api/main.js'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        LOG_LEVEL: 'silent',
        DATABASE_URL: world.database.url,
        DATA_DIR: world.dataDir,
        REDIS_URL: bus ?? '',
        HOST: '127.0.0.1',
        PORT: String(port),
      },
    });
    await until(() => fetch(`${there}/api/health/ready`).then(({ ok }) => ok, () => false)); // prettier-ignore
    trainer = await world.person({ roles: ['trainer'] });
    [anna, bert] = [await world.person(), await world.person()];
    const { courseId } = await world.course(trainer.userId);
    ({ cohortId } = await planned(trainer, courseId, { plan: { startOn: inDays(-3), pacing: 'weekly' } }));
    for (const person of [anna, bert]) await person.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    await world.work();
  }, 60_000);

  afterEach(() => {
    for (const listener of open.splice(0)) listener.close();
  });

  afterAll(async () => {
    other?.kill('SIGKILL');
    await world?.end();
  });

  const listen = async (
    person: Somebody,
    server = here,
    said: Parameters<typeof Listener.open>[2] = {},
  ): Promise<Listener> => {
    const listener = await Listener.open(server, person.cookie!, said);
    open.push(listener);
    if (listener.reply.statusCode === 200) await until(() => listener.of('hello').length > 0);
    return listener;
  };

  const openThread = async (more: { groupId?: string; moduleId?: string } = {}, by = anna): Promise<string> => {
    const { threadId } = await by.does('POST /cohorts/:cohortId/threads', {
      params: { cohortId },
      body: { kind: 'question', title: 'Wie?', text: 'So?', ...more },
    });
    await world.work();
    return threadId;
  };

  const post = async (threadId: string, by = anna): Promise<number> => {
    const { number } = await by.does('POST /threads/:threadId/posts', { params: { threadId }, body: { text: 'So!' } });
    await world.work();
    return number;
  };

  const hears = (listener: Listener, number: number): Promise<void> =>
    until(() => listener.of('post').some((event) => 'number' in event && event.number === number), 10_000);

  tell('it is a stream that nobody on the way packs or keeps', async () => {
    const { headers, statusCode } = (await listen(anna)).reply;
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store, no-transform');
    expect(headers['x-accel-buffering']).toBe('no');
    expect(headers['content-encoding']).toBeUndefined();
  });

  tell('a post reaches those of the cohort in both processes, once, by ids alone, and nobody else', async () => {
    const outsider = await world.person();
    const [first, second, third, fourth] = [
      await listen(anna),
      await listen(bert, there),
      await listen(outsider, there, { query: { cohort: cohortId } }),
      await listen(trainer, there),
    ];
    const threadId = await openThread();
    const number = await post(threadId);
    for (const listener of [first, second, fourth]) {
      await hears(listener, number);
      expect(listener.of('thread')).toEqual([{ kind: 'thread', cohortId, threadId, number: 1 }]);
      expect(listener.of('post')).toEqual([{ kind: 'post', cohortId, threadId, number }]);
    }
    expect(third.heard).toEqual([{ kind: 'hello' }]);
  });

  tell('who comes back by Last-Event-ID has lost nothing, in whichever process', async () => {
    const threadId = await openThread();
    const before = await listen(anna, there);
    const first = await post(threadId);
    await hears(before, first);
    before.close();
    const missed = [await post(threadId), await post(threadId)];
    for (const [server, said] of [
      [there, { lastId: before.lastId }],
      [here, { lastId: before.lastId }],
      [here, { query: { after: before.lastId! } }],
    ] as const) {
      const after = await listen(anna, server, said);
      for (const number of missed) await hears(after, number);
      expect(after.of('stale')).toEqual([]);
      // What was missed comes before the greeting.
      expect(after.heard.at(-1)).toEqual({ kind: 'hello' });
    }
    for (const lastId of ['never.heard', '1.0', `999999999.${Date.now().toString(36)}`])
      expect((await listen(anna, here, { lastId })).heard).toEqual([{ kind: 'stale' }, { kind: 'hello' }]);
  });

  tell('transactions that end in another order than they began are told, and missed by nobody', async () => {
    const threadId = await openThread();
    const listener = await listen(anna);
    const telling = world.get(Live);
    let isLate!: () => void;
    const late = new Promise<void>((done) => (isLate = done));
    const event = (number: number) =>
      ({ kind: 'post', cohortId, threadId, groupId: null, userId: null, payload: { number } }) as const;
    let begun!: () => void;
    const hasBegun = new Promise<void>((done) => (begun = done));
    const slow = world.get(Work).run(async (unit) => {
      await telling.store(unit, [event(1_001)], null);
      begun();
      await late;
    });
    await hasBegun;
    await telling.tell([event(1_002)]);
    await hears(listener, 1_002);
    listener.close();
    isLate();
    await slow;
    const after = await listen(anna, there, { lastId: listener.lastId });
    await hears(after, 1_001);
  });

  tell('a job that runs twice tells once', async () => {
    const threadId = await openThread();
    const listener = await listen(bert, there);
    await post(threadId);
    const [{ id }] = (await world.sql<{ id: string }>(
      `select id from fact where name = 'discussion.post-written' order by recorded_at desc, id desc limit 1`,
    )) as [{ id: string }];
    for (let again = 0; again < 3; again += 1) await world.get(LiveTelling).passOn(threadId, id);
    const last = await post(threadId);
    await hears(listener, last);
    // On a busy machine a process may still have been telling of what the story before did.
    expect(listener.of('post').filter((event) => 'threadId' in event && event.threadId === threadId)).toHaveLength(2);
  });

  tell('a connection that is killed is found again, and what happened meanwhile is told', async () => {
    const threadId = await openThread();
    const listeners = [await listen(anna), await listen(bert, there)];
    if (bus) {
      const redis = new Redis(bus);
      await redis.call('client', 'kill', 'type', 'pubsub');
      redis.disconnect();
    } else
      await world.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kohorte-live' and datname = current_database()`,
      );
    const number = await post(threadId);
    for (const listener of listeners) await hears(listener, number);
    await sleep(2_500);
    const next = await post(threadId);
    for (const listener of listeners) await hears(listener, next);
  });

  tell('who has left hears nothing any more, from that moment on', async () => {
    const leaver = await world.person();
    await leaver.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId } });
    const threadId = await openThread();
    const [gone, stays] = [await listen(leaver, there), await listen(bert, there)];
    await hears(gone, await post(threadId));
    await leaver.does('DELETE /cohorts/:cohortId/enrolment', { params: { cohortId } });
    await hears(stays, await post(threadId));
    expect(gone.of('post')).toHaveLength(1);
    const again = await listen(leaver, there, { lastId: gone.lastId });
    expect([...again.of('thread'), ...again.of('post')]).toEqual([]);
  });

  tell('a stream ends with its session', async () => {
    const [left, off, stays] = [await world.person(), await world.person(), await world.person()];
    const [first, second, third] = [await listen(left), await listen(off), await listen(stays)];
    await left.does('DELETE /sessions');
    await world.sql(`update app_user set deactivated_at = $2 where id = $1`, [off.userId, world.clock.now()]);
    await until(() => first.isOver && second.isOver, 10_000);
    expect(third.isOver).toBe(false);
    const refused = await Listener.open(here, left.cookie ?? 'kohorte_session=gone');
    expect(refused.reply.statusCode).toBe(401);
  });

  tell('a learning group is heard by its members, and by who runs the cohort where it says so', async () => {
    const [{ id: groupId }] = (await world.sql<{ id: string }>(
      `with made as (insert into learning_group (id, cohort_id, number, name, created_at)
         values (uuidv7(), $1, 1, 'Eins', now()) returning id),
       member as (insert into learning_group_member (enrolment_id, group_id, user_id)
         select e.id, made.id, e.user_id from made, enrolment e where e.cohort_id = $1 and e.user_id = $2)
       select id from made`,
      [cohortId, anna.userId],
    )) as [{ id: string }];
    const [member, peer, runs] = [await listen(anna, there), await listen(bert, there), await listen(trainer, there)];
    const threadId = await openThread({ groupId });
    const first = await post(threadId);
    for (const listener of [member, runs]) await hears(listener, first);
    await world.sql(
      `insert into discussion_setting (cohort_id, trainers_see_groups, changed_at) values ($1, false, now())
       on conflict (cohort_id) do update set trainers_see_groups = false`,
      [cohortId],
    );
    await hears(member, await post(threadId));
    expect(runs.of('post')).toHaveLength(1);
    expect(peer.heard).toEqual([{ kind: 'hello' }]);
  });

  tell('what is said about a module is heard by learners once it is open', async () => {
    const [{ id: moduleId }] = (await world.sql<{ id: string }>(
      `select module_id as id from release where cohort_id = $1 order by step desc limit 1`,
      [cohortId],
    )) as [{ id: string }];
    const [learner, runs] = [await listen(bert, there), await listen(trainer, there)];
    const threadId = await openThread({ moduleId }, trainer);
    await hears(runs, await post(threadId, trainer));
    expect(learner.heard).toEqual([{ kind: 'hello' }]);
    await world.sql(`update release set opens_at = $3 where cohort_id = $1 and module_id = $2`, [
      cohortId,
      moduleId,
      inDays(-1),
    ]);
    await hears(learner, await post(threadId));
  });

  tell('a notice and a broadcast are told to those they are for', async () => {
    const [first, second] = [await listen(anna, there), await listen(bert, there)];
    const telling = world.get(Telling);
    await telling.tell({
      kind: 'invited',
      to: `select $4::uuid as user_id, $5::uuid as subject_id`,
      values: [anna.userId, cohortId],
    });
    await until(() => first.of('notice').length === 1, 10_000);
    await telling.broadcast('cohort-cancelled', cohortId, cohortId);
    await until(() => first.of('notice').length === 2 && second.of('notice').length === 1, 10_000);
    const away = await listen(anna, there, { lastId: first.lastId });
    expect(away.of('stale')).toEqual([]);
  });

  tell('those who look at a thread hear how many they are, over both processes, and of votes', async () => {
    const threadId = await openThread();
    const query = { thread: threadId };
    const count = (listener: Listener) => listener.of('presence').at(-1);
    const first = await listen(anna, here, { query });
    await until(() => count(first) !== undefined);
    expect(count(first)).toEqual({ kind: 'presence', cohortId, threadId, number: 1 });
    const second = await listen(bert, there, { query });
    for (const listener of [first, second])
      await until(() => (count(listener) as { number: number } | undefined)?.number === 2, 20_000);
    // Somebody who may not read it does not count, and does not hear.
    const outsider = await listen(await world.person(), here, { query });
    await bert.does('PUT /threads/:threadId/same-question', { params: { threadId } });
    for (const listener of [first, second]) await until(() => listener.of('votes').length === 1, 10_000);
    expect(outsider.heard).toEqual([{ kind: 'hello' }]);
    second.close();
    await until(() => (count(first) as { number: number }).number === 1, 20_000);
  });

  tell('nobody has more than six streams', async () => {
    const busy = await world.person();
    const streams = await Promise.all(Array.from({ length: 10 }, () => Listener.open(here, busy.cookie!)));
    open.push(...streams);
    expect(streams.map(({ reply }) => reply.statusCode!).sort((a, b) => a - b)).toEqual([200, 200, 200, 200, 200, 200, 429, 429, 429, 429]); // prettier-ignore
    for (const stream of streams) stream.close();
    await until(async () => {
      const again = await Listener.open(here, busy.cookie!);
      open.push(again);
      return again.reply.statusCode === 200;
    }, 10_000);
  });

  tell('old events are forgotten, and who comes back after that is told so', async () => {
    const listener = await listen(anna);
    listener.close();
    world.clock.by({ minutes: 61 });
    await world.work(['discussion.clear-old-live-events']);
    expect(await world.sql(`select from live_event`)).toHaveLength(0);
    expect((await listen(anna, here, { lastId: listener.lastId })).of('stale')).toHaveLength(1);
  });

  tell('a process that is told to stop ends its streams first, and soon', async () => {
    const listener = await listen(anna, there);
    const from = performance.now();
    other.kill('SIGTERM');
    await once(other, 'exit');
    await until(() => listener.isOver);
    expect(other.exitCode).toBe(0);
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}

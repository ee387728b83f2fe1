import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { hours, JobsOverview, Queues } from '@kohorte/platform';
import { allHandlers, handlersWith } from './support/recording-handlers.js';
import { onBothEngines, until, type Workshop } from './support/workshop.js';

onBothEngines((open) => {
  let workshop: Workshop;
  beforeEach(async () => {
    workshop = await open();
  });
  afterEach(() => workshop.close());

  const failed = async () => (await workshop.get(Queues).of('notifications.tell-seat-offered').getFailed())[0];
  const reaction = async () => (await workshop.pool.query('select * from reaction')).rows[0];

  test('a job that failed is tried again after a while, and its error is forgotten when it is done', async () => {
    const runs: number[] = [];
    await workshop.worker(
      handlersWith({
        'notifications.tell-seat-offered': async () => {
          runs.push(performance.now());
          if (runs.length < 3) throw new Error('not yet');
        },
      }),
    );
    await workshop.offer(1);
    await workshop.settled();
    expect(runs).toHaveLength(3);
    expect(runs[1]! - runs[0]!).toBeGreaterThan(20);
    expect(await reaction()).toMatchObject({ error: null });
  });

  test('a job that always fails stays failed with its error, for people to see', async () => {
    let runs = 0;
    await workshop.worker(
      handlersWith({
        'notifications.tell-seat-offered': async () => {
          runs += 1;
          throw new Error('no \0 such person');
        },
      }),
    );
    await workshop.offer(1);
    await until(async () => (await failed()) !== undefined);
    await until(async () => (await reaction()).error !== null);
    expect(await reaction()).toMatchObject({ done_at: null, error: 'no  such person' });
    expect(await failed()).toMatchObject({ failedReason: 'no  such person', attemptsMade: 3 });

    workshop.clock.shift = hours(2);
    await until(async () => (await reaction()).handed >= 2);
    await sleep(200);
    expect(runs).toBe(3);
    expect(await workshop.get(JobsOverview).view()).toMatchObject({
      engine: workshop.config.redisUrl ? 'redis' : 'postgres',
      queues: [{ name: 'prompt', failed: 1 }, { name: 'bulk' }],
      pendingReactions: 1,
      oldestPendingAt: expect.any(String),
    });
  });

  test('a failure that was removed comes again', async () => {
    let isBroken = true;
    await workshop.worker(
      handlersWith({
        'notifications.tell-seat-offered': async () => {
          if (isBroken) throw new Error('broken');
        },
      }),
    );
    await workshop.offer(1);
    await until(async () => (await failed()) !== undefined);
    isBroken = false;
    await (await failed())!.remove();
    workshop.clock.shift = hours(2);
    await workshop.settled();
  });

  test('a job completed but not done, as after a restored backup, is run again', async () => {
    let runs = 0;
    await workshop.worker(handlersWith({ 'notifications.tell-seat-offered': async () => void (runs += 1) }));
    await workshop.offer(1);
    await workshop.settled();
    await workshop.pool.query('update reaction set done_at = null');
    workshop.clock.shift = hours(2);
    await workshop.settled();
    expect(runs).toBe(2);
  });

  test('a job that nobody knows fails and says so', async () => {
    await workshop.worker(handlersWith({}));
    await workshop.pool.query(`with f as (insert into fact (id, name, payload, recorded_at)
        values (uuidv7(), 'cohorts.seat-offered', '{}', now()) returning id)
      insert into reaction (fact_id, job, due_at) select id, 'notifications.sing', now() from f`);
    await until(async () => (await failed()) !== undefined);
    expect((await failed())!.failedReason).toMatch(/knows no job "notifications.sing"/);
  });

  test('a long job tells how far it is', async () => {
    const worker = await workshop.worker(
      allHandlers(async (_job, { progress, factId }) => {
        if (factId) await progress(17, 172);
      }),
    );
    await workshop.offer(1);
    await workshop.settled();
    await worker.close();
    const [job] = await workshop.get(Queues).of('notifications.tell-seat-offered').getCompleted();
    expect(job!.progress).toEqual({ done: 17, total: 172 });
  });
});

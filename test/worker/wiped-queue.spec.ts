import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { days } from '@kohorte/platform';
import { allHandlers } from './support/recording-handlers.js';
import { onBothEngines, until, type Workshop } from './support/workshop.js';

onBothEngines((open) => {
  let workshop: Workshop;
  let done: string[];
  let swept: number;
  beforeEach(async () => {
    workshop = await open();
    done = [];
    swept = 0;
  });
  afterEach(() => workshop.close());

  const handlers = (milliseconds = 0) =>
    allHandlers(async (job, { factId }) => {
      await sleep(milliseconds);
      if (factId) done.push(`${factId} ${job}`);
      else if (job === 'cohorts.release-due') swept += 1;
    });

  test('nothing that waited in a wiped queue is lost', async () => {
    await workshop.offer(30);
    await workshop.handOver();
    expect(await workshop.count('reaction where handed = 1')).toBe(30);
    await workshop.wipe();
    await workshop.worker(handlers());
    await workshop.settled();
    expect(new Set(done).size).toBe(30);
    expect(done).toHaveLength(30);
  });

  test('a queue wiped under a running worker is filled again, and its sweeps come back', async () => {
    await workshop.worker(handlers(50));
    await workshop.offer(60);
    await until(() => done.length > 8);
    await workshop.wipe();
    await workshop.settled();
    expect(new Set(done).size).toBe(60);
    expect(done).toHaveLength(60);
    const before = swept;
    await until(() => swept > before + 1);
  });

  test('a queue emptied to the last table works again', async () => {
    await workshop.worker(handlers());
    if (workshop.config.redisUrl) await workshop.wipe();
    else
      await workshop.insist(`do $$ declare name text; begin
      for name in select tablename from pg_tables where schemaname = 'bullmq' loop
        execute format('truncate bullmq.%I cascade', name);
      end loop; end $$`);
    await workshop.offer(5);
    await workshop.settled();
    expect(done).toHaveLength(5);
  });

  test('three days without a worker: all that fell due is done once, sweeps are not made up for', async () => {
    const now = Date.now;
    const threeDaysAgo = -days(3);
    workshop.clock.shift = threeDaysAgo;
    Date.now = () => now() + threeDaysAgo;
    const first = await workshop.worker(handlers());
    await workshop.offer(5);
    await workshop.settled();
    await until(() => swept > 1);
    await first.close();
    await workshop.offer(20);
    await workshop.handOver();
    await workshop.release();
    Date.now = now;
    workshop.clock.shift = 0;

    swept = 0;
    const from = performance.now();
    await workshop.worker(handlers());
    await workshop.settled();
    await until(() => swept > 2);
    expect(new Set(done).size).toBe(27);
    expect(done).toHaveLength(27);
    const each = 10 * workshop.settings.sweepSecond;
    expect(swept).toBeLessThanOrEqual((performance.now() - from) / each + 2);
  });
});

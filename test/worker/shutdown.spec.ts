import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { handlersWith } from './support/recording-handlers.js';
import { onBothEngines, until, type Workshop } from './support/workshop.js';

onBothEngines((open) => {
  let workshop: Workshop;
  beforeEach(async () => {
    workshop = await open();
  });
  afterEach(() => workshop.close());

  test('a worker that is told to stop finishes what it runs and takes no more', async () => {
    await workshop.offer(200);
    const worker = await workshop.worker(workshop.recording(100));
    await until(async () => (await workshop.count('run')) > 0);
    await worker.close();
    expect(await workshop.count('run where ended_at is null')).toBe(0);
    const ran = await workshop.count('run');
    expect(ran).toBeLessThan(200);
    expect(await workshop.count('reaction where done_at is not null')).toBe(ran);
  });

  test('a job longer than the grace is told to stop and is done by another worker', async () => {
    const told: unknown[] = [];
    let isBegun = false;
    const first = await workshop.worker(
      handlersWith({
        'notifications.tell-seat-offered': async (_payload, { signal }) => {
          isBegun = true;
          await sleep(60_000, undefined, { signal }).catch((error: unknown) => {
            told.push(signal.reason);
            throw error;
          });
        },
      }),
    );
    await workshop.offer(1);
    await until(() => isBegun);
    await first.close();
    expect(told).toHaveLength(1);

    let runs = 0;
    await workshop.worker(handlersWith({ 'notifications.tell-seat-offered': async () => void (runs += 1) }));
    await workshop.settled();
    expect(runs).toBe(1);
  });

  test('a job that does not listen is returned all the same', async () => {
    let isBegun = false;
    let isLetGo = false;
    const first = await workshop.worker(
      handlersWith({
        'notifications.tell-seat-offered': async () => {
          isBegun = true;
          await until(() => isLetGo);
        },
      }),
    );
    await workshop.offer(1);
    await until(() => isBegun);
    await first.close();

    let runs = 0;
    await workshop.worker(handlersWith({ 'notifications.tell-seat-offered': async () => void (runs += 1) }));
    await workshop.settled();
    expect(runs).toBe(1);
    isLetGo = true;
  });
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { JobsOverview, Queues } from '@kohorte/platform';
import { handlersWith } from './support/recording-handlers.js';
import { onBothEngines, until, type Workshop } from './support/workshop.js';

onBothEngines((open) => {
  let workshop: Workshop;
  beforeEach(async () => {
    workshop = await open();
  });
  afterEach(() => workshop.close());

  test('sweeps run every so often, and the overview says when next', async () => {
    const swept: string[] = [];
    await workshop.worker(
      handlersWith({
        'cohorts.release-due': async () => void swept.push('release'),
        'notifications.send-due-mails': async () => void swept.push('mails'),
      }),
    );
    await until(() => swept.filter((name) => name === 'release').length > 3);
    await until(() => swept.filter((name) => name === 'mails').length > 1);
    const { sweeps } = await workshop.get(JobsOverview).view();
    expect(sweeps).toContainEqual({ job: 'cohorts.release-due', everySeconds: 10, nextAt: expect.any(String) });
    expect(sweeps.every(({ nextAt }) => nextAt !== null)).toBe(true);
  });

  test('a sweep that takes long is not begun a second time, by this worker or another', async () => {
    let running = 0;
    let most = 0;
    let ended = 0;
    const handlers = handlersWith({
      'cohorts.release-due': async () => {
        running += 1;
        most = Math.max(most, running);
        await sleep(700);
        running -= 1;
        ended += 1;
      },
    });
    await workshop.worker(handlers);
    await workshop.worker(handlers);
    await until(() => ended > 1);
    expect(most).toBe(1);
  });

  test('of a sweep that fails each time, only the first failure is kept', async () => {
    let failures = 0;
    await workshop.worker(
      handlersWith({
        'cohorts.release-due': async () => {
          failures += 1;
          throw new Error(`failure ${failures}`);
        },
      }),
    );
    await until(() => failures > 4);
    const kept = await workshop.get(Queues).of('cohorts.release-due').getFailed();
    expect(kept.map(({ failedReason }) => failedReason)).toEqual(['failure 1']);
  });

  test('a sweep of an older release is taken away', async () => {
    const queue = workshop.get(Queues).named('bulk');
    await queue.upsertJobScheduler('notifications.send-telegrams', { every: 50 }, { name: 'x' });
    await workshop.worker(handlersWith({}));
    const names = (await queue.getJobSchedulers(0, -1)).map(({ key }) => key);
    expect(names).not.toContain('notifications.send-telegrams');
    expect(names).toContain('notifications.send-due-mails');
  });
});

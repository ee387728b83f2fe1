import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { onBothEngines, until, type Workshop } from './support/workshop.js';

/** How many jobs one worker runs at once in these stories. */
const atOnce = 8;

onBothEngines((open) => {
  let workshop: Workshop;
  beforeEach(async () => {
    workshop = await open();
  });
  afterEach(() => workshop.close());

  const overlaps = () =>
    workshop.count(`run a join run b on a.fact_id = b.fact_id and a.job = b.job and a.id < b.id
                      and a.ended_at > b.began_at`);

  test('what a worker killed in the middle was doing is done by the next one', async () => {
    await workshop.enrol(60);
    const first = await workshop.child();
    await until(async () => (await workshop.count('effect')) >= 10);
    first.kill('SIGKILL');
    expect(await workshop.count('effect')).toBeLessThan(60);

    await workshop.child();
    await workshop.settled();
    expect(await workshop.count('effect')).toBe(60);
    // Only what was cut off was begun again.
    expect(await workshop.count('run')).toBeLessThanOrEqual(60 + atOnce);
    expect(await overlaps()).toBe(0);
  });

  test('two workers share the jobs, and one of them may die', async () => {
    const [first] = await Promise.all([workshop.child(), workshop.child()]);
    await workshop.enrol(60);
    await until(async () => (await workshop.count('effect')) >= 10);
    first.kill('SIGKILL');
    await workshop.settled();
    expect(await workshop.count('effect')).toBe(60);
    expect(await workshop.count('(select distinct pid from run) as worker')).toBe(2);
    expect(await workshop.count('run')).toBeLessThanOrEqual(60 + atOnce);
    expect(await overlaps()).toBe(0);
  });
});

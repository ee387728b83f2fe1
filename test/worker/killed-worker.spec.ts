import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { onBothEngines, until, type Workshop } from './support/workshop.js';

/** How many jobs one worker runs at once in these stories. */
const atOnce = 8;

onBothEngines((open) => {
  let workshop: Workshop;
  beforeEach(async () => {
    workshop = await open();
  });
  afterEach(() => workshop.close());

  const runsBy = ({ pid }: ChildProcess) => workshop.count(`run where pid = ${pid}`);

  test('two workers share the jobs; both are killed in the middle, and a third one does the rest', async () => {
    const [first, second] = await Promise.all([workshop.child(), workshop.child()]);
    await workshop.offer(150);
    await until(async () => (await runsBy(first)) > 0 && (await runsBy(second)) > 0);
    first.kill('SIGKILL');
    const before = await workshop.count('effect');
    await until(async () => (await workshop.count('effect')) > before + 2 * atOnce);
    second.kill('SIGKILL');
    expect(await workshop.count('effect')).toBeLessThan(150);

    await workshop.worker(workshop.recording(1));
    await workshop.settled();
    expect(await workshop.count('effect')).toBe(150);
    // Only what was cut off was begun again, and never while it was still running.
    expect(await workshop.count('run')).toBeLessThanOrEqual(150 + 2 * atOnce);
    const together = `run a join run b on a.fact_id = b.fact_id and a.id < b.id and a.ended_at > b.began_at`;
    expect(await workshop.count(together)).toBe(0);
  });
});

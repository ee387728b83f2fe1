import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { allHandlers } from './support/recording-handlers.js';
import { onBothEngines, until, type Workshop } from './support/workshop.js';

const yes = () => true;
const no = () => false;

onBothEngines((open) => {
  let workshop: Workshop;
  beforeEach(async () => {
    workshop = await open();
  });
  afterEach(() => workshop.close());

  test('each reaction to a fact is done once, and a fact without any causes nothing', async () => {
    const done: string[] = [];
    await workshop.worker(allHandlers(async (job, { factId }) => void (factId && done.push(`${factId} ${job}`))));
    await workshop.offer(250);
    await workshop.release();
    await workshop.settled();
    expect(done).toHaveLength(252);
    expect(new Set(done).size).toBe(252);
    expect(await workshop.count('reaction where handed = 0')).toBe(0);
  });

  test('a relay that dies between adding and noting it hands nothing over twice', async () => {
    await workshop.offer(20);
    const dying = await workshop.child({ DIES_AFTER_ADDING: 'yes' });
    if (dying.signalCode === null) await once(dying, 'exit');
    expect(await workshop.count('reaction where handed > 0')).toBe(0);
    await workshop.worker(workshop.recording(1));
    await workshop.settled();
    expect(await workshop.count('run')).toBe(20);
  });

  test('a database that ends every connection is found again', async () => {
    let done = 0;
    await workshop.worker(allHandlers(async (_job, { factId }) => void (factId && (done += 1))));
    await workshop.offer(1);
    await workshop.settled();
    await workshop.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await until(() => workshop.offer(5).then(yes, no));
    await workshop.settled();
    expect(done).toBe(6);
  });
});

/** Fills an empty data folder with the demo company, or the database of DATABASE_URL, without starting Kohorte. */
import { checkNode, installIfNeeded } from './lib/install.mjs';
import { run, say } from './lib/say.mjs';

await run(async () => {
  checkNode();
  await installIfNeeded();
  const { stopSignal } = await import('./lib/processes.mjs');
  const { House } = await import('./lib/house.mjs');
  const { buildServer } = await import('./lib/build.mjs');
  const signal = stopSignal();
  const house = new House(signal, {});
  try {
    await buildServer();
    await house.openDatabase();
    await house.setUp('migrate');
    const { seeded } = await house.setUp('seed-demo');
    say(seeded ? 'The demo company is in.' : 'There are people already: nothing was changed.');
  } catch (error) {
    if (!signal.aborted) throw error;
    say('Stopped before it was done; the next start begins the demo again.');
    return 130;
  } finally {
    await house.close();
  }
});

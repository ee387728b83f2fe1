/** Installs, builds, and runs Kohorte with everything it needs, until Ctrl-C. Needs nothing but Node and npm. */
import { checkNode, installIfNeeded } from './lib/install.mjs';
import { run, say } from './lib/say.mjs';

await run(async () => {
  checkNode();
  const { aborted, stopSignal } = await import('./lib/processes.mjs');
  const { furnish, House, refusePortInUse, welcome } = await import('./lib/house.mjs');
  const port = Number(process.env.PORT || 3000);
  const signal = stopSignal();
  const house = new House(signal, { PORT: String(port), WEB_DIR: process.env.WEB_DIR || 'dist/web' });
  try {
    await refusePortInUse(port);
    await installIfNeeded();
    signal.throwIfAborted();
    const { buildAll } = await import('./lib/build.mjs');
    await buildAll();
    signal.throwIfAborted();
    await house.openDatabase();
    const answer = await furnish(house);
    await house.startPrograms(port);
    welcome(process.env.PUBLIC_URL || `http://localhost:${port}`, answer);
    say(`  Ctrl-C stops it. Logs are in ${house.logs}.\n`);
    await Promise.race([house.trouble, aborted(signal)]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    if (signal.aborted) say('Stopping …');
    await house.close();
  }
});

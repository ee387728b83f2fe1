/** Like `start`, while you work: compiles and restarts the server when a file changes, and serves the web by Vite. */
import { watch } from 'node:fs';
import { checkNode, installIfNeeded } from './lib/install.mjs';
import { run, say, since } from './lib/say.mjs';

await run(async () => {
  checkNode();
  await installIfNeeded();
  const { aborted, freePort, stopSignal } = await import('./lib/processes.mjs');
  const { furnish, House, refusePortInUse, welcome } = await import('./lib/house.mjs');
  const { buildServer } = await import('./lib/build.mjs');
  const port = Number(process.env.PORT || 3000);
  const address = `http://localhost:${port}`;
  const signal = stopSignal();
  await refusePortInUse(port);
  const apiPort = await freePort(port + 1);
  // The browser speaks to Vite, so that this is the origin that the API is to trust.
  const house = new House(signal, { PORT: String(apiPort), PUBLIC_URL: address });
  let vite = null;
  try {
    await buildServer();
    await house.openDatabase();
    const answer = await furnish(house);
    await house.startPrograms(apiPort);
    vite = await serveWeb(port, apiPort);
    welcome(address, answer);
    say(`  Watching. Ctrl-C stops it. Logs are in ${house.logs}.\n`);
    watchServer(signal, async (paths) => {
      const from = performance.now();
      if ((await buildServer()) === 0 || signal.aborted) return;
      await house.stopPrograms();
      if (paths.some((path) => path.startsWith('migrations'))) await house.setUp('migrate');
      if (signal.aborted) return;
      await house.startPrograms(apiPort);
      say(`Restarted in ${since(from)}.`);
    });
    await Promise.race([house.trouble, aborted(signal)]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    if (signal.aborted) say('Stopping …');
    await vite?.close();
    await house.close();
  }
});

async function serveWeb(port, apiPort) {
  const { createServer } = await import('vite');
  const { at } = await import('./lib/root.mjs');
  const server = await createServer({
    configFile: at('apps/web/vite.config.ts'),
    root: at('apps/web'),
    logLevel: 'warn',
    server: { port, strictPort: true, proxy: { '^/api/': `http://127.0.0.1:${apiPort}` } },
  });
  return server.listen();
}

/** Calls `react` with what changed, once things have been quiet for a moment, and never twice at a time. */
function watchServer(signal, react) {
  let changed = new Set();
  let timer = null;
  let running = Promise.resolve();
  const flush = () => {
    const paths = [...changed];
    changed = new Set();
    running = running.then(() => react(paths)).catch((error) => signal.aborted || say(error.message));
  };
  for (const folder of ['apps', 'libs', 'migrations'])
    watch(folder, { recursive: true, signal }, (_event, name) => {
      if (!name || (folder === 'apps' && name.startsWith('web'))) return;
      changed.add(`${folder}/${name}`);
      clearTimeout(timer);
      timer = setTimeout(flush, 150);
    });
}

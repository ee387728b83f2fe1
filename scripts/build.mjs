/** Compiles the server, and the web app unless `--server-only`; only what is stale. */
import { buildServer, buildWeb } from './lib/build.mjs';
import { run, say, since } from './lib/say.mjs';

await run(async () => {
  const from = performance.now();
  const files = await buildServer();
  say(`server  ${files === 0 ? 'fresh' : `${files} files`}  ${since(from)}`);
  if (process.argv.includes('--server-only')) return;
  const webFrom = performance.now();
  say(`web     ${(await buildWeb()) ? 'built' : 'fresh'}  ${since(webFrom)}`);
});

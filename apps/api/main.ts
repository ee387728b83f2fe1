import 'reflect-metadata';
import { log, readConfig, runUntilStopped } from '@kohorte/platform';
import { createApi } from './create-api.js';

await runUntilStopped('api', async () => {
  const config = readConfig(process.env);
  const app = await createApi({ config });
  await app.listen({ port: config.port, host: process.env['HOST'] || '0.0.0.0' });
  log.info({ port: config.port }, 'api is up');
  return () => app.close();
});

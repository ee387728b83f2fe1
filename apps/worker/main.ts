import 'reflect-metadata';
import { readConfig, runUntilStopped, serveMetricsAlone, WorkerProcess } from '@kohorte/platform';
import { handlersOf } from '../handlers.js';
import { createWorker } from './create-worker.js';

await runUntilStopped('worker', async () => {
  const config = readConfig(process.env);
  const app = await createWorker({ config });
  await app.get(WorkerProcess).start(handlersOf(app));
  const stopMetrics = await serveMetricsAlone(config);
  return async () => {
    await stopMetrics();
    await app.close();
  };
});

import 'reflect-metadata';
import { readConfig, runUntilStopped, WorkerProcess } from '@kohorte/platform';
import { handlersOf } from '../handlers.js';
import { createWorker } from './create-worker.js';

await runUntilStopped('worker', async () => {
  const app = await createWorker({ config: readConfig(process.env) });
  await app.get(WorkerProcess).start(handlersOf(app));
  return () => app.close();
});

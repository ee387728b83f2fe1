import 'reflect-metadata';
import { seedDemo } from '@kohorte/demo';
import { OneTimeLinks } from '@kohorte/people';
import { type Config, dataSourceOptions, readConfig } from '@kohorte/platform';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { createWorker } from '../worker/create-worker.js';
import { handlersOf } from '../handlers.js';

const [command] = process.argv.slice(2);
const config = readConfig(process.env);

switch (command) {
  case 'migrate':
    await migrate(config);
    break;
  case 'first-admin':
    await say(async () => {
      const app = await createWorker({ config });
      const url = await app.get(OneTimeLinks).forFirstAdmin();
      await app.close();
      return { url };
    });
    break;
  case 'seed-demo':
    // The demo's past is never mailed to anybody.
    await say(() => seedDemo((clock) => createWorker({ config: { ...config, smtpUrl: null }, clock }), handlersOf));
    break;
  default:
    process.stderr.write('setup knows: migrate, first-admin, seed-demo\n');
    process.exitCode = 2;
}

/** Brings the schema up to date. Two that start at once wait for each other. */
async function migrate(to: Config): Promise<void> {
  const source = await new DataSource({ ...dataSourceOptions(to), migrations }).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query(`select pg_advisory_lock(hashtext('kohorte:migrate'))`);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query(`select pg_advisory_unlock(hashtext('kohorte:migrate'))`);
    await runner.release();
    await source.destroy();
  }
}

async function say(answer: () => Promise<object>): Promise<void> {
  process.stdout.write(`${JSON.stringify(await answer())}\n`);
}

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
const unfinished = 'kohorte: unfinished demo';

switch (command ?? '') {
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
    await say(fillDemo);
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

/**
 * Fills in the demo. One that was cut off in the middle is begun again. That it is unfinished is noted in the very
 * database, and only where nobody was there before: no other data can ever be mistaken for it.
 */
async function fillDemo(): Promise<object> {
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  const note = (text: string): Promise<unknown> => source.query(`comment on schema public is '${text}'`);
  try {
    const [found] = await source.query<{ note: string | null }[]>(
      `select obj_description('public'::regnamespace, 'pg_namespace') as note`,
    );
    if (found?.note === unfinished) await empty(source);
    // The demo's past is never mailed to anybody.
    const answer = await seedDemo(
      (clock) => createWorker({ config: { ...config, smtpUrl: null }, clock }),
      handlersOf,
      () => note(unfinished),
    );
    if (answer.seeded) await note('');
    return answer;
  } finally {
    await source.destroy();
  }
}

async function empty(source: DataSource): Promise<void> {
  const tables = await source.query<{ name: string }[]>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
  );
  await source.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
}

async function say(answer: () => Promise<object>): Promise<void> {
  process.stdout.write(`${JSON.stringify(await answer())}\n`);
}

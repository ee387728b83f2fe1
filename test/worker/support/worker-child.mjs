/**
 * A worker process that tests may kill: it does every job by writing that it began, waiting, having one effect and
 * writing that it ended. Runs the built libs; told by environment what to do.
 */
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { Test } from '@nestjs/testing';
import { Pool } from 'pg';
import { jobs } from '../../../dist/libs/contracts/index.js';
import {
  PlatformModule,
  Queues,
  QueueSettings,
  readConfig,
  WorkerModule,
  WorkerProcess,
} from '../../../dist/libs/platform/index.js';

const { SETTINGS, JOB_MILLISECONDS, DIES_AFTER_ADDING } = process.env;
const config = readConfig(process.env);
const pool = new Pool({ connectionString: config.databaseUrl });

const module = await Test.createTestingModule({ imports: [PlatformModule.with({ config }), WorkerModule] })
  .overrideProvider(QueueSettings)
  .useValue(Object.assign(new QueueSettings(), JSON.parse(SETTINGS)))
  .compile();

if (DIES_AFTER_ADDING) {
  const queues = module.get(Queues);
  const add = queues.add.bind(queues);
  queues.add = async (caused) => {
    await add(caused);
    process.kill(process.pid, 'SIGKILL');
    await sleep(60_000);
  };
}

async function work(job, { factId }) {
  if (factId === null) return;
  const { rows } = await pool.query(`insert into run (job, fact_id, pid) values ($1, $2, $3) returning id`, [
    job,
    factId,
    process.pid,
  ]);
  await sleep(Number(JOB_MILLISECONDS));
  await pool.query(`insert into effect (job, fact_id) values ($1, $2) on conflict do nothing`, [job, factId]);
  await pool.query(`update run set ended_at = clock_timestamp() where id = $1`, [rows[0].id]);
}

await module.init();
await module
  .get(WorkerProcess)
  .start(Object.fromEntries(Object.keys(jobs).map((job) => [job, (_payload, context) => work(job, context)])));
process.send?.('started');

process.once('SIGTERM', async () => {
  await module.close();
  await pool.end();
  process.exit(0);
});

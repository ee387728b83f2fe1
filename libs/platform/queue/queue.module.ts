import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config.js';
import { Drain } from '../outbox/drain.js';
import { Outbox } from '../outbox/outbox.js';
import { Relay } from '../outbox/relay.js';
import { Engine } from './engine.js';
import { JobsOverview } from './jobs-overview.js';
import { OneAtATime } from './one-at-a-time.js';
import { PostgresEngine } from './postgres-engine.js';
import { reportBacklog } from './queue.metrics.js';
import { QueueSettings } from './queue-settings.js';
import { Queues } from './queues.js';
import { RedisEngine } from './redis-engine.js';
import { Runner } from './runner.js';
import { Sweeps } from './sweeps.js';
import { WorkerProcess } from './worker-process.js';

/** Redis where there is one, else Postgres. */
async function chooseEngine(config: Config, settings: QueueSettings): Promise<Engine> {
  const engine = config.redisUrl
    ? new RedisEngine(config.redisUrl, settings.prefix)
    : new PostgresEngine(config.databaseUrl);
  await engine.prepare();
  return engine;
}

/** Outbox and queues, as every process sees them. */
@Module({
  providers: [
    QueueSettings,
    { provide: Engine, useFactory: chooseEngine, inject: [Config, QueueSettings] },
    Queues,
    Outbox,
    Drain,
    JobsOverview,
  ],
  exports: [QueueSettings, Engine, Queues, Outbox, Drain, JobsOverview],
})
export class QueueModule implements OnApplicationShutdown {
  constructor(
    private readonly engine: Engine,
    private readonly queues: Queues,
    outbox: Outbox,
  ) {
    reportBacklog(outbox);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
    await this.engine.close();
  }
}

/** What the process that runs jobs needs besides. It begins when `WorkerProcess.start` is called. */
@Module({
  imports: [QueueModule],
  providers: [OneAtATime, Sweeps, Relay, Runner, WorkerProcess],
  exports: [WorkerProcess],
})
export class WorkerModule {}

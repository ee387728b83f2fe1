import { type Chance, type Clock, type Config, NestLog, PlatformModule, WorkerModule } from '@kohorte/platform';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { rungs } from '../rungs.js';

/** The job process. */
@Module({})
class JobModule {
  static with(handed: { config: Config; clock?: Clock; chance?: Chance }): DynamicModule {
    return { module: JobModule, imports: [PlatformModule.with({ ...handed, runsJobs: true }), WorkerModule, ...rungs] };
  }
}

/** The worker, ready to start. */
export async function createWorker(handed: {
  config: Config;
  clock?: Clock;
  chance?: Chance;
}): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(JobModule.with(handed), { logger: new NestLog(), abortOnError: false });
}

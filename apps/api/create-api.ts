import {
  type Chance,
  type Clock,
  type Config,
  fastifyOptions,
  NestLog,
  prepareApi,
  serveMetrics,
  serveWeb,
} from '@kohorte/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { ApiModule } from './api.module.js';

/** The API, ready to listen or to be called in a test. */
export async function createApi(handed: {
  config: Config;
  clock?: Clock;
  chance?: Chance;
}): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.with(handed),
    new FastifyAdapter(fastifyOptions(handed.config)),
    { logger: new NestLog(), abortOnError: false },
  );
  app.setGlobalPrefix('api');
  await prepareApi(app, handed.config);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  serveMetrics(fastify, handed.config);
  await serveWeb(fastify, handed.config.webDir);
  await app.init();
  await fastify.ready();
  return app;
}

import {
  asks,
  type Chance,
  type Clock,
  type Config,
  fastifyOptions,
  NestLog,
  prepareApi,
  Queues,
  serveBoard,
  serveMetrics,
  serveWeb,
  WhoIs,
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
  const adapter = new FastifyAdapter(fastifyOptions(handed.config));
  // `prepareApi` answers errors and `serveWeb` what is found nowhere: Fastify takes one of each, and Nest would
  // set its own.
  adapter.setErrorHandler = () => adapter.getInstance();
  adapter.setNotFoundHandler = () => adapter.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(handed), adapter, {
    logger: new NestLog(),
    abortOnError: false,
    // Fastify's own parser takes JSON only; Nest's would also take forms, which any site can send.
    bodyParser: false,
  });
  app.setGlobalPrefix('api');
  await prepareApi(app, handed.config);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  serveMetrics(fastify, handed.config);
  await serveBoard(fastify, app.get(Queues), asks('admins', app.get(WhoIs)));
  await serveWeb(fastify, handed.config.webDir);
  await app.init();
  await fastify.ready();
  return app;
}

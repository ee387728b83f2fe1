import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { fingerprint } from '../chance.js';
import { metrics } from '../metrics.js';

/**
 * `GET /metrics` for Prometheus: with the token (`Authorization: Bearer …`) where one is set, else only from
 * the machine itself.
 */
export function serveMetrics(fastify: FastifyInstance, config: Config): void {
  fastify.get('/metrics', async (request, reply) => {
    if (!isWelcome(request.raw, config)) return reply.status(404).send();
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
}

/**
 * The same for a process that serves nothing else, on `METRICS_PORT`.
 * @returns what closes it
 */
export async function serveMetricsAlone(config: Config): Promise<() => Promise<void>> {
  if (config.metricsPort === 0) return async () => undefined;
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || !isWelcome(request, config)) return void response.writeHead(404).end();
    metrics.metrics().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(config.metricsPort);
  await once(server, 'listening');
  return async () => void server.close();
}

function isWelcome(request: IncomingMessage, { metricsToken }: Config): boolean {
  return metricsToken
    ? isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`)
    : ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
}

function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(fingerprint(given), fingerprint(expected));
}

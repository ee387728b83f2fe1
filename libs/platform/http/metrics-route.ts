import { timingSafeEqual } from 'node:crypto';
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
    const isWelcome = config.metricsToken
      ? isSame(request.headers.authorization ?? '', `Bearer ${config.metricsToken}`)
      : ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
    if (!isWelcome) return reply.status(404).send();
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
}

function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(fingerprint(given), fingerprint(expected));
}

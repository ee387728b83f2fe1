import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { type Endpoint, type EndpointKey, endpoints } from '@kohorte/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Config } from '../config.js';
import { log } from '../log.js';
import { observeRequest } from '../metrics.js';
import { inContext, statementsSoFar } from '../request-context.js';
import { sendProblem } from './problem-replies.js';
import { refuseForeignOrigin } from './origin.js';
import { cookiesAreSecure } from './session-cookie.js';

/** The largest file that can be uploaded. */
export const largestUpload = 512 * 1024 * 1024;

/** Sites a video may be embedded from, once the reader has agreed. */
const embeds = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com', 'https://embed.ted.com'];

/** Everything around the endpoints: request ids, cookies, uploads, security headers, logs and figures. */
export async function prepareApi(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  cookiesAreSecure(config.publicUrl.startsWith('https:'));
  const ownOrigin = new URL(config.publicUrl).origin;

  fastify.addHook('onRequest', (request, _reply, done) => inContext(request.id, done));
  fastify.addHook('onRequest', async (request) => {
    refuseForeignOrigin(request, ownOrigin);
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    void reply.header('x-request-id', request.id).header('server-timing', `statements;desc="${statementsSoFar()}"`);
    if (!reply.hasHeader('cache-control') && request.url.startsWith('/api/'))
      void reply.header('cache-control', 'no-store');
    if (typeof payload === 'string' && isKnown(request, reply)) {
      void reply.code(304);
      return '';
    }
    const isEmpty = payload === undefined || payload === null || payload === '';
    if (isEmpty && (reply.statusCode === 200 || reply.statusCode === 201)) void reply.code(204);
    return payload;
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    // A stream lasts as long as somebody reads it, which says nothing about how fast anything is.
    if (!String(reply.getHeader('content-type')).startsWith('text/event-stream'))
      observeRequest(request.method, route, reply.statusCode, reply.elapsedTime);
    log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        statements: statementsSoFar(),
      },
      'request',
    );
    done();
  });
  fastify.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));

  takeForms(fastify);
  await fastify.register(cookie);
  await fastify.register(multipart, {
    limits: { files: 1, fileSize: largestUpload, fields: 20, fieldSize: 64 * 1024, parts: 25 },
  });
  await fastify.register(compress, { global: true, threshold: 2048, encodings: ['br', 'gzip'] });
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        mediaSrc: ["'self'"],
        manifestSrc: ["'self'"],
        frameSrc: ["'self'", ...embeds],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: config.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  });
}

/** Forms are taken only where the catalogue says so: any site can send them, in the name of whoever looks at it. */
function takeForms(fastify: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  fastify.addContentTypeParser(type, { parseAs: 'string', bodyLimit: 4_096 }, (request, body, done) => {
    const key = `${request.method} ${(request.routeOptions.url ?? '').replace(/^\/api/, '')}` as EndpointKey;
    if ((endpoints[key] as Endpoint | undefined)?.form)
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    else done(Object.assign(new Error('Forms are not taken here.'), { statusCode: 415 }));
  });
}

/** Whether the reader has this very content already, as told by the ETag that came with it. */
function isKnown(request: FastifyRequest, reply: FastifyReply): boolean {
  const tag = reply.getHeader('etag');
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim()) ?? [];
  return reply.statusCode === 200 && typeof tag === 'string' && known.includes(tag);
}

/** How Fastify itself is set up: ids, sizes, times, proxies. */
export function fastifyOptions(config: Config): FastifyServerOptions {
  return {
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxies > 0 ? (_address, hop) => hop < config.trustedProxies : false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 15 * 60_000,
    keepAliveTimeout: 75_000,
    connectionTimeout: 0,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    logger: false,
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.js';
import { log } from '../log.js';
import { sendProblem } from './problem-replies.js';

/** Serves the built web app: hashed assets for a year, every other address gets the page that finds its own way. */
export async function serveWeb(fastify: FastifyInstance, webDir: string | null): Promise<void> {
  if (!webDir || !existsSync(join(webDir, 'index.html'))) {
    if (webDir) log.warn({ webDir }, 'no web app there');
    fastify.setNotFoundHandler((request, reply) => sendProblem(new Problem('not-found'), request, reply));
    return;
  }
  await fastify.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    // Packed by the build, in `.br` and `.gz` beside each file.
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.startsWith(join(webDir, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  fastify.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|assets|metrics)(\/|$|\?)/.test(request.url);
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return sendProblem(new Problem('not-found'), request, reply);
  });
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from '../http/problem-replies.js';
import { Problem } from '../problem.js';
import { BoardPlan } from './board-plan.js';
import type { Queues } from './queues.js';

/** Where admins look into the queues. */
const boardPath = '/api/admin/queues';

/** Its page has a `<base>` and styles of its own; scripts come from files here, and nothing from elsewhere. */
const contentSecurityPolicy = [
  `default-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `base-uri 'self'`,
  `object-src 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

/** The page asks a foreign server for its typeface, which nobody's address should be told. */
const foreignTypeface = /<link href="https:\/\/fonts\.[^>]*>/g;

/** Serves bull-board on the queues, to those whom `mayEnter` lets in; for others it does not exist. */
export async function serveBoard(
  fastify: FastifyInstance,
  queues: Queues,
  mayEnter: (request: FastifyRequest) => Promise<boolean>,
): Promise<void> {
  const plan = new BoardPlan();
  createBullBoard({
    queues: queues.all.map((queue) => new BullMQAdapter(queue)),
    serverAdapter: plan,
    options: { uiConfig: { boardTitle: 'Kohorte' } },
  });
  const page = await readFile(join(plan.viewsPath, 'index.ejs'), 'utf8');
  await fastify.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        if (await mayEnter(request)) return;
        sendProblem(new Problem('not-found'), request, reply);
        return reply;
      });
      scope.addHook('onSend', async (_request, reply) => {
        void reply.header('content-security-policy', contentSecurityPolicy);
      });
      scope.setErrorHandler<Error>((error, request, reply) => {
        if (error instanceof Problem) return sendProblem(error, request, reply);
        const { status, body } = plan.answerTo(error);
        return reply.status(status ?? 500).send(body);
      });
      await scope.register(fastifyStatic, {
        root: plan.filesPath,
        prefix: `${plan.filesRoute}/`,
        decorateReply: false,
      });
      for (const url of [plan.page.route].flat())
        scope.get(url, async (_request, reply) => {
          const { params } = plan.page.handler({ basePath: boardPath, uiConfig: plan.uiConfig });
          return reply.type('text/html; charset=utf-8').send(filled(page, params));
        });
      for (const endpoint of plan.routes)
        for (const url of [endpoint.route].flat())
          scope.route({
            method: [endpoint.method].flat().map((name) => name.toUpperCase()),
            url,
            handler: async (request, reply) => {
              const { status, body } = await endpoint.handler({
                queues: plan.queues,
                uiConfig: plan.uiConfig,
                params: request.params as Record<string, string>,
                query: request.query as Record<string, string>,
                body: (request.body ?? {}) as Record<string, unknown>,
                headers: request.headers as Record<string, string | undefined>,
              });
              return reply.status(status ?? 200).send(body);
            },
          });
    },
    { prefix: boardPath },
  );
}

/** The page is a template of plain values, of which those with `=` are escaped. */
function filled(page: string, values: Record<string, string>): string {
  return page
    .replace(foreignTypeface, '')
    .replace(/<%([-=]) (\w+) %>/g, (_whole, kind: string, name: string) =>
      kind === '-' ? (values[name] ?? '') : escaped(values[name] ?? ''),
    );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

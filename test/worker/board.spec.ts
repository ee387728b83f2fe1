import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Problem, Queues, serveBoard } from '@kohorte/platform';
import Fastify, { type FastifyInstance } from 'fastify';
import { allHandlers } from './support/recording-handlers.js';
import { onBothEngines, until, type Workshop } from './support/workshop.js';

const path = '/api/admin/queues';

onBothEngines((open) => {
  let workshop: Workshop;
  let fastify: FastifyInstance;
  beforeEach(async () => {
    workshop = await open();
    fastify = Fastify();
    await serveBoard(fastify, workshop.get(Queues), async (request) => request.headers['x-role'] === 'admin');
  });
  afterEach(async () => {
    await fastify.close();
    await workshop.close();
  });

  const ask = (url: string, method: 'GET' | 'PUT' = 'GET') =>
    fastify.inject({ url: `${path}${url}`, method, headers: { 'x-role': 'admin' } });

  test('only those who are let in see that there is a board', async () => {
    for (const url of ['', '/', '/api/queues', '/static/favicon-32x32.png']) {
      expect((await fastify.inject({ url: `${path}${url}` })).statusCode).toBe(404);
      expect((await ask(url)).statusCode).toBe(200);
    }
    expect((await fastify.inject({ url: `${path}/api/queues/pause`, method: 'PUT' })).statusCode).toBe(404);
  });

  test('who is refused on the way in is told why', async () => {
    const other = Fastify();
    await serveBoard(other, workshop.get(Queues), async () => {
      throw new Problem('foreign-origin');
    });
    const answer = await other.inject({ url: `${path}/api/queues/pause`, method: 'PUT' });
    await other.close();
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'foreign-origin']);
  });

  test('the page asks nobody else for anything and runs no script of its own text', async () => {
    const { body, headers } = await ask('/');
    expect(body).not.toContain('https://');
    expect(body).not.toMatch(/<script(?![^>]*(src=|application\/json))/);
    expect(headers['content-security-policy']).not.toContain(`script-src`);
  });

  test('a job that failed for good is shown with its error, and done when an admin retries it', async () => {
    let isBroken = true;
    await workshop.worker(
      allHandlers(async (_job, { factId }) => {
        if (factId && isBroken) throw new Error('the printer is on fire');
      }),
    );
    await workshop.offer(1);
    const failed = async () => {
      const { queues } = (await ask('/api/queues?activeQueue=prompt&status=failed')).json();
      return queues.find(({ name }: { name: string }) => name === 'prompt').jobs;
    };
    await until(async () => (await failed()).length === 1);
    const [job] = await failed();
    expect(job).toMatchObject({ name: 'notifications.tell-seat-offered', failedReason: 'the printer is on fire' });
    isBroken = false;
    expect((await ask(`/api/queues/prompt/${job.id}/retry`, 'PUT')).statusCode).toBe(204);
    await workshop.settled();
  });
});

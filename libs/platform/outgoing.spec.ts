import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Outgoing, OutgoingProblem, type Reach } from './outgoing.js';

const wanted = { types: ['text/calendar', 'text/plain'], mostBytes: 1_000_000 };
const calendar = { 'content-type': 'text/calendar; charset=utf-8' };

/** What a server that means no good answers by path. */
const answers: Record<string, RequestListener> = {
  '/fine': (_request, reply) => reply.writeHead(200, calendar).end('BEGIN:VCALENDAR'),
  '/seen': (request, reply) => reply.writeHead(200, calendar).end(JSON.stringify(request.headers)),
  '/web': (_request, reply) => reply.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
  '/nothing': (_request, reply) => reply.writeHead(200).end('BEGIN:VCALENDAR'),
  '/packed': (_request, reply) => reply.writeHead(200, { ...calendar, 'content-encoding': 'gzip' }).end('x'),
  '/gone': (_request, reply) => reply.writeHead(404, calendar).end('no'),
  '/hangs': () => undefined,
  '/hangs-later': (_request, reply) => void reply.writeHead(200, calendar).write('BEGIN'),
  '/drips': (_request, reply) => {
    reply.writeHead(200, calendar);
    const drip = setInterval(() => reply.write('.'), 20);
    reply.on('close', () => clearInterval(drip));
  },
  '/announces': (_request, reply) => reply.writeHead(200, { ...calendar, 'content-length': 50_000_000 }).end(),
  '/floods': (_request, reply) => {
    reply.writeHead(200, calendar);
    const flood = (): void => {
      while (!reply.destroyed && reply.write('x'.repeat(100_000)));
      if (!reply.destroyed) reply.once('drain', flood);
    };
    flood();
  },
  '/breaks': (request) => request.socket.destroy(),
  '/round': (_request, reply) => reply.writeHead(302, { location: '/round' }).end(),
  '/once': (_request, reply) => reply.writeHead(307, { location: 'fine' }).end(),
  '/inside': (_request, reply) => reply.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/inside-by-name': (_request, reply) => reply.writeHead(302, { location: 'http://inside.test/fine' }).end(),
  '/to-file': (_request, reply) => reply.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/with-password': (_request, reply) =>
    reply.writeHead(302, { location: `http://me:secret@calendar.test:${port()}/seen` }).end(),
};

let server: Server;
const port = (): number => (server.address() as AddressInfo).port;
const names: Record<string, string[]> = {
  'calendar.test': ['127.0.0.1'],
  'inside.test': ['10.0.0.7'],
  'both.test': ['127.0.0.1', '10.0.0.7'],
  'nobody.test': [],
};
const resolve = jest.fn<Reach['resolve']>();

beforeAll(async () => {
  server = createServer((request, reply) => (answers[request.url!] ?? answers['/gone']!)(request, reply));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  resolve.mockImplementation((host) => Promise.resolve((names[host] ?? []).map((address) => ({ address, family: 4 }))));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const reach = (): Reach => ({
  protocols: ['http:', 'https:'],
  mayReach: (address) => address === '127.0.0.1',
  resolve,
  milliseconds: 700,
});
const read = (path: string, host = 'calendar.test'): Promise<string> =>
  new Outgoing(reach()).read(`http://${host}:${port()}${path}`, wanted);
const codeOf = async (reading: Promise<string>): Promise<string> => {
  const problem = await reading.catch((error: unknown) => error);
  return problem instanceof OutgoingProblem ? problem.code : String(problem);
};

describe('reading from elsewhere', () => {
  test('gives the text, also after a redirect', async () => {
    expect(await read('/fine')).toBe('BEGIN:VCALENDAR');
    expect(await read('/once')).toBe('BEGIN:VCALENDAR');
  });

  test('sends nothing of ours along, and no password that an address carries', async () => {
    for (const path of ['/seen', '/with-password']) {
      const seen = JSON.parse(await read(path)) as Record<string, string>;
      expect(Object.keys(seen).sort((a, b) => a.localeCompare(b))).toEqual([
        'accept',
        'accept-encoding',
        'connection',
        'host',
        'user-agent',
      ]);
    }
  });

  test.each([
    ['/web', 'unexpected-type'],
    ['/nothing', 'unexpected-type'],
    ['/packed', 'unexpected-type'],
    ['/gone', 'refused'],
    ['/hangs', 'took-too-long'],
    ['/hangs-later', 'took-too-long'],
    ['/drips', 'took-too-long'],
    ['/announces', 'too-large'],
    ['/floods', 'too-large'],
    ['/breaks', 'not-reachable'],
    ['/round', 'too-many-redirects'],
    ['/inside', 'address-not-public'],
    ['/inside-by-name', 'address-not-public'],
    ['/to-file', 'address-not-https'],
  ])('%s is refused: %s', async (path, code) => expect(await codeOf(read(path))).toBe(code));

  test.each([
    ['inside.test', 'address-not-public'],
    ['both.test', 'address-not-public'],
    ['nobody.test', 'not-reachable'],
    ['[::1]', 'address-not-public'],
    ['[::ffff:127.0.0.1]', 'address-not-public'],
    ['10.0.0.7', 'address-not-public'],
    ['0x0a000007', 'address-not-public'],
  ])('%s leads nowhere: %s', async (host, code) => expect(await codeOf(read('/fine', host))).toBe(code));

  test('goes to the address that was looked at, whatever the name says a moment later', async () => {
    resolve.mockClear();
    resolve.mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }]);
    resolve.mockResolvedValue([{ address: '10.0.0.7', family: 4 }]);
    expect(await read('/fine', 'rebound.test')).toBe('BEGIN:VCALENDAR');
    expect(resolve).toHaveBeenCalledTimes(1);
    expect(await codeOf(read('/fine', 'rebound.test'))).toBe('address-not-public');
  });

  test('waits for a name no longer than for anything else', async () => {
    resolve.mockImplementation(() => new Promise(() => undefined));
    expect(await codeOf(read('/fine', 'slow.test'))).toBe('took-too-long');
  });

  test('without anything said reaches https and the public internet only', async () => {
    const outgoing = new Outgoing();
    expect(await codeOf(outgoing.read(`http://127.0.0.1:${port()}/fine`, wanted))).toBe('address-not-https');
    expect(await codeOf(outgoing.read(`https://127.0.0.1:${port()}/fine`, wanted))).toBe('address-not-public');
    expect(await codeOf(outgoing.read(`https://localhost:${port()}/fine`, wanted))).toBe('address-not-public');
    expect(await codeOf(outgoing.read('nonsense', wanted))).toBe('not-reachable');
  });
});

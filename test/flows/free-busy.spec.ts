import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Clock, Database, Outgoing, Work } from '@kohorte/platform';
// The class itself, to be given a reach that a test has made: there is no setting for that.
import { FreeBusy } from '../../libs/schedule/free-busy.js';
import { type Somebody, World } from '../support/world.js';

const calendar = { 'content-type': 'text/calendar' };
const events = (...lines: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...lines.flatMap((line, index) => ['BEGIN:VEVENT', `UID:${index}`, ...line.split('|'), 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const meeting = 'SUMMARY:Geheim|DTSTART:20260310T090000Z|DTEND:20260310T100000Z';
/** Every 30th of February: whoever looks for the first one never finds it. */
const endless = 'DTSTART:20260310T090000Z|DURATION:PT1H|RRULE:FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2';

describe('the address of one’s calendar', () => {
  let world: World;
  let server: Server;
  let freeBusy: FreeBusy;
  let amina: Somebody;
  let answer: RequestListener;
  let asked = 0;

  const pattern = () => amina.does('GET /me/work-pattern');
  const give = (url: string) => world.sql(`update work_pattern set free_busy_url = $2, free_busy_read_at = null where user_id = $1`, [amina.userId, url]); // prettier-ignore
  const address = (): string => `http://calendar.test:${(server.address() as AddressInfo).port}/amina.ics`;
  const times = () =>
    world.sql<{ starts_at: Date; note: string | null; source: string }>(
      `select starts_at, note, source from busy_time where user_id = $1 order by starts_at`,
      [amina.userId],
    );

  beforeAll(async () => {
    world = await World.begin();
    server = createServer((request, reply) => {
      asked += 1;
      answer(request, reply);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const reach = {
      protocols: ['http:'],
      mayReach: (ip: string) => ip === '127.0.0.1',
      resolve: (host: string) =>
        Promise.resolve([{ address: host === 'inside.test' ? '10.0.0.7' : '127.0.0.1', family: 4 }]),
      milliseconds: 1_500,
    };
    freeBusy = new FreeBusy(
      world.get(Database),
      world.get(Work),
      world.get(Clock as never) as Clock,
      new Outgoing(reach),
    );
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await world.end();
  });

  beforeEach(async () => {
    amina = await world.person();
    await amina.does('PATCH /me/work-pattern', { body: { siteId: null } });
    await give(address());
    answer = (_request, reply) => reply.writeHead(200, calendar).end(events(meeting));
  });

  test('is read, and only when one is busy is kept', async () => {
    await freeBusy.readDue();
    expect((await pattern()).freeBusy).toMatchObject({ readAt: '2026-03-02T08:00:00.000Z', problem: null, times: 1 });
    expect(await times()).toEqual([{ starts_at: new Date('2026-03-10T09:00:00Z'), note: null, source: 'calendar' }]);
  });

  test('is read again after six hours, and what it says now takes the place of what it said', async () => {
    await freeBusy.readDue();
    asked = 0;
    await freeBusy.readDue();
    expect(asked).toBe(0);
    await amina.does('POST /me/absences', {
      body: { startsAt: '2026-04-01T00:00:00Z', endsAt: '2026-04-02T00:00:00Z' },
    });
    answer = (_request, reply) => reply.writeHead(200, calendar).end(events('DTSTART;VALUE=DATE:20260320'));
    world.clock.by({ hours: 6, seconds: 1 });
    await freeBusy.readDue();
    expect((await times()).map(({ starts_at, source }) => [starts_at.toISOString(), source])).toEqual([
      ['2026-03-19T23:00:00.000Z', 'calendar'],
      ['2026-04-01T00:00:00.000Z', 'absence'],
    ]);
  });

  test.each<[string, RequestListener]>([
    ['took-too-long', () => undefined],
    ['address-not-public', (_request, reply) => reply.writeHead(302, { location: 'http://inside.test/' }).end()],
    ['address-not-https', (_request, reply) => reply.writeHead(302, { location: 'https://calendar.test/' }).end()],
    [
      'too-large',
      (_request, reply) => {
        reply.writeHead(200, calendar);
        let sent = 0;
        const flood = (): void => {
          while (!reply.destroyed && sent < 50 && reply.write('X'.repeat(1_000_000))) sent += 1;
          if (sent >= 50) reply.end();
          else if (!reply.destroyed) reply.once('drain', flood);
        };
        flood();
      },
    ],
    ['not-a-calendar', (_request, reply) => reply.writeHead(200, calendar).end('BEGIN:VCALENDAR\r\nGarbage')],
    ['not-a-calendar', (_request, reply) => reply.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    ['refused', (_request, reply) => reply.writeHead(403).end()],
    ['not-reachable', (request) => request.socket.destroy()],
  ])('that cannot be read: %s; what was known stays', async (problem, bad) => {
    await freeBusy.readDue();
    const before = await times();
    answer = bad;
    world.clock.by({ hours: 7 });
    await freeBusy.readDue();
    expect((await pattern()).freeBusy).toMatchObject({ problem, times: 1 });
    expect(await times()).toEqual(before);
    // Until it can be read again.
    answer = (_request, reply) => reply.writeHead(200, calendar).end(events(meeting));
    world.clock.by({ hours: 7 });
    await freeBusy.readDue();
    expect((await pattern()).freeBusy).toMatchObject({ problem: null, times: 1 });
  });

  test('that never ends holds nothing up', async () => {
    answer = (_request, reply) => reply.writeHead(200, calendar).end(events(endless, meeting));
    await freeBusy.readDue();
    expect((await pattern()).freeBusy).toMatchObject({ problem: 'took-too-long', times: 0 });
  }, 20_000);

  test('that is taken away takes with it what was read', async () => {
    await freeBusy.readDue();
    const without = await amina.does('PATCH /me/work-pattern', { body: { freeBusyUrl: null } });
    expect(without.freeBusy).toEqual({ url: null, readAt: null, problem: null, times: 0 });
    expect(await times()).toEqual([]);
  });

  test('that is taken away while it is read leaves nothing behind', async () => {
    answer = (_request, reply) => {
      void amina
        .does('PATCH /me/work-pattern', { body: { freeBusyUrl: null } })
        .then(() => reply.writeHead(200, calendar).end(events(meeting)));
    };
    await freeBusy.readDue();
    expect(await times()).toEqual([]);
  });

  test('is read as soon as it is given; inside the company’s networks nothing is', async () => {
    await amina.does('PATCH /me/work-pattern', { body: { freeBusyUrl: 'https://127.0.0.1/me.ics' } });
    await world.work();
    expect((await pattern()).freeBusy).toMatchObject({ problem: 'address-not-public', times: 0 });
  });

  test('of many are all read, some at a time', async () => {
    const many = await Promise.all(Array.from({ length: 60 }, () => world.person()));
    await world.sql(
      `insert into work_pattern (user_id, free_busy_url) select id, $2 from unnest($1::uuid[]) as t (id)`,
      [many.map(({ userId }) => userId), address()],
    );
    let open = 0;
    let mostOpen = 0;
    answer = (_request, reply) => {
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      setTimeout(() => {
        open -= 1;
        reply.writeHead(200, calendar).end(events(meeting));
      }, 5);
    };
    await freeBusy.readDue();
    const [left] = await world.sql<{ count: number }>(
      `select count(*)::int as count from work_pattern where free_busy_url is not null and free_busy_read_at is null`,
    );
    expect([left!.count, mostOpen]).toEqual([0, 4]);
  }, 60_000);
});

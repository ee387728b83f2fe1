import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JobName, PushPayload } from '@kohorte/contracts';
import { NotificationJobs } from '@kohorte/notifications';
import { type Handlers, Outgoing } from '@kohorte/platform';
import { ask, say, type TalkingCohort, talkingCohort } from '../support/discussion.js';
import { type Somebody, World } from '../support/world.js';

const pushing: JobName[] = ['notifications.send-due-pushes'];
const vapid = createECDH('prime256v1');
const publicKey = vapid.generateKeys().toString('base64url');

/** What a browser does: it has keys of its own, and reads what was encrypted for them. */
class Browser {
  private readonly ecdh: ECDH = createECDH('prime256v1');
  private readonly auth = randomBytes(16);
  readonly endpoint: string;

  constructor(
    readonly name: string,
    port: number,
    host = 'push.test',
  ) {
    this.ecdh.generateKeys();
    this.endpoint = `https://${host}:${port}/${name}`;
  }

  get subscription() {
    return {
      endpoint: this.endpoint,
      p256dh: this.ecdh.getPublicKey().toString('base64url'),
      auth: this.auth.toString('base64url'),
    };
  }

  reads(body: Buffer): PushPayload {
    const [salt, theirs, record] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)];
    const derived = (from: Buffer, by: Buffer, info: Buffer, length: number) =>
      Buffer.from(hkdfSync('sha256', from, by, info, length));
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.ecdh.getPublicKey(), theirs]);
    const shared = derived(this.ecdh.computeSecret(theirs), this.auth, info, 32);
    const key = derived(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = derived(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const decipher = createDecipheriv('aes-128-gcm', key, nonce);
    decipher.setAuthTag(record.subarray(-16));
    const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
    return JSON.parse(plain.subarray(0, -1).toString()) as PushPayload;
  }
}

describe('push messages', () => {
  let world: World;
  let service: Server;
  let port: number;
  let scene: TalkingCohort;
  let ada: Somebody;
  let bo: Somebody;
  const got: { path: string; body: Buffer; headers: Record<string, unknown> }[] = [];
  let status = 201;

  beforeAll(async () => {
    service = createServer((request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        got.push({ path: request.url!, body: Buffer.concat(chunks), headers: request.headers });
        reply.writeHead(status).end();
      });
    });
    await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
    ({ port } = service.address() as AddressInfo);
    world = await World.begin('2026-03-02T08:00:00Z', {
      VAPID_PUBLIC_KEY: publicKey,
      VAPID_PRIVATE_KEY: vapid.getPrivateKey().toString('base64url').padStart(43, 'A'),
      VAPID_SUBJECT: 'mailto:it@kohorte.test',
    });
    scene = await talkingCohort(world);
    [ada, bo] = scene.learners as [Somebody, Somebody];
    await world.work();
    // The service stands on this machine; no setting lets the product reach it.
    const nearby = new Outgoing({
      protocols: ['https:'],
      mayReach: (ip) => ip === '127.0.0.1',
      resolve: (host) => Promise.resolve([{ address: host === 'inside.test' ? '10.0.0.7' : '127.0.0.1', family: 4 }]),
      milliseconds: 2_000,
    });
    Object.assign(world.get(Outgoing), { reach: { ...Reflect.get(nearby, 'reach'), protocols: ['http:', 'https:'] } });
  });
  afterAll(async () => {
    await world.end();
    await new Promise<void>((done) => service.close(() => done()));
  });

  /** The service of the test speaks no TLS: what was subscribed as https is asked by http. */
  const plainly = () => world.sql(`update push_subscription set endpoint = replace(endpoint, 'https:', 'http:')`);
  const subscribe = (who: Somebody, browser: Browser) =>
    who.does('POST /push-subscriptions', { body: browser.subscription });

  test('go to the browsers that somebody took in, in words that only those can read', async () => {
    expect((await ada.does('GET /notification-settings')).push).toEqual({ publicKey, devices: 0 });
    const [phone, desk] = [new Browser('phone', port), new Browser('desk', port)];
    const first = await subscribe(ada, phone);
    expect((await subscribe(ada, phone)).subscriptionId).toBe(first.subscriptionId);
    await subscribe(ada, desk);
    expect((await ada.does('GET /notification-settings')).push.devices).toBe(2);
    await plainly();
    const thread = await ask(ada, scene.cohortId);
    await say(bo, thread.threadId, 'Ein Geheimnis.');
    await world.work([]);
    await world.work(pushing);
    await world.work(pushing);
    expect(got.map(({ path }) => path).sort()).toEqual(['/desk', '/phone']);
    const { body, headers } = got.find(({ path }) => path === '/phone')!;
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '43200' });
    expect(headers['authorization']).toMatch(/^vapid t=[\w.-]+, k=[\w-]+$/);
    const read = phone.reads(body);
    expect(read).toMatchObject({
      title: 'Kohorte',
      text: expect.stringMatching(/hat dir geantwortet: Wie frage ich nach\?$/) as unknown,
      path: `/threads/${thread.threadId}?post=2`,
    });
    expect(JSON.stringify(read)).not.toContain('Geheimnis');
    expect(() => desk.reads(body)).toThrow();
  });

  test('do not come in quiet hours, nor for topics without them, nor later', async () => {
    got.length = 0;
    world.clock.to('2026-03-02T21:00:00Z');
    const thread = await ask(ada, scene.cohortId);
    await say(bo, thread.threadId, 'Nachts.');
    await world.work([]);
    world.clock.to('2026-03-03T09:00:00Z');
    await world.work(pushing);
    expect(got).toEqual([]);
    await ada.does('PATCH /notification-settings', { body: { topics: [{ topic: 'replies', push: false }] } });
    await say(bo, thread.threadId, 'Tags.');
    await world.work(pushing);
    expect(got).toEqual([]);
    await ada.does('PATCH /notification-settings', { body: { topics: [{ topic: 'replies', push: true }] } });
  });

  test('end for a browser that is gone, and try again where a service is busy', async () => {
    got.length = 0;
    status = 503;
    const thread = await ask(ada, scene.cohortId);
    await say(bo, thread.threadId, 'Hallo?');
    await world.work([]);
    await world.work(pushing);
    expect(got).toHaveLength(2);
    status = 410;
    world.clock.by({ minutes: 5 });
    await world.work(pushing);
    expect(got).toHaveLength(4);
    expect((await ada.does('GET /notification-settings')).push.devices).toBe(0);
    world.clock.by({ minutes: 5 });
    await world.work(pushing);
    expect(got).toHaveLength(4);
    status = 201;
  });

  test('never reach inside, whatever address was given', async () => {
    got.length = 0;
    const inside = new Browser('inside', port, 'inside.test');
    await subscribe(ada, inside);
    for (const host of ['127.0.0.1', '[::1]', '169.254.169.254'])
      expect(
        (await ada.fails('POST /push-subscriptions', { body: new Browser('x', port, host).subscription })).code,
      ).toMatch(/push-address-refused|invalid-input/);
    expect((await ada.fails('POST /push-subscriptions', { body: { ...inside.subscription, endpoint: 'http://push.test/x' } })).code).toBe('invalid-input'); // prettier-ignore
    const thread = await ask(ada, scene.cohortId);
    await say(bo, thread.threadId, 'Nach innen?');
    await world.work([]);
    await world.work(pushing);
    expect(got).toEqual([]);
    expect((await ada.does('GET /notification-settings')).push.devices).toBe(0);
  });

  test('a browser goes to whoever signed in on it last, and is let go of by its owner alone', async () => {
    const shared = new Browser('shared', port);
    await subscribe(ada, shared);
    const { subscriptionId } = await subscribe(bo, shared);
    expect((await ada.does('GET /notification-settings')).push.devices).toBe(0);
    const gone = { params: { subscriptionId } };
    expect((await ada.fails('DELETE /push-subscriptions/:subscriptionId', gone)).code).toBe('not-found');
    await bo.does('DELETE /push-subscriptions/:subscriptionId', gone);
    expect((await bo.does('GET /notification-settings')).push.devices).toBe(0);
  });

  test('a sender that is told to stop leaves the rest to the next', async () => {
    const handlers: Partial<Handlers> = world.get(NotificationJobs).handlers;
    const context = { factId: null, signal: AbortSignal.abort(), progress: async () => undefined };
    await handlers['notifications.send-due-pushes']!({}, context);
    expect(got).toEqual([]);
  });

  test('all end when somebody signs out everywhere', async () => {
    const cara = await world.person();
    await subscribe(cara, new Browser('lost', port));
    const browsers = () => world.sql(`select 1 from push_subscription where user_id = $1`, [cara.userId]);
    expect(await browsers()).toHaveLength(1);
    await cara.does('DELETE /sessions');
    await world.work([]);
    expect(await browsers()).toEqual([]);
  });
});

test('without keys nobody can take a browser in', async () => {
  const world = await World.begin();
  const ada = await world.person();
  const { subscription } = new Browser('none', 443);
  expect((await ada.fails('POST /push-subscriptions', { body: subscription })).code).toBe('push-not-set-up');
  await world.end();
});

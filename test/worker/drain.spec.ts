import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Drain, Work } from '@kohorte/platform';
import { allHandlers, handlersWith } from './support/recording-handlers.js';
import { Workshop } from './support/workshop.js';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await Workshop.open(null);
});
afterEach(() => workshop.close());

test('draining does what is pending, what comes of it, and the sweeps, in order and without a worker', async () => {
  const told: string[] = [];
  const work = workshop.get(Work);
  const handlers = allHandlers(async (job) => {
    told.push(job);
    if (job !== 'notifications.tell-seat-offered') return;
    await work.run(async ({ record, ids }) =>
      record('cohorts.offer-lapsed', { cohortId: ids.next(), enrolmentId: ids.next() }),
    );
  });
  await workshop.release();
  await workshop.offer(1);
  expect(await workshop.get(Drain).drain(handlers, ['notifications.send-due-mails'])).toBe(4);
  expect(told).toEqual([
    'notifications.send-due-mails',
    'notifications.announce-release',
    'notifications.mail-release',
    'notifications.tell-seat-offered',
    'notifications.send-due-mails',
    'notifications.tell-offer-lapsed',
    'notifications.send-due-mails',
  ]);
  expect(await workshop.get(Drain).drain(handlers)).toBe(0);
});

test('an error reaches whoever drains, and what failed is still pending', async () => {
  await workshop.offer(1);
  const handlers = handlersWith({
    'notifications.tell-seat-offered': async () => {
      throw new Error('no');
    },
  });
  await expect(workshop.get(Drain).drain(handlers)).rejects.toThrow('no');
  expect(await workshop.count('reaction where done_at is null')).toBe(1);
});

test('a fact that carries things instead of ids is refused', async () => {
  const record = workshop
    .get(Work)
    .run(async (unit) => unit.record('cohorts.planned', { cohortId: 'x'.repeat(5_000) }));
  await expect(record).rejects.toThrow('The fact "cohorts.planned" carries 5015 bytes; 4096 are allowed.');
});

test('where a fact cannot be written nothing else is, and whoever decided hears of it', async () => {
  const decide = workshop.get(Work).run(async (unit) => {
    await unit.query(`insert into effect (job, fact_id) values ('half', uuidv7())`);
    unit.record('cohorts.planned', { cohortId: unit.ids.next() });
  }, 'nobody who has an id');
  await expect(decide).rejects.toMatchObject({ code: '22P02' });
  expect([await workshop.count('effect'), await workshop.count('fact')]).toEqual([0, 0]);
  // The connection that has sent both is as good as any.
  await workshop.offer(1);
  expect(await workshop.count('fact')).toBe(1);
});

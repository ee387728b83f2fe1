import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NoticeTopic, TopicSetting } from '@kohorte/contracts';
import { BrowserWorld, type Watched } from '../support/browser.js';
import { ask, named, say, type TalkingCohort, talkingCohort } from '../support/discussion.js';
import { vapidKeys } from '../support/push.js';
import type { Somebody } from '../support/world.js';

/** What a browser without the internet cannot ask its maker for: an address at which it can be reached. */
const subscribesWithoutInternet = `
  let subscription = null;
  PushManager.prototype.getSubscription = async () => subscription;
  PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
    if (!userVisibleOnly || applicationServerKey.length !== 65) throw new Error('not as push services want it');
    const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
    subscription = {
      toJSON: () => ({ endpoint: 'https://push.test/one', keys }),
      unsubscribe: async () => ((subscription = null), true),
    };
    return subscription;
  };`;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 100; times += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It never came to be so.');
}

describe('notifications, in a real browser', () => {
  let browser: BrowserWorld;
  let scene: TalkingCohort;
  let ada: Somebody;
  let bo: Somebody;
  let threadId: string;

  beforeAll(async () => {
    browser = await BrowserWorld.begin('2026-03-02T08:30:00Z', vapidKeys());
    const { world } = browser;
    scene = await talkingCohort(world);
    [ada, bo] = scene.learners as [Somebody, Somebody];
    await world.work();
    world.clock.to('2026-03-03T09:00:00Z');
    ({ threadId } = await ask(ada, scene.cohortId, { title: 'Wie sage ich es meinem Chef?' }));
    await say(bo, threadId, 'Frag ihn zuerst, ob er gerade Zeit hat.');
    await say(scene.trainer, threadId, `${named(ada, 'Ada')}, beginn mit der Beobachtung.`);
    await world.work();
    world.clock.by({ hours: 1 });
  }, 120_000);
  afterAll(() => browser.end());

  const unreadOf = async (who: Somebody): Promise<number> => (await who.does('GET /notifications/unread')).unread;
  const wayOf = async (who: Somebody, wanted: NoticeTopic): Promise<TopicSetting> =>
    (await who.does('GET /notification-settings')).topics.find(({ topic }) => topic === wanted)!;
  /** It has been saved once it is offered to take it back. */
  const saved = (at: Watched, text: string): Promise<void> =>
    at.page.getByRole('status').getByText(text, { exact: true }).waitFor();

  test('what was said is on the first screen; the centre goes by day and topic, and a notice is read by being opened', async () => {
    const at = await browser.openAs(ada);
    const { page } = at;
    await at.visit('/');
    const lately = page.locator('section', { has: page.getByRole('heading', { name: 'Was gesagt wurde' }) });
    await lately
      .getByRole('link', { name: /Wie sage ich es meinem Chef/ })
      .first()
      .waitFor();

    await at.visit('/notifications');
    await page.getByRole('heading', { name: 'Heute' }).waitFor();
    await page.getByRole('heading', { name: 'Gestern' }).waitFor();
    await page.getByLabel('Worum es geht').selectOption({ label: 'Antworten an dich' });
    await page.waitForURL(/topic=replies/);
    await page.getByRole('heading', { name: 'Gestern' }).waitFor({ state: 'detached' });
    await page.getByLabel('Worum es geht').selectOption({ label: 'Kurs und Wochen' });
    const before = await unreadOf(ada);
    await page.getByRole('link', { name: 'Neu: Woche 1 ist offen' }).click();
    await page.waitForURL(/\/cohorts\//);
    await until(async () => (await unreadOf(ada)) === before - 1);

    await at.visit('/notifications?only=unread');
    await page.getByRole('link', { name: /erwähnt/ }).click();
    await page.waitForURL(new RegExp(`/threads/${threadId}\\?post=`));
    await at.visit('/notifications?only=unread');
    await page.getByRole('button', { name: 'Alle als gelesen markieren' }).click();
    await page.getByRole('heading', { name: 'Alles gelesen' }).waitFor();
    expect(await unreadOf(ada)).toBe(0);
    expect(at.complaints).toEqual([]);
    await at.close();
  }, 60_000);

  test('the settings save themselves, by mouse and keyboard, and are taken back', async () => {
    const at = await browser.openAs(ada);
    const { page } = at;
    await at.visit('/notifications/settings');
    const replies = page.getByRole('row', { name: /Antworten an dich/ });
    await replies.getByRole('radio', { name: 'Antworten an dich E-Mail gesammelt' }).click();
    await saved(at, 'Antworten an dich: gesammelt');
    expect(await wayOf(ada, 'replies')).toMatchObject({ mail: 'digest', push: true });
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await until(async () => (await wayOf(ada, 'replies')).mail === 'at-once');
    expect(await replies.getByRole('radio', { checked: true }).getAttribute('aria-labelledby')).toMatch(/at-once/);

    // With the keyboard alone: arrows within a topic, tab to its push and to the next topic.
    await replies.getByRole('radio', { checked: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await saved(at, 'Antworten an dich: keine E-Mail');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await saved(at, 'Antworten an dich: ohne Push');
    expect(await wayOf(ada, 'replies')).toMatchObject({ mail: 'none', push: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await saved(at, 'Themen, denen du folgst: keine E-Mail');

    await page.getByRole('radio', { name: 'Wöchentlich' }).click({ force: true });
    await page.getByLabel('Am', { exact: true }).selectOption({ label: 'Freitag' });
    await saved(at, 'Zusammenfassung am Freitag');
    await page.getByLabel('Um', { exact: true }).selectOption('16');
    await saved(at, 'Zusammenfassung um 16:00');
    await page.getByLabel('Bis', { exact: true }).selectOption('08:30');
    await saved(at, 'Ruhezeit von 20:00 bis 08:30');
    await page.getByRole('checkbox', { name: 'Freitag' }).click();
    await saved(at, 'Arbeitstage: Mo, Di, Mi und Do');
    await page.getByLabel('So viele E-Mails sofort an einem Tag').selectOption('0');
    await saved(at, 'Keine E-Mails sofort');
    expect(await ada.does('GET /notification-settings')).toMatchObject({
      digest: 'weekly',
      digestWeekday: 5,
      digestHour: 16,
      quietFrom: '20:00',
      quietUntil: '08:30',
      workingDays: [1, 2, 3, 4],
      mailsADay: 0,
    });
    for (const day of ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag'])
      await page.getByRole('checkbox', { name: day }).click();
    await page.getByText('Mindestens ein Arbeitstag muss bleiben.').waitFor();
    await until(async () => (await ada.does('GET /notification-settings')).workingDays.join() === '4');
    expect(await page.getByRole('checkbox', { name: 'Donnerstag' }).isChecked()).toBe(true);
    expect(at.complaints).toEqual([]);
    await at.close();
  }, 60_000);

  test('on a phone the topics stand below each other, each with its own choice', async () => {
    const at = await browser.openAs(bo, { width: 390 });
    await at.visit('/notifications/settings');
    const reviews = at.page.getByRole('group', { name: 'Aufgaben und Bewertungen' });
    await reviews.getByText('nie', { exact: true }).click();
    await saved(at, 'Aufgaben und Bewertungen: keine E-Mail');
    expect(await wayOf(bo, 'reviews')).toMatchObject({ mail: 'none' });
    expect(await at.overflow()).toBe(0);
    await at.close();
  }, 60_000);

  test('the link in a mail ends such mails for somebody who is not signed in, and takes it back', async () => {
    const admin = await browser.world.person({ roles: ['admin'] });
    const mails = (await admin.does('GET /mails')).rows;
    const mail = mails.find(({ to, kind }) => to === bo.email && kind === 'module-released')!;
    const { text } = await admin.does('GET /mails/:mailId', { params: { mailId: mail.mailId } });
    const path = /\/unsubscribe\/\S+/.exec(text)![0];
    // The page speaks the language of whom the mail went to, whatever the browser says.
    const at = await browser.openAs(null, { language: 'en' });
    const { page } = at;
    await at.visit(path);
    await page.getByRole('heading', { name: 'Kurs und Wochen' }).waitFor();
    expect((await wayOf(bo, 'course')).mail).toBe('at-once');
    await page.getByRole('button', { name: 'Keine E-Mails mehr dazu' }).click();
    await page.getByText('Dazu bekommst du keine E-Mails mehr.').waitFor();
    expect((await wayOf(bo, 'course')).mail).toBe('none');
    expect(await at.axe()).toEqual([]);
    await page.getByRole('button', { name: 'Wieder anmelden' }).click();
    await page.getByText('Du bekommst diese E-Mails wieder.').waitFor();
    expect((await wayOf(bo, 'course')).mail).toBe('at-once');
    expect(at.complaints).toEqual([]);
    await at.close();
  }, 60_000);

  test('push is asked for by a button alone, shows what the server sends, leads there, and ends with the session', async () => {
    const cleo = scene.learners[2]!;
    const at = await browser.openAs(cleo);
    const { page, context } = at;
    await context.addInitScript(subscribesWithoutInternet);
    await context.grantPermissions(['notifications']);
    await at.visit('/notifications/settings');
    const devices = async (): Promise<number> => (await cleo.does('GET /notification-settings')).push.devices;
    await page.getByText('Push ist auf diesem Gerät ausgeschaltet.').waitFor();
    expect(context.serviceWorkers()).toEqual([]);
    expect(await devices()).toBe(0);
    await page.getByRole('button', { name: 'Push hier einschalten' }).click();
    await page.getByText('Push ist auf diesem Gerät eingeschaltet.').waitFor();
    expect(await devices()).toBe(1);

    // What a push service would have brought.
    const payload = {
      title: 'Neue Antwort',
      text: 'Wie sage ich es?',
      path: `/threads/${threadId}?post=2`,
      tag: 'one',
    };
    const devtools = await context.newCDPSession(page);
    const registrationId = await new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
        if (first) resolve(first.registrationId);
      });
      void devtools.send('ServiceWorker.enable');
    });
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: browser.address,
      registrationId,
      data: JSON.stringify(payload),
    });
    const worker = context.serviceWorkers()[0]!;
    const shown = (): Promise<unknown> =>
      worker.evaluate(
        `self.registration.getNotifications().then((all) => all.map(({ title, body, tag }) => ({ title, body, tag })))`,
      );
    await until(async () => JSON.stringify(await shown()) !== '[]');
    expect(await shown()).toEqual([{ title: payload.title, body: payload.text, tag: payload.tag }]);
    const press = `(async () => {
      const [notification] = await self.registration.getNotifications();
      self.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
    })()`;
    await worker.evaluate(press);
    await page.waitForURL(new RegExp(`/threads/${threadId}\\?post=2`));

    await at.visit('/profile');
    await page.getByRole('button', { name: 'Hier abmelden' }).click();
    await page.waitForURL(/\/sign-in/);
    expect(await browser.world.sql(`select id from push_subscription where user_id = $1`, [cleo.userId])).toEqual([]);
    expect(await page.evaluate(`navigator.serviceWorker.getRegistrations().then(({ length }) => length)`)).toBe(0);
    await at.close();
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BrowserWorld, type Watched } from '../support/browser.js';
import { vapidKeys } from '../support/push.js';
import type { Somebody } from '../support/world.js';

interface Manifest {
  name: string;
  short_name: string;
  start_url: string;
  display: string;
  theme_color: string;
  icons: { src: string; sizes: string; type: string; purpose?: string }[];
}

/** What an iPhone's browser is, as far as one asks it; `true`: opened from the home screen. */
const onApple = (isStandalone: boolean): string => `
  delete window.PushManager;
  Object.defineProperty(navigator, 'standalone', { value: ${isStandalone} });`;

describe('Kohorte on a home screen', () => {
  let browser: BrowserWorld;
  let ada: Somebody;
  let oliver: Somebody;

  beforeAll(async () => {
    browser = await BrowserWorld.begin('2026-03-02T08:30:00Z', vapidKeys());
    ada = await browser.world.person({ name: 'Ada Adler' });
    oliver = await browser.world.person({ name: 'Oliver Whitfield', language: 'en' });
  }, 120_000);
  afterAll(() => browser.end());

  const settings = async (init?: string, who = ada): Promise<Watched> => {
    const at = await browser.openAs(who, { width: 390 });
    if (init) await at.context.addInitScript(init);
    await at.visit('/notifications/settings');
    return at;
  };

  test('can be put there: the browser takes the manifest, and its icons are what it says', async () => {
    const at = await browser.openAs(null);
    await at.visit('/sign-in');
    const devtools = await at.context.newCDPSession(at.page);
    const { url, errors, data } = await devtools.send('Page.getAppManifest');
    expect([url, errors]).toEqual([`${browser.address}/manifest.webmanifest`, []]);
    const served = await at.page.request.get(url);
    expect(served.headers()['content-type']).toMatch(/^application\/manifest\+json/);
    expect(served.headers()['content-security-policy']).toContain("manifest-src 'self'");
    const manifest = JSON.parse(data!) as Manifest;
    expect(manifest).toMatchObject({ name: 'Kohorte', short_name: 'Kohorte', start_url: '/', display: 'standalone' });
    const color = at.page.locator('meta[name=theme-color][media*=light]');
    expect(await color.getAttribute('content')).toBe(manifest.theme_color);
    for (const { src, sizes, type } of manifest.icons) await isServed(at, src, type, sizes);
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`)).toEqual([
      '192x192 any',
      '512x512 any',
      'any maskable',
    ]);
    const apple = await at.page.locator('link[rel=apple-touch-icon]').getAttribute('href');
    await isServed(at, apple!, 'image/png', '180x180');
    expect(at.complaints).toEqual([]);
    await at.close();
  }, 60_000);

  test('is what an iPhone wants before it takes push; others are not told of it', async () => {
    const words: [Somebody, RegExp][] = [
      [ada, /Auf iPhone und iPad kommt Push nur/],
      [oliver, /On iPhone and iPad push/],
    ];
    for (const [who, says] of words) {
      const at = await settings(onApple(false), who);
      await at.page.getByText(says).waitFor();
      expect(await at.page.getByRole('button', { name: /einschalten|turn push on/i }).count()).toBe(0);
      expect([await at.axe(), await at.overflow(), at.complaints]).toEqual([[], 0, []]);
      await at.close();
    }
    const old = await settings(onApple(true));
    await old.page.getByText('Dieser Browser kann kein Push.').waitFor();
    expect(await old.page.getByText('iPhone').count()).toBe(0);
    await old.close();
    const other = await settings();
    await other.page.getByRole('heading', { name: 'Push auf diesem Gerät' }).waitFor();
    expect(await other.page.getByText('iPhone').count()).toBe(0);
    await other.close();
  }, 60_000);
});

async function isServed({ page }: Watched, path: string, type: string, sizes: string): Promise<void> {
  const reply = await page.request.get(path);
  expect([path, reply.status(), reply.headers()['content-type']]).toEqual([path, 200, type]);
  if (sizes === 'any') return;
  // A PNG begins with its own measures.
  const png = await reply.body();
  expect([path, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`]).toEqual([path, sizes]);
}

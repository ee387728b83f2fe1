import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Agent } from './agent.js';
import { World } from './world.js';

/** The flags that a browser without a desktop and without the internet wants. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Loads axe into a document once, and keeps only what is wrong: that takes a third of the time that its builder takes. */
const lookedAtByAxe = `(async () => {
  if (!globalThis.axe) { ${axe.source} }
  const { violations } = await axe.run(document, { runOnly: ${JSON.stringify(levels)}, resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', '));
})()`;

export interface Screen {
  width?: number;
  language?: 'de' | 'en';
  dark?: boolean;
}

/** A world that listens on a port of its own, and a real Chromium that looks at it. */
export class BrowserWorld {
  private constructor(
    readonly world: World,
    private readonly browser: Browser,
    readonly address: string,
  ) {}

  static async begin(now?: string, env: Record<string, string> = {}): Promise<BrowserWorld> {
    const world = await World.begin(now, { WEB_DIR: 'dist/web', ...env });
    await world.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = world.server.address() as { port: number };
    const browser = await chromium.launch({ executablePath: process.env['TEST_CHROMIUM']!, args: flags });
    return new BrowserWorld(world, browser, `http://127.0.0.1:${port}`);
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.world.end();
  }

  /** A browser of its own for one person, whose clock is the world's. */
  async openAs(agent: Agent | null, { width = 1280, language = 'de', dark = false }: Screen = {}): Promise<Watched> {
    const context = await this.browser.newContext({
      baseURL: this.address,
      viewport: { width, height: width < 600 ? 844 : 900 },
      locale: language === 'de' ? 'de-DE' : 'en-GB',
      timezoneId: 'Europe/Berlin',
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    await context.clock.setFixedTime(this.world.clock.now());
    if (agent?.cookie) {
      const [name, value] = agent.cookie.split('=') as [string, string];
      await context.addCookies([
        { name, value, url: this.address },
        { name: 'kohorte_signed_in', value: '1', url: this.address },
      ]);
    }
    return Watched.open(context);
  }
}

/** A page whose complaints are kept: errors on the console, requests that failed on our side. */
export class Watched {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(context: BrowserContext): Promise<Watched> {
    const watched = new Watched(context, await context.newPage());
    const { page, complaints } = watched;
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
    });
    return watched;
  }

  /** Goes to an address and waits until the screen is there. */
  async visit(path: string): Promise<void> {
    await this.page.goto(path, { waitUntil: 'networkidle' });
    await this.page.locator('h1').first().waitFor();
  }

  /** Does something, and gives the status with which the server has taken it at the end of this path. */
  async sent(path: string, act: () => Promise<void>): Promise<number> {
    const reply = this.page.waitForResponse((one) => one.url().endsWith(path) && one.request().method() !== 'GET');
    await act();
    return (await reply).status();
  }

  /** What axe finds by WCAG 2.2 AA, as lines. */
  async axe(): Promise<string[]> {
    return this.page.evaluate<string[]>(lookedAtByAxe);
  }

  /** How many pixels the screen is wider than the window. */
  overflow(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

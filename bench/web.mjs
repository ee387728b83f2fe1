import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../scripts/lib/processes.mjs';
import { compare, figure, median } from './measure.mjs';

/** What the Chromium of a server without a display is started with; it talks to nobody but us. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const mostScript = 170;

/** The script that home needs, as the server sends it gzipped to a browser that comes for the first time. */
export async function firstLoad({ house, chromium, note }) {
  const { url } = await house.api();
  const cookies = await signIn(house, url);
  const scripts = await withChromium(chromium, [], async (browser) => {
    await browser.addCookies(cookies);
    const page = await browser.newPage();
    const found = new Set();
    page.on('response', (response) => response.request().resourceType() === 'script' && found.add(response.url()));
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (new URL(page.url()).pathname !== '/') throw new Error(`home is ${page.url()}`);
    return [...found];
  });
  let sum = 0;
  for (const script of scripts) {
    const bytes = await gzippedBytes(script);
    note(`${(bytes / 1_000).toFixed(1)} kB ${new URL(script).pathname}`);
    sum += bytes;
  }
  return [figure({ name: 'web.first-load', unit: 'kB', subject: sum / 1_000, limit: mostScript, atMost: 1 })];
}

/** Lighthouse's marks on a phone, for the page to sign in and for home: the lower of the two counts. */
export async function lighthouse({ house, chromium, rounds, note }) {
  const { url } = await house.api();
  const { default: audit } = await import('lighthouse');
  const pages = { 'sign-in': [], home: await signIn(house, url) };
  const marks = { performance: [], accessibility: [] };
  for (const [page, cookies] of Object.entries(pages)) {
    const runs = [];
    for (let round = 1; round <= rounds; round++) {
      const port = await freePort();
      const { lhr } = await withChromium(chromium, [`--remote-debugging-port=${port}`], async (browser) => {
        await browser.addCookies(cookies);
        return audit(`${url}/`, { port, logLevel: 'silent', onlyCategories: ['performance', 'accessibility'] });
      });
      if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
      const { pathname } = new URL(lhr.finalDisplayedUrl);
      if ((pathname === '/') !== (page === 'home')) throw new Error(`Lighthouse saw ${pathname} instead of ${page}`);
      const [performance, accessibility] = ['performance', 'accessibility'].map((one) => Math.round(lhr.categories[one].score * 100)); // prettier-ignore
      runs.push({ performance, accessibility });
      note(
        `${page}, round ${round}: performance ${performance} (${shown(lhr)}), accessibility ${accessibility}${faults(lhr)}`,
      );
    }
    for (const [name, samples] of Object.entries(marks)) samples.push(runs.map((run) => run[name]));
  }
  const lowest = (name) => marks[name].reduce((one, other) => (median(other) < median(one) ? other : one));
  const weigh = (name, limit) =>
    compare({ name: `web.${name}`, unit: 'of 100', subject: lowest(name), limit: [limit], best: 'high', atLeast: 1 });
  return [weigh('performance', 90), weigh('accessibility', 100)];
}

/** Signs a learner in as people do; gives the cookies that a browser then has. */
async function signIn({ sql }, url) {
  const { hash } = await import('@node-rs/argon2');
  const credentials = { email: 'few.50@bench.test', password: 'Langsam-und-gemessen-7' };
  await sql.query(`update app_user set password_hash = $1 where email = $2`, [
    await hash(credentials.password),
    credentials.email,
  ]);
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  if (!reply.ok) throw new Error(`POST /api/session answered ${reply.status}`);
  return reply.headers.getSetCookie().map((cookie) => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
    return { name, value, url };
  });
}

/** A Chromium of its own, new to everything, on a phone's screen. */
async function withChromium(executablePath, more, body) {
  const { chromium } = await import('playwright-core');
  const folder = await mkdtemp(join(tmpdir(), 'kohorte-bench-chromium-'));
  try {
    const viewport = { width: 390, height: 844 };
    const browser = await chromium.launchPersistentContext(folder, { executablePath, viewport, args: [...flags, ...more] }); // prettier-ignore
    try {
      return await body(browser);
    } finally {
      await browser.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Bytes of a reply's body as they came over the line. */
function gzippedBytes(url) {
  return new Promise((done, fail) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      if (response.headers['content-encoding'] !== 'gzip') fail(new Error(`${url} does not come gzipped`));
      let bytes = 0;
      response.on('data', (chunk) => (bytes += chunk.length)).on('end', () => done(bytes));
    }).on('error', fail);
  });
}

/** What performance is made of, and how fast Lighthouse found this machine to be (1,500 and more is usual). */
function shown({ audits, environment }) {
  const instants = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ]
    .map((id) => audits[id].displayValue)
    .join(', ');
  return `${instants}; machine ${Math.round(environment.benchmarkIndex)}`;
}

/** What stands in the way of full accessibility. */
function faults({ categories, audits }) {
  const failed = categories.accessibility.auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score === 0);
  return failed.map(({ id }) => `; ${id}`).join('');
}

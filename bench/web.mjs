import { get } from 'node:http';
import { freePort } from '../scripts/lib/processes.mjs';
import { figure, median } from './measure.mjs';

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
  const scripts = await withChromium(chromium, [], async (browser) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addCookies([{ name: 'kohorte_session', value: learnerOf(house), url }]);
    const page = await context.newPage();
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
  const pages = { 'sign-in': {}, home: { Cookie: `kohorte_session=${learnerOf(house)}` } };
  const marks = { performance: [], accessibility: [] };
  for (const [page, extraHeaders] of Object.entries(pages)) {
    const runs = [];
    for (let round = 1; round <= rounds; round++) {
      const port = await freePort();
      const { lhr } = await withChromium(chromium, [`--remote-debugging-port=${port}`], () =>
        audit(`${url}/`, { port, extraHeaders, logLevel: 'silent', onlyCategories: ['performance', 'accessibility'] }),
      );
      if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
      const [performance, accessibility] = ['performance', 'accessibility'].map((one) => Math.round(lhr.categories[one].score * 100)); // prettier-ignore
      runs.push({ performance, accessibility });
      note(
        `${page}, round ${round}: performance ${performance} (${shown(lhr)}), accessibility ${accessibility}${faults(lhr)}`,
      );
    }
    for (const [name, samples] of Object.entries(marks)) samples.push(runs.map((run) => run[name]));
  }
  const lowest = (name) => Math.min(...marks[name].map(median));
  return [
    figure({ name: 'web.performance', unit: 'of 100', subject: lowest('performance'), limit: 90, atLeast: 1 }),
    figure({ name: 'web.accessibility', unit: 'of 100', subject: lowest('accessibility'), limit: 100, atLeast: 1 }),
  ];
}

const learnerOf = ({ company }) => company.few.learners[50];

async function withChromium(executablePath, more, body) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: [...flags, ...more] });
  try {
    return await body(browser);
  } finally {
    await browser.close();
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

/** The instants that performance is made of. */
function shown({ audits }) {
  return ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']
    .map((id) => audits[id].displayValue)
    .join(', ');
}

/** What stands in the way of full accessibility. */
function faults({ categories, audits }) {
  const failed = categories.accessibility.auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score === 0);
  return failed.map(({ id }) => `; ${id}`).join('');
}

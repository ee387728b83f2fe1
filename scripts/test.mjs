/**
 * Runs the specs: all of them, or those that the arguments (jest's own) pick, with what they need: a throw-away
 * PostgreSQL, Redis and Chromium where there are any. What is skipped is named at the end.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { checkNode, installIfNeeded } from './lib/install.mjs';
import { at, root } from './lib/root.mjs';
import { stopSignal } from './lib/processes.mjs';
import { run, say, Sentence } from './lib/say.mjs';

const args = process.argv.slice(2);

await run(async () => {
  checkNode();
  const stop = stopSignal();
  await installIfNeeded();
  const specs = await listSpecs();
  const services = await openServices(specs);
  try {
    stop.throwIfAborted();
    return summarise(await runJest(services, stop), services);
  } catch (error) {
    if (stop.aborted) return 130;
    throw error;
  } finally {
    await services.close();
  }
});

/** The spec files that the arguments pick, relative to the repository, with `/`. */
async function listSpecs() {
  const { output, code } = await callJest(['--listTests', '--json', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (code !== 0) throw new Sentence('jest could not list the specs.');
  return JSON.parse(output.slice(output.indexOf('['))).map((path) => relative(root, path).split(sep).join('/'));
}

/** Starts only what the picked specs use: those of rules, contracts and words need nothing at all. */
async function openServices(specs) {
  const isIn = (folder) => specs.some((path) => path.startsWith(folder));
  const text = (path) => readFile(at(path), 'utf8');
  const usesSupport = (path) => text(path).then((source) => source.includes('test/support/'));
  const needsDatabase = isIn('test/') || (await Promise.all(specs.map(usesSupport))).some(Boolean);
  const services = { env: {}, ignored: [], missing: {}, close: async () => {} };
  if (!needsDatabase) return services;

  const { buildServer, buildWeb } = await import('./lib/build.mjs');
  const { findChromium, makeTemplate, openTestCluster, openTestRedis } = await import('./lib/test-services.mjs');
  const [cluster] = await Promise.all([
    openTestCluster(),
    buildServer().catch((error) => {
      if (args.length === 0) throw error;
      say(error.message);
    }),
  ]);
  services.close = () => cluster.stop();
  try {
    await makeTemplate(cluster.url);
    services.env.TEST_DATABASE_URL = cluster.url;

    const redis = await openTestRedis(cluster.mind);
    if (redis) {
      services.env.TEST_REDIS_URL = redis.url;
      services.close = () => Promise.all([redis.stop(), cluster.stop()]);
    } else services.missing.redis = 'no redis-server is on the path, and REDIS_URL is not set';

    const chromium = findChromium();
    if (chromium) services.env.TEST_CHROMIUM = chromium;
    else {
      services.missing.chromium = 'no Chromium was found, and CHROMIUM is not set';
      services.ignored = specs.filter((path) => path.startsWith('test/browser/'));
    }
    if (chromium && isIn('test/browser/')) await buildWeb();
  } catch (error) {
    await services.close();
    throw error;
  }
  return services;
}

async function runJest({ env, ignored }, stop) {
  const folder = await mkdtemp(join(tmpdir(), 'kohorte-report-'));
  const outputFile = join(folder, 'report.json');
  const more = ignored.length > 0 ? ['--testPathIgnorePatterns', '/node_modules/', '/dist/', '/test/browser/'] : [];
  const workers = args.some((arg) => /^(-i|-w|--runInBand|--maxWorkers)/.test(arg)) ? [] : ['--maxWorkers=2'];
  // Specs decide by TEST_… alone: nobody's own database is ever touched.
  const { DATABASE_URL: _database, REDIS_URL: _redis, SMTP_URL: _mail, ...rest } = process.env;
  try {
    const options = { stdio: 'inherit', signal: stop, env: { ...rest, NODE_ENV: 'test', TZ: 'UTC', ...env } };
    await callJest(
      [...args, ...workers, '--passWithNoTests', '--json', `--outputFile=${outputFile}`, ...more],
      options,
    );
    return JSON.parse(await readFile(outputFile, 'utf8'));
  } catch (error) {
    stop.throwIfAborted();
    throw new Sentence(`jest ended without a report: ${error.message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function callJest(jestArgs, { signal, ...options }) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const program = [...flags, at('node_modules/jest/bin/jest.js'), ...jestArgs];
  const jest = spawn(process.execPath, program, { cwd: root, ...options });
  signal?.addEventListener('abort', () => jest.kill('SIGTERM'));
  let output = '';
  jest.stdout?.on('data', (chunk) => (output += chunk));
  return new Promise((done, fail) => {
    jest.once('error', fail);
    jest.once('close', (code) => done({ code, output }));
  });
}

/** Names what was skipped and why, and ends with the plain line. */
function summarise(report, { ignored, missing }) {
  const skipped = ignored.map((path) => `${path}: ${missing.chromium}`);
  for (const { name, assertionResults } of report.testResults)
    for (const { status, fullName } of assertionResults)
      if (status !== 'passed' && status !== 'failed') {
        const path = relative(root, name).split(sep).join('/');
        const why = missing.redis && /redis/i.test(fullName) ? missing.redis : `marked "${status}" in the spec`;
        skipped.push(`${path} › ${fullName}: ${why}`);
      }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  if (skipped.length > 0) say(`\nSkipped:\n${skipped.map((line) => `  ${line}`).join('\n')}`);
  if (report.testResults.length + ignored.length === 0) {
    say('No spec matches.');
    return 1;
  }
  say(`\n${report.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped`);
  return failed > 0 || !report.success ? 1 : 0;
}

/** A post on its way to a thousand tabs. */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { figure } from './measure.mjs';
import { seedTalk } from './talk.mjs';

const tabs = 1_000;
const few = 50;
const posts = 100;

/**
 * A thousand tabs on two API processes, with the real worker between: how long from sending a post until the last tab has
 * heard of it, and by how much the processes grow for each tab.
 */
export async function live({ house, tell, signal }) {
  const there = await seedTalk(house.sql, { name: 'live', people: tabs, threads: 50 }, house.company);
  const apis = await house.apis(2);
  await house.worker();
  const ask = await house.helper('tabs.mjs');
  const tab = (secret, n) => ({ port: apis[n % apis.length].port, cookie: `kohorte_session=${secret}` });
  const memory = async () => {
    // What nobody holds any more is no part of a tab, and how much of it lies about is chance.
    for (const { pid } of apis) process.kill(pid, 'SIGUSR2');
    await sleep(3_000);
    const sizes = await Promise.all(apis.map(sizesOf));
    return { resident: sum(sizes.map(({ resident }) => resident)), held: sum(sizes.map(({ held }) => held)) };
  };
  const post = async (n) => {
    const { url } = apis[n % apis.length];
    const sentAt = performance.timeOrigin + performance.now();
    const reply = await fetch(`${url}/api/threads/${there.longThreadId}/posts`, {
      method: 'POST',
      headers: { cookie: `kohorte_session=${there.secrets[n]}`, 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ text: `Beitrag ${n}.` }),
    });
    const body = await reply.json();
    if (!reply.ok) throw new Error(`${reply.status}: ${JSON.stringify(body)}`);
    return { sentAt, number: body.number };
  };
  const arrived = async ({ sentAt, number }, tabs) => {
    for (let waited = 0; waited < 10_000; waited += 20) {
      const { count, last, times } = await ask({ heardOf: number });
      if (count >= tabs) return { last: last - sentAt, each: times.map((at) => at - sentAt) };
      await sleep(20);
    }
    throw new Error(`Post ${number} has not reached all tabs within 10 s.`);
  };

  // A few tabs first, for just as many posts: code that has not run yet and what posting leaves behind are no part of a tab.
  await ask({ open: there.secrets.slice(0, few).map(tab) });
  for (let n = 0; n < posts; n += 1) await arrived(await post(n), few);
  await ask({ close: true });
  const before = await memory();
  await ask({ open: there.secrets.map(tab) });
  const opened = await memory();

  const last = [];
  const each = [];
  for (let n = 0; n < posts; n += 1) {
    signal.throwIfAborted();
    const one = await arrived(await post(n), tabs);
    last.push(one.last);
    each.push(...one.each);
  }
  const after = await memory();
  await ask({ close: true });
  await house.stopWorker();
  const grown = (now, what) => (now[what] - before[what]) / tabs / 1_000;
  // The larger of the two: pages that were free before hide what is held, and pages that are torn make it look like more.
  tell(
    `  last tab: half within ${at(last, 0.5).toFixed(0)} ms, 99 % within ${at(last, 0.99).toFixed(0)} ms; any tab: half ` +
      `within ${at(each, 0.5).toFixed(0)} ms, 99 % within ${at(each, 0.99).toFixed(0)} ms`,
  );
  tell(
    `  a tab: ${grown(opened, 'resident').toFixed(1)} kB resident and ${grown(opened, 'held').toFixed(1)} kB held when ` +
      `opened, ${grown(after, 'resident').toFixed(1)} and ${grown(after, 'held').toFixed(1)} kB after ${posts} posts`,
  );
  const most = Math.max(...[opened, after].flatMap((now) => [grown(now, 'resident'), grown(now, 'held')]));
  return [
    figure({ name: 'discussion.live', unit: 'ms', subject: at(last, 0.99), limit: 1_000, atMost: 1 }),
    figure({ name: 'discussion.live.memory', unit: 'kB a tab', subject: most, limit: 30, atMost: 1 }),
  ];
}

/** Bytes that a process occupies, and those of them that its objects hold. */
async function sizesOf({ pid, url }) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const metrics = await fetch(`${url}/metrics`).then((reply) => reply.text());
  const held = ['nodejs_heap_size_used_bytes', 'nodejs_external_memory_bytes'].map((name) =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)[1]),
  );
  return { resident: Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) * 1_024, held: sum(held) };
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

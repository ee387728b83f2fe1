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
    const sizes = await Promise.all(apis.map(({ pid }) => residentSize(pid)));
    return sizes.reduce((sum, size) => sum + size, 0);
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
  await sleep(2_000);
  const before = await memory();
  await ask({ open: there.secrets.map(tab) });
  await sleep(3_000);
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
  const kilobytes = (bytes) => bytes / tabs / 1_000;
  tell(
    `  last tab: half within ${at(last, 0.5).toFixed(0)} ms, 99 % within ${at(last, 0.99).toFixed(0)} ms; any tab: half ` +
      `within ${at(each, 0.5).toFixed(0)} ms, 99 % within ${at(each, 0.99).toFixed(0)} ms; memory when they were opened ` +
      `${kilobytes(opened - before).toFixed(1)} kB a tab, after ${posts} posts ${kilobytes(after - before).toFixed(1)} kB`,
  );
  return [
    figure({ name: 'discussion.live', unit: 'ms', subject: at(last, 0.99), limit: 1_000, atMost: 1 }),
    figure({ name: 'discussion.live.memory', unit: 'kB a tab', subject: kilobytes(Math.max(opened, after) - before), limit: 30, atMost: 1 }), // prettier-ignore
  ];
}

/** Bytes of a process in memory. */
async function residentSize(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) * 1_024;
}

function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

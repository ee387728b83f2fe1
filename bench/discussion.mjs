/** A cohort that has written 100,000 posts: read, written to and searched. */
import pg from 'pg';
import { connections, latency, statementsOf, warmUp } from './http.mjs';
import { pool } from './house.mjs';
import { compare, figure, measure, timed } from './measure.mjs';
import { seedTalk } from './talk.mjs';

let seeded = null;

/** 4,500 threads of twenty posts and one of 10,000; a thousand people. */
function talkOf(house) {
  seeded ??= seedTalk(house.sql, { name: 'talk', people: 1_000, threads: 4_501, long: 10_000 }, house.company);
  return seeded;
}

/**
 * The list of threads and a page of a thread, asked of the API on 32 connections, against a bare Node server that runs the
 * same statements; and their last pages against their first.
 */
export async function read({ house, seconds, ...options }) {
  const { cohortId, longThreadId, secrets } = await talkOf(house);
  const lastCursor = await cursorOfLastPage(house, cohortId, secrets[0]);
  const paths = {
    list: `/api/cohorts/${cohortId}/threads`,
    lastList: `/api/cohorts/${cohortId}/threads?cursor=${lastCursor}`,
    posts: `/api/threads/${longThreadId}/posts`,
    lastPosts: `/api/threads/${longThreadId}/posts?from=9951`,
  };
  const api = await house.api();
  const bare = await house.helper('bare-server.mjs');
  const load = await house.helper('load.mjs');
  const asking = (path) => secrets.slice(0, 100).map((secret) => ({ path, cookie: `kohorte_session=${secret}` }));
  const plan = {};
  for (const [name, path] of Object.entries(paths))
    for (const [number, groups] of Object.entries(await statementsOf(house, asking(path).slice(0, 20))))
      plan[`/${name}${number}`] = groups;
  const { port } = await bare({ databaseUrl: house.databaseUrl, connections: pool, plan });
  const bareAsking = (name) =>
    Object.keys(plan)
      .filter((path) => path.startsWith(`/${name}/`))
      .map((path) => ({ path, cookie: 'none' }));

  let statements = 0;
  const run = (to, requests) => async () => {
    const answer = await load({ port: to, requests, connections, seconds });
    statements = Math.max(statements, answer.statements);
    return latency(answer.perSecond);
  };
  const sides = {};
  for (const [name, path] of Object.entries(paths)) sides[name] = run(api.port, asking(path));
  for (const name of ['list', 'posts']) sides[`bare ${name}`] = run(port, bareAsking(name));
  for (const requests of [asking(paths.list), asking(paths.posts)]) await load({ port: api.port, requests, connections, ...warmUp }); // prettier-ignore
  for (const name of ['list', 'posts']) await load({ port, requests: bareAsking(name), connections, ...warmUp });
  return measure(
    sides,
    (samples) => [
      ...['list', 'posts'].map((name) =>
        compare({
          name: `discussion.read.${name}`,
          unit: 'ms',
          subject: samples[name],
          limit: samples[`bare ${name}`],
          best: 'low',
          atMost: 1.5,
        }),
      ),
      compare({ name: 'discussion.read.list.last', unit: 'ms', subject: samples.lastList, limit: samples.list, best: 'low', atMost: 1.5 }), // prettier-ignore
      compare({ name: 'discussion.read.posts.last', unit: 'ms', subject: samples.lastPosts, limit: samples.posts, best: 'low', atMost: 1.5 }), // prettier-ignore
      figure({ name: 'discussion.read.statements', unit: 'statements', subject: statements, limit: 4, atMost: 1 }),
    ],
    options,
  );
}

/** Follows the list by its cursors to its last full page. */
async function cursorOfLastPage(house, cohortId, secret) {
  const { url } = await house.api();
  const ask = async (cursor) => {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    const reply = await fetch(`${url}/api/cohorts/${cohortId}/threads${query}`, {
      headers: { cookie: `kohorte_session=${secret}` },
    });
    if (!reply.ok) throw new Error(`${reply.status}: ${await reply.text()}`);
    return (await reply.json()).next;
  };
  const cursors = [];
  for (let cursor = await ask(null); cursor; cursor = await ask(cursor)) cursors.push(cursor);
  // The very last one leads to what is left over.
  return encodeURIComponent(cursors.at(-2));
}

const perSample = 640;

/** Posting, 32 at once into as many threads, against the bare inserts of the same rows by `pg` on as many connections. */
export async function post({ house, ...options }) {
  const { sql } = house;
  const { cohortId } = await talkOf(house);
  const app = await house.inject();
  const { Posts } = await house.part('libs/discussion/posts.js');
  const posts = app.get(Posts, { strict: false });
  const { rows: threads } = await sql.query(
    `select id from thread where cohort_id = $1 and module_id is null order by newest_number, id limit $2`,
    [cohortId, connections],
  );
  const { rows: people } = await sql.query(
    `select e.user_id as "userId", s.id as "sessionId" from enrolment e join user_session s on s.user_id = e.user_id
     where e.cohort_id = $1 order by e.id limit $2`,
    [cohortId, connections],
  );
  const actors = people.map((one) => ({ ...one, roles: [], manages: [], language: 'de', timeZone: 'Europe/Berlin' }));
  const text = 'Ein Beitrag, wie er vorkommt: zwei Sätze über die Rückmeldung von gestern. Und eine Frage dazu?';
  const bare = new pg.Pool({ connectionString: house.databaseUrl, max: pool });
  const sample = (write) => async () => {
    const each = perSample / connections;
    const milliseconds = await timed(() =>
      Promise.all(
        threads.map(async ({ id }, n) => {
          for (let turn = 0; turn < each; turn += 1) await write(id, actors[n]);
        }),
      ),
    );
    await tidy(sql, threads);
    return milliseconds / perSample;
  };
  const insert = async (threadId, { userId }) => {
    const client = await bare.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query(named('number', [threadId]));
      const { rows: written } = await client.query(named('post', [threadId, cohortId, rows[0].number, userId, text]));
      await client.query(named('fact', [JSON.stringify({ threadId, postId: written[0].id }), userId]));
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  try {
    return await measure(
      { subject: sample((threadId, actor) => posts.write(actor, threadId, { text })), limit: sample(insert) },
      (samples) => [compare({ name: 'discussion.post', unit: 'ms', ...samples, best: 'low', atMost: 1.3 })],
      options,
    );
  } finally {
    await bare.end();
  }
}

/** The rows of a post, and no more: no questions asked, nobody's standing, no slow mode, no view of it. */
const inserts = {
  number: `update thread set posts = posts + 1, newest_number = newest_number + 1, active_at = now() where id = $1
    returning newest_number as number`,
  post: `insert into post (id, thread_id, cohort_id, number, author_id, body, created_at)
    values (uuidv7(), $1, $2, $3, $4, $5, now()) returning id`,
  fact: `with f as (
      insert into fact (id, name, payload, recorded_at, actor_id)
      values (uuidv7(), 'discussion.post-written', $1, now(), $2) returning id),
    r as (insert into reaction (fact_id, job, due_at)
      select f.id, job, now() from f, unnest(array['discussion.pass-on-live', 'notifications.tell-post-written']) job)
    select pg_notify('kohorte_facts', '')`,
};

const named = (name, values) => ({ name, text: inserts[name], values });

/** Takes away what was written, as housekeeping would, so that each sample meets the same. */
async function tidy(sql, threads) {
  const ids = [threads.map(({ id }) => id)];
  await sql.query(`delete from post where thread_id = any ($1) and number > 20`, ids);
  await sql.query(`update thread set newest_number = 20, posts = 20 where id = any ($1)`, ids);
  await sql.query(`truncate reaction, fact, read_marker`);
  await sql.query(`vacuum thread`);
}

/** What people look for: a word that many posts have, two words, a compound, and English in a German cohort. */
const searches = ['Rückmeldung', 'Lernziel Nummer', 'Videokonferenz', 'feedback', 'Zeitplanung jemand'];

/** The best twenty of 100,000 posts as the product finds them, against the bare ranked query. */
export async function search({ house, ...options }) {
  const { cohortId } = await talkOf(house);
  const app = await house.inject();
  const { ThreadSearch } = await house.part('libs/discussion/thread-search.js');
  const threadSearch = app.get(ThreadSearch, { strict: false });
  const { rows } = await house.sql.query(`select user_id as "userId" from enrolment where cohort_id = $1 limit 1`, [
    cohortId,
  ]);
  const actor = { ...rows[0], roles: [], manages: [], language: 'de', timeZone: 'Europe/Berlin' };
  const bare = new pg.Pool({ connectionString: house.databaseUrl, max: pool });
  const each = (find) => () =>
    timed(async () => {
      for (const words of searches) {
        const found = await find(words);
        if (found !== 20) throw new Error(`${found} hits for "${words}"`);
      }
    });
  try {
    return await measure(
      {
        subject: each(
          async (words) => (await threadSearch.page(actor, cohortId, { search: words, limit: 20 })).rows.length,
        ),
        limit: each(
          async (words) => (await bare.query({ name: 'ranked', text: ranked, values: [cohortId, words] })).rows.length,
        ),
      },
      (samples) => [compare({ name: 'discussion.search', unit: 'ms', ...samples, best: 'low', atMost: 1.5 })],
      options,
    );
  } finally {
    await bare.end();
  }
}

/** The words are taken apart once, as the product does it. */
const ranked = `
  with asked as materialized (
    select websearch_to_tsquery('kohorte_german', $2) || websearch_to_tsquery('kohorte_english', $2) as words)
  select p.id, p.thread_id, p.number, p.body, ts_rank_cd(p.words, (select words from asked), 32) as score
  from post p where p.cohort_id = $1 and p.words @@ (select words from asked)
  order by score desc, p.id desc limit 20`;

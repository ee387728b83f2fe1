import { compare, figure, measure } from './measure.mjs';
import { pool } from './house.mjs';

export const connections = 32;

/** Both sides are asked so often, or for so many seconds, before anything counts: until then V8 still compiles. */
export const warmUp = { enough: 4_000, seconds: 15 };

/** The cohort's outline. */
export function outline(asked) {
  return endpoint({
    ...asked,
    name: 'http.outline',
    path: (cohort) => `/api/cohorts/${cohort.cohortId}/outline`,
    most: 2,
  });
}

/** Home. */
export function home(asked) {
  return endpoint({ ...asked, name: 'http.home', path: () => '/api/home', most: 4 });
}

/**
 * One endpoint of the API against a bare Node server with the same statements, and for learners of the large cohort
 * against those of the small one.
 */
async function endpoint({ house, seconds, name, path, most, ...options }) {
  const { few, crowd } = house.company;
  const asking = (cohort) =>
    cohort.learners.map((secret) => ({ path: path(cohort), cookie: `kohorte_session=${secret}` }));
  const api = await house.api();
  const plan = await statementsOf(house, asking(crowd));
  const ask = await house.helper('bare-server.mjs');
  const bare = await ask({ databaseUrl: house.databaseUrl, connections: pool, plan });
  const load = await house.helper('load.mjs');
  const byNumber = Object.keys(plan).map((number) => ({ path: number, cookie: 'none' }));

  let statements = 0;
  const run = (port, requests) => async () => {
    const answer = await load({ port, requests, connections, seconds });
    statements = Math.max(statements, answer.statements);
    return answer.perSecond;
  };
  for (const side of [
    { port: api.port, requests: asking(crowd) },
    { port: bare.port, requests: byNumber },
  ])
    await load({ ...side, connections, ...warmUp });
  const judge = ({ subject, limit, small }) => [
    compare({ name, unit: 'req/s', subject, limit, best: 'high', atLeast: 0.6 }),
    figure({ name: `${name}.statements`, unit: 'statements', subject: statements, limit: most, atMost: 1 }),
    compare({ name: `${name}.flat`, unit: 'ms', subject: subject.map(latency), limit: small.map(latency), best: 'low', atMost: 1.2 }), // prettier-ignore
  ];
  return measure(
    {
      subject: run(api.port, asking(crowd)),
      limit: run(bare.port, byNumber),
      small: run(api.port, asking(few)),
    },
    judge,
    options,
  );
}

/** How long an answer takes on average, with all connections busy. */
export const latency = (perSecond) => (1_000 * connections) / perSecond;

/**
 * The statements that the product itself sends for each of these requests, listened to on its pool: so the bare server
 * never runs those of yesterday. What was sent while another was under way is of the same group.
 * @returns groups of statements by a path for the bare server
 */
export async function statementsOf(house, requests) {
  const app = await house.inject();
  const { DataSource } = await import('typeorm');
  const { master } = app.get(DataSource).driver;
  try {
    const query = master.query.bind(master);
    const plan = {};
    for (const [number, { path, cookie }] of requests.entries()) {
      const groups = (plan[`/${number}`] = []);
      let underWay = 0;
      master.query = async (statement) => {
        if (underWay++ === 0) groups.push([]);
        groups.at(-1).push(storable(statement));
        try {
          return await query(statement);
        } finally {
          underWay -= 1;
        }
      };
      const { statusCode } = await app.inject({ url: path, headers: { cookie } });
      if (statusCode !== 200) throw new Error(`GET ${path} answered ${statusCode}`);
    }
    return plan;
  } finally {
    delete master.query;
  }
}

function storable({ name, text, values }) {
  const value = (given) => (Buffer.isBuffer(given) ? { bytes: given.toString('hex') } : given);
  return { name, text, values: values.map(value) };
}

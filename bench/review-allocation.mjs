/** Giving reviews out on a real database: to everybody at once, and to 500 who ask at the same moment. */
import { compare, figure, measure, median, timed } from './measure.mjs';
import { seedRound } from './review-rounds.mjs';

const each = 3;
const reviewers = 500;

/**
 * 2,000 works with three reviews each, allocated at once, against the bare statement that lays as many rows into the same
 * table; the statements it takes; and whether 100,000 take longer for each than 10,000.
 */
export async function batch({ house, tell, ...options }) {
  const { sql, company } = house;
  const app = await house.app();
  const [{ Allocations }, { inContext, statementsSoFar, Work }] = await Promise.all([
    house.part('libs/peer-review/allocations.js'),
    house.part('libs/platform/index.js'),
  ]);
  const allocations = app.get(Allocations, { strict: false });
  const work = app.get(Work, { strict: false });
  const round = (works) => seedRound(sql, { name: `works${works}`, works, way: 'batch', adminId: company.adminId });
  const allocated = async ({ roundId }, works) => {
    let statements = 0;
    const milliseconds = await timed(() =>
      inContext('bench', () =>
        work.run(async (unit) => {
          await allocations.batch(unit, roundId);
          statements = statementsSoFar();
        }),
      ),
    );
    const { rows } = await sql.query(`select count(*)::int as rows from review where round_id = $1`, [roundId]);
    if (rows[0].rows !== works * each) throw new Error(`${rows[0].rows} reviews instead of ${works * each}`);
    return { milliseconds, statements };
  };
  const clear = async ({ roundId }) => {
    // Emptied and not deleted from, so that all begin with indexes that hold nothing.
    await sql.query(`truncate review cascade`);
    await sql.query(`update review_round set allocated_at = null where id = $1`, [roundId]);
    await sql.query(`truncate reaction, fact`);
    await sql.query(`vacuum review_round`);
  };

  const usual = await round(2_000);
  const { statements } = await allocated(usual, 2_000);
  await sql.query(`create table bare_allocation as select * from review where round_id = '${usual.roundId}'`);
  await clear(usual);
  const twin = await house.twinOf('review');
  const figures = await measure(
    {
      subject: async () => {
        const { milliseconds } = await allocated(usual, 2_000);
        await clear(usual);
        return milliseconds;
      },
      limit: async () => {
        const milliseconds = await timed(() => sql.query(`insert into ${twin} select * from bare_allocation`));
        await sql.query(`truncate ${twin}`);
        return milliseconds;
      },
    },
    (samples) => [compare({ name: 'review.batch', unit: 'ms', ...samples, best: 'low', atMost: 2 })],
    options,
  );

  const perWork = async (works) => {
    const it = await round(works);
    const samples = [];
    let most = 0;
    for (let n = 0; n < 3; n += 1) {
      const { milliseconds, statements: sent } = await allocated(it, works);
      samples.push(milliseconds / works);
      most = Math.max(most, sent);
      await clear(it);
    }
    tell(`  ${works} works: ${(1_000 * median(samples)).toFixed(1)} µs each, ${most} statements`);
    return { time: median(samples), statements: most };
  };
  const [some, many] = [await perWork(10_000), await perWork(100_000)];
  return [
    ...figures,
    figure({ name: 'review.batch.statements', unit: 'statements', subject: Math.max(statements, many.statements), limit: 10, atMost: 1 }), // prettier-ignore
    figure({ name: 'review.batch.linear', unit: 'ms a work', subject: many.time, limit: some.time, atMost: 1.5 }),
  ];
}

/**
 * 500 people of one round ask the API for their next review at the same moment, three times, on its usual connections to
 * PostgreSQL: nobody gets one twice, and whoever was answered holds what they were told.
 */
export async function next({ house, tell }) {
  const { sql, company } = house;
  const round = await seedRound(sql, { name: 'asking', works: reviewers, way: 'next', adminId: company.adminId });
  const { cohortId, itemId, roundId } = round;
  const { url } = await house.api();
  const ask = async (_, n) => {
    const from = performance.now();
    const reply = await fetch(`${url}/api/cohorts/${cohortId}/assignments/${itemId}/reviews`, {
      method: 'POST',
      headers: {
        cookie: `kohorte_session=asking.${n + 1}@bench.test`,
        'content-type': 'application/json',
        origin: url,
      },
      body: '{}',
    });
    const body = await reply.json();
    if (!reply.ok) throw new Error(`${reply.status}: ${JSON.stringify(body)}`);
    return { reviewId: body.reviewId, milliseconds: performance.now() - from };
  };
  const times = [];
  let lost = 0;
  for (let turn = 0; turn < each; turn += 1) {
    const told = await Promise.all(Array.from({ length: reviewers }, ask));
    times.push(...told.map(({ milliseconds }) => milliseconds));
    const { rows } = await sql.query(
      `select count(*)::int as held from review where id = any ($1::uuid[]) and done_at is null and lapsed_at is null`,
      [told.map(({ reviewId }) => reviewId)],
    );
    lost += reviewers - rows[0].held;
    await sql.query(`update review set done_at = now(), points = 50 where round_id = $1 and done_at is null`, [
      roundId,
    ]);
  }
  const { rows } = await sql.query(
    `select count(*)::int as rows, count(distinct (reviewer_id, submission_id))::int as pairs,
       (select max(n) - min(n) from (select count(*)::int as n from review where round_id = $1 group by submission_id) s) as apart
     from review where round_id = $1`,
    [roundId],
  );
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(0);
  tell(
    `  ${reviewers} at once: half within ${at(0.5)} ms, 99 % within ${at(0.99)} ms; loads differ by ${rows[0].apart}`,
  );
  return [
    figure({ name: 'review.next.twice', unit: 'reviews', subject: rows[0].rows - rows[0].pairs, limit: 1, atMost: 0 }),
    figure({ name: 'review.next.lost', unit: 'leases', subject: lost + each * reviewers - rows[0].rows, limit: 1, atMost: 0 }), // prettier-ignore
    figure({ name: 'review.next.statements', unit: 'statements', subject: await statementsOfOne(house, round), limit: 3, atMost: 1 }), // prettier-ignore
  ];
}

/** What one decision sends to PostgreSQL; who asks is somebody with a review still to come. */
async function statementsOfOne(house, { cohortId, itemId, roundId }) {
  const app = await house.inject();
  const [{ Allocations }, { inContext, statementsSoFar }] = await Promise.all([
    house.part('libs/peer-review/allocations.js'),
    house.part('libs/platform/index.js'),
  ]);
  const { rows } = await house.sql.query(
    `delete from review where id = (select id from review where round_id = $1 limit 1) returning reviewer_id`,
    [roundId],
  );
  const actor = { userId: rows[0].reviewer_id, roles: [], manages: [], language: 'de', timeZone: 'Europe/Berlin' };
  return inContext('bench', async () => {
    await app.get(Allocations, { strict: false }).allocate(actor, cohortId, itemId);
    return statementsSoFar();
  });
}

import { compare, measure, timed } from './measure.mjs';

/** A handler's surroundings. */
const context = { factId: null, signal: new AbortController().signal, progress: async () => {} };

/** A sweep takes a few milliseconds, so that a sample is several of them. */
const sweepsPerSample = 25;

/** Releasing a module to a cohort of 100,000 against one of 100: what the sweep does. */
export async function sweep({ house, ...options }) {
  const handlers = await house.handlers();
  const { sql, company } = house;
  const sample = (releaseId) => async () => {
    let sum = 0;
    for (let n = 0; n < sweepsPerSample; n++) {
      await sql.query(`update release set released_at = null, opens_at = now() - interval '1 second' where id = $1`, [
        releaseId,
      ]);
      sum += await timed(() => handlers['cohorts.release-due']({}, context));
    }
    const { rows } = await sql.query(`select count(*)::int as facts from fact where name = 'cohorts.module-released'`);
    if (rows[0].facts !== sweepsPerSample) throw new Error(`${rows[0].facts} facts of ${sweepsPerSample} releases`);
    await tidy(sql);
    return sum / sweepsPerSample;
  };
  try {
    return await measure(
      { subject: sample(company.crowd.releaseId), limit: sample(company.few.releaseId) },
      (samples) => [compare({ name: 'release.sweep', unit: 'ms', ...samples, best: 'low', atMost: 1.2 })],
      options,
    );
  } finally {
    await sql.query(
      `update release set released_at = null, opens_at = now() + interval '7 weeks' where id = any ($1)`,
      [[company.crowd.releaseId, company.few.releaseId]],
    );
  }
}

/** Handing 100,000 mails to the queue against the bare statement that lays as many rows into the same table. */
export async function mail({ house, ...options }) {
  const handlers = await house.handlers();
  const { sql, company } = house;
  const { releaseId, cohortId } = company.crowd;
  const twin = await house.twinOf('mail');
  await sql.query(`create table bare_learner as select user_id from enrolment where cohort_id = '${cohortId}'`);
  await sql.query(`analyze bare_learner`);
  const emptied = async (table, milliseconds) => {
    const { rows } = await sql.query(`select count(*)::int as mails from ${table}`);
    if (rows[0].mails !== 100_000) throw new Error(`${rows[0].mails} mails instead of 100,000`);
    await sql.query(`truncate ${table}`);
    return milliseconds;
  };
  const subject = async () =>
    emptied('mail', await timed(() => handlers['notifications.mail-release']({ releaseId }, context)));
  const limit = async () =>
    emptied(
      twin,
      await timed(() =>
        sql.query(
          `insert into ${twin} (id, user_id, kind, subject_id, once_key, urgent, created_at, due_at)
           select uuidv7(), user_id, 'module-released', $1, $1, false, $2, $2 from bare_learner`,
          [releaseId, new Date()],
        ),
      ),
    );
  return measure(
    { subject, limit },
    (samples) => [compare({ name: 'release.mail', unit: 'ms', ...samples, best: 'low', atMost: 1.3 })],
    options,
  );
}

/** Takes away what the sweeps left, as the housekeeping would. */
async function tidy(sql) {
  await sql.query(`truncate reaction, fact`);
  await sql.query(`vacuum release`);
}

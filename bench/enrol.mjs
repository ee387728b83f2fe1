import { newcomers } from './seed.mjs';
import { compare, measure, timed } from './measure.mjs';

/** Enrolling 5,000 people of an org unit against the bare statement that lays as many rows into the same table. */
export async function bulk({ house, ...options }) {
  const { sql, company } = house;
  const { cohortId, orgUnitId } = company.newcomers;
  const app = await house.inject();
  const { BulkEnrolment } = await house.part('libs/cohorts/bulk-enrolment.js');
  const enrolment = app.get(BulkEnrolment, { strict: false });
  const actor = { userId: company.adminId, roles: ['admin', 'trainer'], manages: [], language: 'de' };

  // As many rows as in the real table, so that both have indexes of the same height.
  const twin = await house.twinOf('enrolment');
  await sql.query(`insert into ${twin} select * from enrolment`);
  await sql.query(`
    create table bare_newcomer as select u.id as user_id from app_user u join org_unit o on o.id = u.org_unit_id
    where o.path <@ 'newcomers'`);
  await sql.query(`vacuum (analyze) ${twin}, bare_newcomer`);

  const subject = async () => {
    const milliseconds = await timed(async () => {
      const { enrolled } = await enrolment.enrol(actor, cohortId, { orgUnitId });
      if (enrolled !== newcomers) throw new Error(`${enrolled} enrolled instead of ${newcomers}`);
    });
    await sql.query(`truncate reaction, fact`);
    return cleared('enrolment', milliseconds);
  };
  const limit = async () =>
    cleared(
      twin,
      await timed(() =>
        sql.query(
          `insert into ${twin} (id, cohort_id, user_id, status, active_at)
           select uuidv7(), $1, user_id, 'active', $2 from bare_newcomer`,
          [cohortId, new Date()],
        ),
      ),
    );
  const cleared = async (table, milliseconds) => {
    const { rowCount } = await sql.query(`delete from ${table} where cohort_id = $1`, [cohortId]);
    if (rowCount !== newcomers) throw new Error(`${rowCount} rows instead of ${newcomers}`);
    await sql.query(`vacuum ${table}, cohort`);
    return milliseconds;
  };
  return measure(
    { subject, limit },
    (samples) => [compare({ name: 'enrol.bulk', unit: 'ms', ...samples, best: 'low', atMost: 1.5 })],
    options,
  );
}

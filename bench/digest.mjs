/** Digests for a whole company on one morning. */
import { compare, figure, measure, timed } from './measure.mjs';

const context = { factId: null, signal: new AbortController().signal, progress: async () => {} };
const everybody = 100_000;
const tenth = everybody / 10;

/**
 * Looking whether there is something new for each of 100,000 people, and laying their digests, against the bare statement
 * that lays as many rows into the same tables; and what a thousand readers cost when there are ten times as many.
 */
export async function digest({ house, tell, ...options }) {
  const { sql, company } = house;
  const handlers = await house.handlers();
  const { inContext, statementsSoFar } = await house.part('libs/platform/index.js');
  const { cohortId, releaseId } = company.crowd;
  await sql.query(threadOf, [cohortId, company.adminId]);
  await sql.query(newsOf, [cohortId, releaseId]);
  const [mails, digests] = [await house.twinOf('mail'), await house.twinOf('digest')];
  await sql.query(`create table bare_reader as select user_id from enrolment where cohort_id = '${cohortId}'`);
  await sql.query(`vacuum (analyze)`);

  const statements = {};
  /** The first so many readers have their hour now, all others want none. */
  const laid = async (readers) => {
    await sql.query(dueOf, [cohortId, readers]);
    await sql.query(`vacuum (analyze) notification_setting`);
    const milliseconds = await timed(() =>
      inContext('bench', async () => {
        await handlers['notifications.digest-due']({}, context);
        statements[readers] = statementsSoFar();
      }),
    );
    const { rows } = await sql.query(`select count(*)::int as digests from mail where kind = 'digest'`);
    if (rows[0].digests !== readers) throw new Error(`${rows[0].digests} digests for ${readers} readers`);
    await sql.query(`truncate mail, digest`);
    return milliseconds;
  };
  const bare = async () => {
    const milliseconds = await timed(() => sql.query(bareRows(digests, mails), [new Date()]));
    await sql.query(`truncate ${mails}, ${digests}`);
    return milliseconds;
  };
  const figures = await measure(
    {
      all: () => laid(everybody),
      bare,
      few: async () => (await laid(tenth)) * (everybody / tenth),
    },
    ({ all, bare: limit, few }) => [
      compare({ name: 'notify.digest', unit: 'ms', subject: all, limit, best: 'low', atMost: 4 }),
      compare({ name: 'notify.digest.flat', unit: 'ms', subject: all, limit: few, best: 'low', atMost: 1.3 }),
    ],
    options,
  );
  tell(`  ${statements[everybody]} statements for ${everybody} readers, ${statements[tenth]} for ${tenth}`);
  const perThousand = (readers) => statements[readers] / (readers / 1_000);
  return [
    ...figures,
    figure({
      name: 'notify.digest.statements',
      unit: 'statements',
      subject: perThousand(everybody),
      limit: perThousand(tenth),
      atMost: 1,
    }),
  ];
}

/** A thread in cohort $1 with forty posts of $2. */
const threadOf = `
  with thread as (
    insert into thread (id, cohort_id, kind, title, author_id, created_at, active_at, posts, newest_number)
    values (uuidv7(), $1, 'discussion', 'Worüber alle reden', $2, now() - interval '3 hours', now() - interval '1 hour', 40, 40)
    returning id)
  insert into post (id, thread_id, cohort_id, number, author_id, body, created_at)
  select uuidv7(), thread.id, $1, n, $2, 'Ein Beitrag, wie er vorkommt.', now() - interval '3 hours' + n * interval '3 minutes'
  from thread, generate_series(1, 40) n`;

/** Something new for everybody in cohort $1: what all are told, and for every second an answer of their own. */
const newsOf = `
  with told as (
    insert into broadcast (id, cohort_id, kind, subject_id, once_key, created_at)
    values (uuidv7(), $1, 'module-released', $2, uuidv7(), now() - interval '2 hours'))
  insert into notice (id, user_id, kind, subject_id, once_key, created_at, after_number)
  select uuidv7(), e.user_id, 'reply-written', p.id, uuidv7(), now() - interval '1 hour', 0
  from (select user_id, row_number() over (order by id) as n from enrolment where cohort_id = $1) e
  join post p on p.cohort_id = $1 and p.number = 1 + e.n % 40
  where e.n % 2 = 0`;

const dueOf = `
  insert into notification_setting (user_id, digest, digest_hour, working_days)
  select u.id, case when e.n <= $2::int then 'daily' else 'none' end, 0, '{1,2,3,4,5,6,7}'
  from app_user u
  left join (select user_id, row_number() over (order by user_id) as n from enrolment where cohort_id = $1) e on e.user_id = u.id
  on conflict (user_id) do update
  set digest = excluded.digest, digest_hour = excluded.digest_hour, working_days = excluded.working_days
  where (notification_setting.digest, notification_setting.digest_hour) is distinct from (excluded.digest, excluded.digest_hour)`;

const bareRows = (digests, mails) => `
  with d as (
    insert into ${digests} (id, user_id, period_on, since, laid_at)
    select uuidv7(), user_id, current_date, $1::timestamptz - interval '1 day', $1 from bare_reader returning id, user_id)
  insert into ${mails} (id, user_id, kind, subject_id, once_key, urgent, created_at, due_at)
  select uuidv7(), user_id, 'digest', id, id, false, $1, $1 from d`;

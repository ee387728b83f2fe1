/** Sizes of what is compared. */
export const few = 100;
export const crowd = 100_000;
export const newcomers = 5_000;

const modules = 12;
const itemsPerModule = 8;

/**
 * Fills an empty, migrated database with a company, set by set: a course of 12 modules with 8 items each, the cohorts
 * that are compared, five weeks under way, and what their learners have done so far.
 * @param {import('pg').Client} client the superuser's
 * @param {{ withCrowd: boolean }} options
 * @returns {Promise<Company>}
 *
 * @typedef {{ cohortId: string, releaseId: string, learners: string[] }} SeededCohort `releaseId`: of the last module;
 *   `learners`: secrets of sessions, of learners spread over the whole cohort
 * @typedef {{ few: SeededCohort, crowd: SeededCohort | null, newcomers: { cohortId: string, orgUnitId: string },
 *   adminId: string }} Company
 */
export async function seed(client, { withCrowd }) {
  const one = async (text, values) => (await client.query(text, values)).rows[0];
  // Rows are laid as they would have come to be, without asking each of the five million keys for its parent.
  await client.query(`set session_replication_role = replica`);
  const buildSearch = await withoutSearch(client);
  const { id: adminId } = await one(
    `insert into app_user (id, email, given_name, family_name, roles, created_at)
     values (uuidv7(), 'admin@bench.test', 'Ada', 'Admin', array['admin', 'trainer'], now()) returning id`,
  );
  const { id: orgUnitId } = await one(unitsOf, ['newcomers', 50]);
  await client.query(unitsOf, ['company', 500]);
  await client.query(peopleOf, ['newcomers', newcomers]);
  const { id: courseId } = await one(`insert into course values (uuidv7(), $1, now(), now()) returning id`, [adminId]);
  const { id: versionId } = await one(
    `insert into course_version (id, course_id, number, title, summary, audience, language, created_at, published_at)
     values (uuidv7(), $1, 1, 'Lernen anstoßen', 'Ein Kurs in zwölf Wochen.', 'Alle', 'de', now(), now()) returning id`,
    [courseId],
  );
  await client.query(modulesOf, [versionId, modules]);
  await client.query(itemsOf, [versionId, itemsPerModule]);

  const cohort = async (name, people) => {
    const { id } = await one(cohortOf, [courseId, versionId, name, adminId]);
    await client.query(`insert into cohort_trainer values ($1, $2)`, [id, adminId]);
    const { id: releaseId } = await one(releasesOf, [id, versionId]);
    if (people > 0) {
      await client.query(peopleOf, [name, people]);
      await client.query(learnersOf, [id, name]);
      await client.query(doneMarksOf, [id, versionId]);
      await client.query(sessionsOf, [id, name, people / few]);
    }
    const learners = Array.from({ length: few }, (_, number) => `${name}-${number + 1}`);
    return { cohortId: id, releaseId, learners };
  };
  const company = {
    few: await cohort('few', few),
    crowd: withCrowd ? await cohort('crowd', crowd) : null,
    newcomers: { cohortId: (await cohort('newcomers', 0)).cohortId, orgUnitId },
    adminId,
  };
  await client.query(`set session_replication_role = origin`);
  await buildSearch();
  await client.query(`vacuum (analyze)`);
  await client.query(`checkpoint`);
  return company;
}

/** Puts the search for people aside, which is built much faster at once; gives what builds it again. */
async function withoutSearch(client) {
  const { rows } = await client.query(
    `select indexname, indexdef from pg_indexes where indexdef like '%gin_trgm_ops%'`,
  );
  for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
  return async () => {
    await client.query(`set maintenance_work_mem = '256MB'`);
    for (const { indexdef } of rows) await client.query(indexdef);
  };
}

/** A unit named $1 with $2 units below it; gives the upper one. */
const unitsOf = `
  with top as (
    insert into org_unit (id, name, path) values (uuidv7(), $1::text, $1::text::ltree) returning id, path),
  below as (
    insert into org_unit (id, parent_id, name, path)
    select uuidv7(), top.id, $1::text || ' ' || n, top.path || n::text from top, generate_series(1, $2::int) n)
  select id from top`;

/** $2 people $1: the newcomers in their own units, everybody else in those of the company. */
const peopleOf = `
  with unit as (
    select array_agg(id) as ids from org_unit
    where path <@ (case $1::text when 'newcomers' then 'newcomers' else 'company' end)::ltree and parent_id is not null),
  person as (
    insert into app_user (id, email, given_name, family_name, job_title, org_unit_id, language, created_at)
    select uuidv7(), $1::text || '.' || n || '@bench.test', (array['Anna', 'Jörg', 'Mehmet', 'Zoë', 'Karl'])[1 + n % 5],
      'Muster' || n, 'Sachbearbeitung', unit.ids[1 + n % cardinality(unit.ids)],
      case when n % 5 = 0 then 'en' else 'de' end, now() - interval '1 year'
    from unit, generate_series(1, $2::int) n returning id)
  insert into notification_setting (user_id, read_up_to)
  select id, now() - interval '1 day' from (select id, row_number() over () as n from person) p where n % 2 = 0`;

const modulesOf = `
  insert into module (id, version_id, position, title, summary, objectives, highlights)
  select uuidv7(), $1, n, 'Woche ' || n || ': Ein Schritt weiter', 'Worum es in dieser Woche geht, in zwei Sätzen.',
    array['Du kennst drei Wege.', 'Du hast einen davon ausprobiert.'], 'Das Wichtigste der Woche ' || n || '.'
  from generate_series(1, $2::int) n`;

const itemsOf = `
  insert into item (id, module_id, position, kind, title, minutes, required, due_after_days, body, url)
  select uuidv7(), m.id, n, k.kind, 'Inhalt ' || m.position || '.' || n || ' mit einem Titel, wie er vorkommt',
    5 + 3 * n, n <> 8, case when k.kind = 'assignment' then 6 end,
    case when k.kind in ('page', 'assignment', 'discussion') then repeat('Ein Absatz, den jemand liest. ', 70) end,
    case when k.kind in ('video', 'link') then 'https://example.org/' || m.position || '/' || n end
  from module m, generate_series(1, $2::int) n,
    lateral (select (array['page', 'video', 'page', 'link', 'video', 'discussion', 'assignment', 'page'])[1 + (n - 1) % 8] as kind) k
  where m.version_id = $1`;

const cohortOf = `
  insert into cohort (id, course_id, version_id, name, pacing, start_on, ends_on, time_zone, weekday, release_time,
    modules_per_step, weeks_per_step, on_holiday, holiday_region, admission, created_by, created_at, enrolment_closes_at)
  select uuidv7(), $1, $2, $3, 'weekly', monday, monday + 83, 'Europe/Berlin', 1, '09:00',
    1, 1, 'keep', 'DE-BE', 'open', $4, now() - interval '2 months', now() - interval '2 weeks'
  from (select date_trunc('week', now())::date - 28 as monday) s returning id`;

/** The releases of cohort $1 with version $2; gives that of the last module. */
const releasesOf = `
  with planned as (
    insert into release (id, cohort_id, module_id, step, opens_at, planned_on, released_at, changed_at)
    select uuidv7(), c.id, m.id, m.position, o.at, c.start_on + 7 * (m.position - 1), case when o.at <= now() then o.at end,
      c.created_at
    from cohort c, module m,
      lateral (select (c.start_on + 7 * (m.position - 1) + time '09:00') at time zone c.time_zone as at) o
    where c.id = $1 and m.version_id = $2 returning id, step)
  select id from planned order by step desc limit 1`;

/** Makes the people $2 learners of cohort $1. */
const learnersOf = `
  with learner as (
    insert into enrolment (id, cohort_id, user_id, status, active_at)
    select uuidv7(), $1, id, 'active', now() - interval '6 weeks' from app_user where email like ($2 || '.%@bench.test')
    returning 1)
  update cohort set seats_taken = (select count(*) from learner) where id = $1`;

/** Some have done nothing yet, some all of the first three weeks; on average half of it. */
const doneMarksOf = `
  insert into done_mark (enrolment_id, item_id, done_at)
  select e.id, i.id, now() - interval '3 weeks' + i.turn * interval '6 hours'
  from (select id, row_number() over (order by id) % 25 as pace from enrolment where cohort_id = $1) e
  join (select i.id, row_number() over (order by m.position, i.position) as turn
        from item i join module m on m.id = i.module_id where m.version_id = $2) i on i.turn <= e.pace
  order by e.id, i.id`;

/** A session for every $3rd learner of cohort $1, with the secret "$2-1" and so on. */
const sessionsOf = `
  insert into user_session (id, secret_hash, user_id, agent, created_at, seen_at, expires_at)
  select uuidv7(), sha256(convert_to($2 || '-' || (1 + (n - 1) / $3::int), 'utf8')), user_id, 'bench', now(), now(),
    now() + interval '30 days'
  from (select user_id, row_number() over (order by id) as n from enrolment where cohort_id = $1) e
  where (n - 1) % $3::int = 0`;

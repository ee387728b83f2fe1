/** What peer review is measured with: a round of so many works, handed in by as many people and due since yesterday. */

/** What the assignment asks. @param {'next' | 'batch'} way */
const design = (way) => ({
  handIn: { text: true, link: false, video: false, files: 0, fileMegabytes: 1 },
  leastWords: null,
  mostWords: null,
  template: null,
  graceHours: 0,
  teams: false,
  anonymity: 'double-blind',
  reviews: { give: 3, need: 3, days: 60, way, leaseHours: 48, leastWords: 0 },
  rubric: ['one', 'two'].map((criterionId) => ({
    criterionId,
    title: criterionId,
    prompt: null,
    weight: 1,
    commentRequired: false,
    levels: [0, 1, 2].map((points) => ({ points, title: `${points}`, description: null })),
  })),
  examples: [],
  grading: { method: 'calibrated', reviewingShare: 0, publishAfterHours: 0 },
});

/**
 * Seeds a round, set by set. Every tenth person heads a unit of nine others, so that managers and reports are there, too.
 * @param {import('pg').Client} sql the superuser's
 * @returns {Promise<{ cohortId: string, itemId: string, roundId: string }>}
 */
export async function seedRound(sql, { name, works, way, adminId }) {
  const one = async (text, values) => (await sql.query(text, values)).rows[0];
  await sql.query(`set session_replication_role = replica`);
  const { id: courseId } = await one(`insert into course values (uuidv7(), $1, now(), now()) returning id`, [adminId]);
  const { id: versionId } = await one(
    `insert into course_version (id, course_id, number, title, summary, audience, language, created_at, published_at)
     values (uuidv7(), $1, 1, $2, 'Ein Kurs.', 'Alle', 'de', now(), now()) returning id`,
    [courseId, name],
  );
  const { id: moduleId } = await one(
    `insert into module (id, version_id, position, title, objectives) values (uuidv7(), $1, 1, 'Schreiben', '{}') returning id`,
    [versionId],
  );
  const { id: itemId } = await one(
    `insert into item (id, module_id, position, kind, title, minutes, required, due_after_days, body, assignment)
     values (uuidv7(), $1, 1, 'assignment', 'Ein Brief', 45, true, 5, 'Schreib einen Brief.', $2) returning id`,
    [moduleId, JSON.stringify(design(way))],
  );
  const { id: cohortId } = await one(
    `insert into cohort (id, course_id, version_id, name, pacing, start_on, ends_on, time_zone, weekday, release_time,
       modules_per_step, weeks_per_step, on_holiday, holiday_region, admission, created_by, created_at)
     values (uuidv7(), $1, $2, $3, 'weekly', now()::date - 7, now()::date + 80, 'Europe/Berlin', 1, '09:00', 1, 1, 'keep',
       'DE-BE', 'open', $4, now()) returning id`,
    [courseId, versionId, name, adminId],
  );
  await sql.query(
    `insert into release (id, cohort_id, module_id, step, opens_at, planned_on, released_at, changed_at)
     values (uuidv7(), $1, $2, 1, now() - interval '7 days', now()::date - 7, now(), now())`,
    [cohortId, moduleId],
  );
  const { id: roundId } = await one(
    `insert into review_round (id, cohort_id, item_id, seed, created_at) values (uuidv7(), $1, $2, 4711, now()) returning id`,
    [cohortId, itemId],
  );
  await sql.query(
    `insert into rubric (id, round_id, number, criteria, created_at) values (uuidv7(), $1, 1, $2, now())`,
    [roundId, JSON.stringify(design(way).rubric)],
  );
  await sql.query(unitsOf, [name, Math.ceil(works / 10)]);
  await sql.query(peopleOf, [name, works]);
  await sql.query(
    `update org_unit o set manager_id = u.manager from (
       select org_unit_id, (array_agg(id order by id))[1] as manager from app_user where email like $1 || '.%@bench.test' group by 1) u
     where o.id = u.org_unit_id`,
    [name],
  );
  await sql.query(worksOf, [cohortId, roundId, name]);
  await sql.query(`set session_replication_role = origin`);
  await sql.query(`vacuum (analyze) app_user, org_unit, enrolment, submission, submission_author, review`);
  return { cohortId, itemId, roundId };
}

const unitsOf = `
  insert into org_unit (id, name, path)
  select uuidv7(), $1 || ' ' || n, ($1 || n)::ltree from generate_series(1, $2::int) n`;

/** $2 people $1, ten in a unit; each with a session whose secret is their address. */
const peopleOf = `
  with unit as (select array_agg(id order by id) as ids from org_unit where name like $1 || ' %'),
  person as (
    insert into app_user (id, email, given_name, family_name, org_unit_id, created_at)
    select uuidv7(), $1 || '.' || n || '@bench.test', 'Anna', 'Muster' || n, unit.ids[1 + n % cardinality(unit.ids)], now()
    from unit, generate_series(1, $2::int) n returning id, email)
  insert into user_session (id, secret_hash, user_id, agent, created_at, seen_at, expires_at)
  select uuidv7(), sha256(email::text::bytea), id, 'bench', now(), now(), now() + interval '30 days' from person`;

/** The people $3 as learners of cohort $1, with what they have handed in for round $2. */
const worksOf = `
  with learner as (
    insert into enrolment (id, cohort_id, user_id, status, active_at)
    select uuidv7(), $1, id, 'active', now() from app_user where email like $3 || '.%@bench.test' returning id, user_id),
  author as (select learner.*, uuidv7() as submission_id from learner),
  work as (
    insert into submission (id, round_id, rubric_id, text, changed_at, handed_in_at)
    select submission_id, $2, (select id from rubric where round_id = $2), repeat('Ein Brief. ', 50), now(), now() from author)
  insert into submission_author (round_id, enrolment_id, submission_id, user_id)
  select $2, id, submission_id, user_id from author`;

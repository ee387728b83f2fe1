/** What discussion is measured with: a cohort that talks. */

/**
 * Seeds a cohort of the company's course, set by set: people with a session each (its secret is `NAME-1` and so on),
 * threads of twenty posts, and where it is asked for one thread more that holds very many.
 * @param {import('pg').Client} sql the superuser's
 * @param {{ name: string, people: number, threads: number, long?: number }} said
 * @returns {Promise<{ cohortId: string, secrets: string[], longThreadId: string }>} the long thread, else the first one
 */
export async function seedTalk(sql, { name, people, threads, long = 20 }, { few, adminId }) {
  const one = async (text, values) => (await sql.query(text, values)).rows[0];
  await sql.query(`set session_replication_role = replica`);
  const { id: cohortId } = await one(cohortLike, [few.cohortId, name]);
  await sql.query(`insert into cohort_trainer values ($1, $2)`, [cohortId, adminId]);
  await sql.query(releasesLike, [few.cohortId, cohortId]);
  await sql.query(peopleOf, [name, people, cohortId]);
  await sql.query(threadsOf, [cohortId, threads, long]);
  await sql.query(postsOf, [cohortId, topics]);
  await sql.query(newestOf, [cohortId]);
  await sql.query(`set session_replication_role = origin`);
  await sql.query(wordsOf, [cohortId]);
  for (const table of ['app_user', 'user_session', 'enrolment', 'thread', 'post'])
    await sql.query(`vacuum (analyze) ${table}`);
  const { id: longThreadId } = await one(`select id from thread where cohort_id = $1 order by newest_number desc, id limit 1`, [cohortId]); // prettier-ignore
  return { cohortId, longThreadId, secrets: Array.from({ length: people }, (_, n) => `${name}-${n + 1}`) };
}

/** What posts are about, so that words have the frequencies that words have. */
const topics = [
  'Rückmeldung', 'Videokonferenz', 'Lernziel', 'Gruppenarbeit', 'Arbeitsblatt', 'Fragestellung', 'Zeitplanung',
  'Moderation', 'Abschlussprojekt', 'Beobachtung', 'feedback', 'agenda', 'retrospective', 'slides', 'examples',
]; // prettier-ignore

const cohortLike = `
  insert into cohort (id, course_id, version_id, name, pacing, start_on, ends_on, time_zone, weekday, release_time,
    modules_per_step, weeks_per_step, on_holiday, holiday_region, admission, created_by, created_at)
  select uuidv7(), course_id, version_id, $2, pacing, start_on, ends_on, time_zone, weekday, release_time,
    modules_per_step, weeks_per_step, on_holiday, holiday_region, admission, created_by, created_at
  from cohort where id = $1 returning id`;

const releasesLike = `
  insert into release (id, cohort_id, module_id, step, opens_at, planned_on, released_at, changed_at)
  select uuidv7(), $2, module_id, step, opens_at, planned_on, released_at, changed_at from release where cohort_id = $1`;

const peopleOf = `
  with person as (
    insert into app_user (id, email, given_name, family_name, language, created_at)
    select uuidv7(), $1::text || '.' || n || '@bench.test', 'Anna', 'Muster' || n, 'de', now() - interval '1 year'
    from generate_series(1, $2::int) n returning id, email),
  session as (
    insert into user_session (id, secret_hash, user_id, agent, created_at, seen_at, expires_at)
    select uuidv7(), sha256(convert_to($1 || '-' || split_part(split_part(email, '@', 1), '.', 2), 'utf8')), id, 'bench',
      now(), now(), now() + interval '30 days' from person)
  insert into enrolment (id, cohort_id, user_id, status, active_at)
  select uuidv7(), $3::uuid, id, 'active', now() - interval '6 weeks' from person`;

/** Threads, the last of them with $3 posts; every tenth is about a module, every third a question. */
const threadsOf = `
  with writer as (select array_agg(user_id) as ids from enrolment where cohort_id = $1),
  anchor as (
    select array_agg(module_id order by step) as ids from release where cohort_id = $1 and opens_at <= now())
  insert into thread (id, cohort_id, module_id, kind, title, author_id, created_at, active_at, posts, newest_number)
  select uuidv7(), $1, case when n % 10 = 0 then anchor.ids[1 + n / 10 % cardinality(anchor.ids)] end,
    case when n % 3 = 0 then 'question' else 'discussion' end, 'Wie haltet ihr es mit Punkt ' || n || '?',
    writer.ids[1 + n % cardinality(writer.ids)], now() - interval '30 days' + n * interval '3 minutes',
    now() - interval '20 days' + n * interval '3 minutes', k.posts, k.posts
  from generate_series(1, $2::int) n, writer, anchor,
    lateral (select case when n = $2 then $3::int else 20 end as posts) k`;

const postsOf = `
  with writer as (select array_agg(user_id) as ids from enrolment where cohort_id = $1)
  insert into post (id, thread_id, cohort_id, number, author_id, body, created_at)
  select uuidv7(), t.id, t.cohort_id, n, writer.ids[1 + (n * 7 + t.newest_number) % cardinality(writer.ids)],
    'Zur ' || ($2::text[])[1 + (n * n + extract(epoch from t.created_at)::int / 180) % cardinality($2::text[])]
      || ': ' || repeat('ein Satz, den jemand dazu geschrieben hat, ', 1 + n % 5) || 'mit Nummer ' || n || '.',
    t.created_at + n * interval '1 second'
  from thread t, writer, generate_series(1, t.newest_number) n where t.cohort_id = $1`;

const newestOf = `update cohort set seats_taken = (select count(*) from enrolment where cohort_id = $1) where id = $1`;

/** Triggers were off: what posts are found by is made now. */
const wordsOf = `update post set body = body where cohort_id = $1`;

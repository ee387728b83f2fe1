/** SQL for a `PersonView` of the person `u`, whose org unit is `o`. */
export const person = `json_build_object(
  'userId', u.id, 'name', u.given_name || ' ' || u.family_name, 'jobTitle', u.job_title, 'unit', o.name)`;

/** SQL for the trainers of the cohort `c`, as a list of `PersonView`. */
export const trainersOfCohort = `coalesce((
  select json_agg(${person} order by u.family_name, u.given_name, u.id)
  from cohort_trainer t join app_user u on u.id = t.user_id left join org_unit o on o.id = u.org_unit_id
  where t.cohort_id = c.id), '[]')`;

/** SQL for the name of the person `u` as lists are sorted by it, accents aside. */
export const sortedName = `lower(unaccent(u.family_name || ' ' || u.given_name))`;

/** SQL for whether the name of the person `u` holds a text, accents and case aside. */
export const nameHolds = (text: string): string =>
  `strpos(lower(unaccent(u.given_name || ' ' || u.family_name)), lower(unaccent(${text}))) > 0`;

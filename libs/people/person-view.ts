/**
 * SQL that gives a row of `app_user` as a `PersonView`, for those who select people beside their own things:
 *
 *     select e.id, ${personView('u')} as person from enrolment e join app_user u on u.id = e.user_id
 *
 * @param alias what `app_user` is called in that statement
 */
export function personView(alias: string): string {
  return `json_build_object(
    'userId', ${alias}.id, 'name', ${alias}.given_name || ' ' || ${alias}.family_name, 'jobTitle', ${alias}.job_title,
    'unit', (select unit_of.name from org_unit unit_of where unit_of.id = ${alias}.org_unit_id))`;
}

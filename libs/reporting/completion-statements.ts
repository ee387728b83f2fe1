/** What the statements give: a cohort, or an org unit with the figures of its own people, without those below. */
export interface CountedRow {
  id: string;
  /** The unit above. */
  parentId: string | null;
  course_id: string | null;
  name: string;
  context: string;
  start_on: string | null;
  /** How many people the figures are about, each counted once, and how many of them have a seat. */
  people: number;
  enrolled: number;
  /** Enrolments that have a seat. */
  in_cohort: number;
  waitlisted: number;
  active: number;
  completed: number;
  withdrawn: number;
  done_items: number;
  total_items: number;
}

/** The units whose figures the reader may see: $1 is L&D admin, $2 the units headed. */
const seen = `
  seen as (
    select o.id, o.parent_id, o.name, o.path from org_unit o
    where $1 or exists (select 1 from org_unit h where h.id = any ($2::uuid[]) and o.path <@ h.path)
  ), counted as (
    select v.id as version_id, count(i.id)::int as items
    from course_version v join module m on m.version_id = v.id
    join item i on i.module_id = m.id and i.required
      and (i.kind in ('page', 'video', 'link', 'file') or i.assignment is not null)
    group by v.id
  )`;

/** Enrolments `e` of the people `u`; cancelled cohorts count nowhere. */
const enrolments = `
  select e.user_id, e.cohort_id, e.status, u.org_unit_id, coalesce(counted.items, 0) as items,
    (select count(*)::int from done_mark d join item i on i.id = d.item_id
     where d.enrolment_id = e.id and i.required and e.status in ('active', 'completed')) as done
  from enrolment e
  join app_user u on u.id = e.user_id
  join cohort c on c.id = e.cohort_id
  left join counted on counted.version_id = c.version_id
  where c.cancelled_at is null`;

const figures = `
  count(distinct e.user_id)::int as people,
  (count(distinct e.user_id) filter (where e.status in ('active', 'completed')))::int as enrolled,
  count(*) filter (where e.status in ('active', 'completed'))::int as in_cohort,
  count(*) filter (where e.status in ('waitlisted', 'requested'))::int as waitlisted,
  count(*) filter (where e.status = 'active')::int as active,
  count(*) filter (where e.status = 'completed')::int as completed,
  count(*) filter (where e.status = 'withdrawn')::int as withdrawn,
  coalesce(sum(e.done), 0)::int as done_items,
  coalesce(sum(e.items) filter (where e.status in ('active', 'completed')), 0)::int as total_items`;

const figureNames = [
  'people',
  'enrolled',
  'in_cohort',
  'waitlisted',
  'active',
  'completed',
  'withdrawn',
  'done_items',
  'total_items',
] as const;

/** By cohort, of the people of one unit and below, $3, if it is asked for. One that nobody of them is in is not listed. */
export const byCohort = `
  with ${seen}, e as (
    ${enrolments} and (($1 and $3::uuid is null) or u.org_unit_id in (
      select id from seen where $3::uuid is null or path <@ (select path from org_unit where id = $3)))
  )
  select c.id, null as "parentId", c.course_id, c.name, v.title as context, c.start_on::text, ${figures}
  from cohort c join course_version v on v.id = c.version_id join e on e.cohort_id = c.id
  group by c.id, v.title
  order by c.start_on desc, c.name, c.id`;

/**
 * By org unit, of one course, $3, or one cohort, $4; units without figures are there for those below them. The figures
 * are added up before they meet the units, as Postgres cannot know how few units there are.
 */
export const byUnit = `
  with recursive ${seen}, e as materialized (
    ${enrolments} and ($3::uuid is null or c.course_id = $3) and ($4::uuid is null or c.id = $4)
      and ($1 or u.org_unit_id in (select id from seen))
  ), own as materialized (
    select e.org_unit_id, ${figures} from e group by e.org_unit_id
  ), placed as (
    select id, '' as context from org_unit where parent_id is null
    union all
    select o.id, concat_ws(' › ', nullif(p.context, ''), above.name)
    from placed p join org_unit above on above.id = p.id join org_unit o on o.parent_id = p.id
  )
  select o.id, o.parent_id as "parentId", null as course_id, o.name, p.context, null as start_on,
    ${figureNames.map((name) => `coalesce(own.${name}, 0) as ${name}`).join(', ')}
  from seen o join placed p on p.id = o.id left join own on own.org_unit_id = o.id`;

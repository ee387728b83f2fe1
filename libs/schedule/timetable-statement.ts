import { extendedTo } from './assignment-due.js';
import { comes } from './coming.js';

/**
 * A person's openings, due items and sessions over all cohorts, a row a module or a session: $1 the person, $2 from, $3 to, and for what is due,
 * whose exact instant is the rules' matter, a somewhat wider period from $4 to $5. Only what is of the kinds $6 can be
 * done, and so be due, and an assignment that can be handed in: that is due where its round was moved to, and later for
 * who has more time. Who goes by their own start has releases of their own. Each step is a look into an index, however
 * many people learn and however many courses there are.
 */
export const timetableStatement = `
  with mine as (
    select c.id, c.name, c.time_zone, c.version_id, c.pacing, e.id as enrolment_id
    from enrolment e join cohort c on c.id = e.cohort_id
    where e.user_id = $1 and e.status in ('active', 'completed') and c.cancelled_at is null
    union all
    select c.id, c.name, c.time_zone, c.version_id, c.pacing, null
    from cohort_trainer t join cohort c on c.id = t.cohort_id
    where t.user_id = $1 and c.cancelled_at is null and not exists (
      select 1 from enrolment e
      where e.cohort_id = c.id and e.user_id = $1 and e.status in ('active', 'completed'))
  ), opening as (
    select mine.enrolment_id, mine.id as cohort_id, mine.name as cohort_name, v.title as course_title, mine.time_zone,
      m.id as module_id, m.title,
      coalesce(own.id, shared.id) as release_id, coalesce(own.step, shared.step) as step,
      coalesce(own.opens_at, shared.opens_at) as opens_at,
      coalesce(own.changed_at, shared.changed_at) as changed_at,
      coalesce(own.sequence, shared.sequence) as sequence
    from mine
    join course_version v on v.id = mine.version_id
    join module m on m.version_id = mine.version_id
    left join release own
      on mine.pacing = 'relative'
      and own.cohort_id = mine.id and own.module_id = m.id and own.enrolment_id = mine.enrolment_id
    left join release shared
      on shared.cohort_id = mine.id and shared.module_id = m.id and shared.enrolment_id is null
    where own.id is not null or shared.id is not null
  ), moved as materialized (
    select rr.cohort_id, rr.item_id, rr.due_moved_to, rr.deadlines_changed_at, rr.deadlines_sequence,
      ${extendedTo('rr.id', 'mine.enrolment_id')} as extended_to
    from mine join review_round rr on rr.cohort_id = mine.id and rr.deadlines_sequence > 0
  )
  select o.*, null::timestamptz as ends_at, null as place, null::uuid as session_item_id,
    case when o.opens_at >= $2 and o.opens_at < $3 then
      (select coalesce(sum(i.minutes), 0)::int from item i where i.module_id = o.module_id) end as minutes,
    (select json_agg(json_build_array(i.id, i.title, i.minutes, i.due_after_days,
       moved.due_moved_to, moved.extended_to, moved.deadlines_changed_at, moved.deadlines_sequence) order by i.position)
     from item i left join moved on moved.item_id = i.id and moved.cohort_id = o.cohort_id
     where i.module_id = o.module_id and (i.kind = any ($6) or i.assignment is not null)
       and greatest(case when moved.due_moved_to > o.opens_at then moved.due_moved_to
         else o.opens_at + make_interval(days => i.due_after_days) end, moved.extended_to) between $4 and $5) as due
  from opening o
  where o.opens_at < $3
  union all
  select comes.enrolment_id, c.id, c.name, v.title, c.time_zone, i.module_id, i.title, s.id, r.step, s.starts_at,
    s.changed_at, s.sequence, s.ends_at, room.name || ', ' || site.name, i.id,
    (extract(epoch from s.ends_at - s.starts_at) / 60)::int, null
  from (
    select a.session_id, a.enrolment_id from session_seat a
    where a.user_id = $1 and ${comes('a')}
    union all
    select t.session_id, null from session_trainer t where t.user_id = $1 and t.left_at is null
  ) comes
  join session s on s.id = comes.session_id and s.cancelled_at is null
  join cohort c on c.id = s.cohort_id and c.cancelled_at is null
  join course_version v on v.id = c.version_id
  join item i on i.id = s.item_id
  left join release r on r.cohort_id = c.id and r.module_id = i.module_id and r.enrolment_id is null
  left join room on room.id = s.room_id
  left join site on site.id = room.site_id
  where s.starts_at >= $2 and s.starts_at < $3`;

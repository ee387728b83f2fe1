import { extendedTo } from '@kohorte/schedule';

/**
 * What a walk is made of, for a cohort `c` with its version `v` and somebody's enrolment `e`. Modules and items come as
 * lists without names, which is half the bytes. Each way to a release is one look into its index, however many learn:
 * a learner who goes by their own start has releases of their own.
 */
const walk = `
  c.id as cohort_id, c.course_id, c.name, v.title as course_title, c.start_on::text, c.ends_on::text, c.time_zone,
  c.cancelled_at, c.pacing, c.weekday, c.release_time, c.modules_per_step, c.weeks_per_step, c.on_holiday,
  e.id as enrolment_id, e.status, e.completed_at,
  (select coalesce(json_agg(json_build_array(
     m.id, m.title, m.summary, m.objectives, coalesce(own.id, shared.id), coalesce(own.step, shared.step),
     coalesce(own.opens_at, shared.opens_at),
     (select coalesce(json_agg(json_build_array(i.id, i.kind, i.title, i.minutes, i.required, i.due_after_days,
        case when i.assignment is not null then json_build_array(i.assignment -> 'graceHours',
          i.assignment -> 'reviews' -> 'days', i.assignment -> 'reviews' -> 'give', i.assignment -> 'reviews' -> 'way') end)
        order by i.position), '[]')
      from item i where i.module_id = m.id)) order by m.position), '[]')
   from module m
   left join release own on c.pacing = 'relative'
     and own.cohort_id = c.id and own.module_id = m.id and own.enrolment_id = e.id
   left join release shared
     on shared.cohort_id = c.id and shared.module_id = m.id and shared.enrolment_id is null
   where m.version_id = c.version_id) as modules,
  (select json_object_agg(d.item_id, d.done_at) from done_mark d where d.enrolment_id = e.id) as marks,
  (select json_agg(distinct s.item_id) from session_seat a join session s on s.id = a.session_id
   where a.enrolment_id = e.id and a.left_at is null and s.cancelled_at is null) as seated,
  (select json_object_agg(rr.item_id, json_build_array(
     rr.due_moved_to, rr.reviews_moved_to,
     case when rr.deadlines_sequence > 0 then ${extendedTo('rr.id', 'e.id')} end, exists (
       select from submission_author a join submission s on s.id = a.submission_id
       where a.round_id = rr.id and a.enrolment_id = e.id
         and s.handed_in_at is not null and s.excluded_at is null)))
   from review_round rr where rr.cohort_id = c.id) as rounds`;

/** One cohort, $1, as the person $2 walks through it or looks at it, with all that says how they stand to it. */
export const walkThrough = `
  select ${walk}, c.admission,
    exists (select 1 from cohort_trainer t where t.cohort_id = c.id and t.user_id = $2) as trains,
    exists (select 1 from invitation i where i.cohort_id = c.id and i.user_id = $2) as invited
  from cohort c join course_version v on v.id = c.version_id
  left join enrolment e on e.cohort_id = c.id and e.user_id = $2
  where c.id = $1`;

/** The cohorts that the person $1 learns in, and those completed since $2; what is under way comes first. */
export const walksOf = `
  select ${walk}, c.admission, false as trains, false as invited
  from enrolment e join cohort c on c.id = e.cohort_id join course_version v on v.id = c.version_id
  where e.user_id = $1 and c.cancelled_at is null
    and (e.status = 'active' or e.status = 'completed' and e.completed_at > $2)
  order by e.status, c.start_on desc, c.id desc
  limit 30`;

/** The walks of the enrolments $1, whoever asks. */
export const walksOfEnrolments = `
  select ${walk}, c.admission, false as trains, false as invited, e.user_id
  from enrolment e join cohort c on c.id = e.cohort_id join course_version v on v.id = c.version_id
  where e.id = any ($1)`;

import { seatsTaken } from '@kohorte/schedule';
import { postColumns, postJoins, type PostSubject } from './about-post.js';
import { assignmentColumns, assignmentJoins, type AssignmentSubject } from './about-assignment.js';

/** What a message is about, as it stands today. */
export interface SubjectRow extends AssignmentSubject, PostSubject {
  course_id: string | null;
  course_title: string | null;
  cohort_id: string | null;
  cohort_name: string | null;
  cohort_zone: string | null;
  import_id: string | null;
  import_failed: boolean | null;
  module_title: string | null;
  highlights: string | null;
  module_minutes: number | null;
  step: number | null;
  opens_at: Date | null;
  offer_ends_at: Date | null;
  enrolment_status: string | null;
  first_opens_at: Date | null;
  session_id: string | null;
  session_title: string | null;
  session_mode: 'on-site' | 'online' | 'hybrid' | null;
  session_starts_at: Date | null;
  session_ends_at: Date | null;
  session_sequence: number | null;
  session_changed_at: Date | null;
  session_room: string | null;
  session_join_url: string | null;
  session_trainers: string | null;
  /** How many have not said no, and how many it needs. */
  session_coming: number | null;
  session_least: number | null;
  /** The person whose enrolment or appeal it is, for those who run the cohort. */
  about_name: string | null;
}

/** Columns that say what message `t` (kind, subject_id, once_key, user_id, after_number) is about; they go with `subjectJoins`. */
export const subjectColumns = `
  coalesce(c.course_id, imp.course_id) as course_id, v.title as course_title, c.id as cohort_id, c.name as cohort_name,
  c.time_zone as cohort_zone, imp.id as import_id, imp.problem_code is not null as import_failed,
  m.title as module_title, m.highlights, r.step, r.opens_at, e.offer_ends_at, e.status as enrolment_status,
  case when r.id is not null then
    (select coalesce(sum(i.minutes), 0)::int from item i where i.module_id = r.module_id) end as module_minutes,
  case when e.id is not null then (select min(first.opens_at) from release first
    where first.cohort_id = e.cohort_id and (first.enrolment_id is null or first.enrolment_id = e.id)) end as first_opens_at,
  ses.id as session_id, ses.mode as session_mode, ses.starts_at as session_starts_at, ses.ends_at as session_ends_at,
  ses.sequence as session_sequence, ses.changed_at as session_changed_at, ses.join_url as session_join_url,
  (select title from item where id = ses.item_id) as session_title,
  (select room.name || ', ' || site.name from room join site on site.id = room.site_id where room.id = ses.room_id)
    as session_room,
  case when ses.id is not null then (select string_agg(p.given_name || ' ' || p.family_name, ', ' order by p.family_name)
    from session_trainer l join app_user p on p.id = l.user_id
    where l.session_id = ses.id and l.left_at is null) end as session_trainers,
  case when t.kind = 'session-short' then ${seatsTaken('ses.id')} end
    as session_coming,
  case when t.kind = 'session-short' then (select (session ->> 'groupLeast')::int from item where id = ses.item_id) end
    as session_least,
  case when e.id is not null or t.kind = 'appeal-made' then (select given_name || ' ' || family_name from app_user
    where id = coalesce(e.user_id, appeal.made_by)) end as about_name,
  ${assignmentColumns},
  ${postColumns}`;

/** Finds what message `t` is about: the kind says what its subject's id names. */
export const subjectJoins = `
  left join release r on t.kind in ('module-released', 'release-moved') and r.id = t.subject_id
  left join enrolment e on t.kind in ('enrolled', 'seat-offered', 'offer-lapsed', 'request-received', 'completed')
    and e.id = t.subject_id
  left join session ses on t.kind in ('session-invited', 'session-cancelled', 'session-short') and ses.id = t.subject_id
  left join course_import imp on t.kind = 'import-finished' and imp.id = t.subject_id
  ${assignmentJoins}
  ${postJoins}
  left join cohort c on c.id = coalesce(r.cohort_id, e.cohort_id, ses.cohort_id, round.cohort_id, po.cohort_id, ann.cohort_id, th.cohort_id,
    lg.cohort_id,
    case when t.kind in ('invited', 'cohort-cancelled', 'schedule-published') then t.subject_id end)
  left join module m on m.id = r.module_id
  left join lateral (select title from course_version v
    where v.id = c.version_id or (c.id is null and v.course_id = imp.course_id)
    order by v.number desc limit 1) v on true`;

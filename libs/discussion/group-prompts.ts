import type { Unit } from '@kohorte/platform';
import { placeLatecomers } from '@kohorte/rules';

/** As many as one transaction of the sweep takes; what is left is due again the next time. */
const dueAtOnce = 500;

/**
 * Puts active learners who are in no group where fewest are; only where all groups of the cohort were drawn, since a
 * trainer who makes them by hand may have left somebody out on purpose.
 */
export async function placeThoseWhoCameLater(unit: Unit): Promise<void> {
  const late = await unit.query<{ cohort_id: string; enrolment_id: string }>(
    `with drawn as (
       select cohort_id from learning_group where dissolved_at is null
       group by cohort_id having bool_and(seed is not null))
     select e.cohort_id, e.id as enrolment_id from drawn d
     join enrolment e on e.cohort_id = d.cohort_id and e.status = 'active'
     where not exists (select from learning_group_member m where m.enrolment_id = e.id and m.left_at is null)
     order by e.id limit ${dueAtOnce}`,
  );
  if (late.length === 0) return;
  // A group that is being dissolved meanwhile is waited for, and left alone then.
  const groups = await unit.query<{ id: string; cohort_id: string; members: number }>(
    `select g.id, g.cohort_id, (
       select count(*)::int from learning_group_member m join enrolment e on e.id = m.enrolment_id
       where m.group_id = g.id and e.status in ('active', 'completed')) as members
     from learning_group g where g.cohort_id = any ($1::uuid[]) and g.dissolved_at is null
     order by g.cohort_id, g.number for update of g`,
    [[...new Set(late.map(({ cohort_id }) => cohort_id))]],
  );
  const placed = [...new Set(late.map(({ cohort_id }) => cohort_id))].flatMap((cohortId) => {
    const own = groups.filter(({ cohort_id }) => cohort_id === cohortId);
    const places = placeLatecomers(
      own.map(({ members }) => members),
      late.filter(({ cohort_id }) => cohort_id === cohortId).map(({ enrolment_id }) => enrolment_id),
    );
    return [...places].map(([enrolmentId, index]) => ({ enrolmentId, groupId: own[index]!.id }));
  });
  await unit.query(
    `insert into learning_group_member (group_id, enrolment_id, user_id)
     select p.group_id, e.id, e.user_id
     from unnest($1::uuid[], $2::uuid[]) as p (group_id, enrolment_id) join enrolment e on e.id = p.enrolment_id
     on conflict (enrolment_id) where left_at is null do nothing`,
    [placed.map(({ groupId }) => groupId), placed.map(({ enrolmentId }) => enrolmentId)],
  );
}

/**
 * Opens a thread in each group whose week has begun and has a prompt; what was missed is not made up for. Nobody wrote
 * it. Where learners go by their own start, a week has begun once it has for half of the group.
 * @returns how many
 */
export async function askPrompts(unit: Unit): Promise<number> {
  const opened = await unit.query<{ id: string; post_id: string }>(
    `with due as materialized (
       select g.id as group_id, g.cohort_id, w.week, m.id as module_id, s.prompts[w.week] as prompt,
         case v.language when 'de' then 'Für eure Gruppe: ' || coalesce(m.title, 'Woche ' || w.week)
           else 'For your group: ' || coalesce(m.title, 'Week ' || w.week) end as title,
         uuidv7() as thread_id, uuidv7() as post_id
       from discussion_setting s
       join cohort c on c.id = s.cohort_id and c.cancelled_at is null and (c.ends_at is null or c.ends_at > $1)
       join course_version v on v.id = c.version_id
       join learning_group g on g.cohort_id = c.id and g.dissolved_at is null
       cross join lateral (select ${weekOfGroup} as week) w
       left join lateral (
         select o.id, o.title from release r join module o on o.id = r.module_id
         where c.pacing = 'weekly' and r.cohort_id = c.id and r.enrolment_id is null and r.step = w.week
         order by o.position limit 1) m on true
       where cardinality(s.prompts) > 0 and s.prompts[w.week] <> ''
         and exists (select from learning_group_member l where l.group_id = g.id)
         and not exists (select from thread t where t.group_id = g.id and t.prompt_number = w.week)
       order by g.id limit ${dueAtOnce}
     ), opened as (
       insert into thread (id, cohort_id, module_id, group_id, kind, title, created_at, active_at, posts,
         newest_number, prompt_number)
       select thread_id, cohort_id, module_id, group_id, 'prompt', title, $1, $1, 1, 1, week from due
       on conflict (group_id, prompt_number) where prompt_number is not null do nothing
       returning id
     ), written as (
       insert into post (id, thread_id, cohort_id, number, body, created_at, by_trainer)
       select d.post_id, d.thread_id, d.cohort_id, 1, d.prompt, $1, true from due d join opened o on o.id = d.thread_id
     )
     select d.thread_id as id, d.post_id from due d join opened o on o.id = d.thread_id`,
    [unit.now],
  );
  for (const { id, post_id } of opened) unit.record('discussion.thread-opened', { threadId: id, postId: post_id });
  return opened.length;
}

/** The week in which the group `g` of the cohort `c` is at the instant $1, from 1; `null` before its first. */
const weekOfGroup = `
  case c.pacing
    when 'weekly' then (
      select max(r.step) from release r where r.cohort_id = c.id and r.enrolment_id is null and r.opens_at <= $1)
    when 'all-at-once' then (
      select floor(extract(epoch from $1 - min(r.opens_at)) / 604800)::int + 1
      from release r where r.cohort_id = c.id and r.enrolment_id is null and r.opens_at <= $1)
    else (
      select max(half.step) from (
        select r.step from release r
        join learning_group_member l on l.enrolment_id = r.enrolment_id and l.group_id = g.id
        where r.cohort_id = c.id and r.opens_at <= $1
        group by r.step
        having 2 * count(distinct l.enrolment_id)
          >= (select count(*) from learning_group_member a where a.group_id = g.id)) half)
  end`;

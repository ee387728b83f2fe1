import type { NoticeKind } from '@kohorte/contracts';

/** What a message about a thread, a post, an announcement or a learning group is about, as it stands today. */
export interface PostSubject {
  thread_id: string | null;
  thread_title: string | null;
  post_number: number | null;
  /** How many posts it stands for. */
  posts: number | null;
  writer_name: string | null;
  /** Markdown; `null` where it was deleted or hidden. */
  post_text: string | null;
  group_id: string | null;
  group_name: string | null;
  /** The reader may read it today, and has not muted it; `null` for messages about other things. */
  may_read: boolean | null;
  /** The reader has written anonymously in the thread. */
  is_anonymous: boolean | null;
}

/** Messages whose subject is a post. */
export const postKinds = [
  'reply-written',
  'mentioned',
  'thread-post',
  'group-post',
  'answer-accepted',
  'post-hidden',
  'own-post-hidden',
] as const satisfies NoticeKind[];

/** Those of which several make one. */
const gatheredKinds = ['reply-written', 'thread-post', 'group-post'] as const satisfies NoticeKind[];

const listed = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ');
/** For SQL. */
export const postKindList = listed(postKinds);

/** The module in which thread `th` stands; `null`: in none. */
const moduleOf = (th: string): string =>
  `coalesce(${th}.module_id, (select module_id from item where id = ${th}.item_id))`;

/**
 * Whether a person may read thread `th` today: a member whose module is open, in a group its members; those who run the
 * cohort, in a group where the cohort lets them look in. What was deleted or merged away, nobody.
 */
export const readsThread = (th: string, user: string): string => `(
  ${th}.deleted_at is null and ${th}.merged_into is null and (
    exists (select from enrolment e where e.cohort_id = ${th}.cohort_id and e.user_id = ${user}
      and e.status in ('active', 'completed')
      and (${th}.group_id is null or exists (select from learning_group_member g
        where g.group_id = ${th}.group_id and g.user_id = ${user}))
      and (${moduleOf(th)} is null or exists (select from release o where o.cohort_id = ${th}.cohort_id
        and o.module_id = ${moduleOf(th)} and o.released_at is not null
        and (o.enrolment_id is null or o.enrolment_id = e.id))))
    or ((exists (select from cohort_trainer k where k.cohort_id = ${th}.cohort_id and k.user_id = ${user})
        or exists (select from app_user a where a.id = ${user} and 'admin' = any (a.roles)))
      and (${th}.group_id is null or coalesce(
        (select d.trainers_see_groups from discussion_setting d where d.cohort_id = ${th}.cohort_id), true)))))`;

/** How a person follows thread `th`: what they said of it, else of its module, else of the cohort; `null`: nothing. */
export const followLevel = (th: string, user: string): string => `(
  select f.level from following f
  where f.user_id = ${user} and f.cohort_id = ${th}.cohort_id
    and (f.thread_id = ${th}.id or (f.thread_id is null and (f.module_id is null or f.module_id = ${moduleOf(th)})))
  order by f.thread_id is null, f.module_id is null limit 1)`;

export const isMuted = (th: string, user: string): string => `coalesce(${followLevel(th, user)} = 'mute', false)`;

/** The columns of `PostSubject`; they go with `postJoins`. */
export const postColumns = `
  th.id as thread_id, coalesce(th.title, ann.title) as thread_title, po.number as post_number,
  case when t.kind in (${listed(gatheredKinds)}, 'thread-active') then (select count(*)::int from post q
    where q.thread_id = th.id and q.number > least(t.after_number, po.number - 1)
      and q.number <= coalesce(po.number, q.number) and q.author_id is distinct from t.user_id
      and q.deleted_at is null and q.hidden_at is null
      and (t.kind <> 'reply-written' or (
        (th.author_id = t.user_id or exists (select from post z where z.id = q.parent_id and z.author_id = t.user_id))
        and not exists (select from mention n where n.post_id = q.id and n.user_id = t.user_id)))) end as posts,
  case when po.id is not null and not po.anonymous then (
    select given_name || ' ' || family_name from app_user where id = po.author_id) end as writer_name,
  case when po.deleted_at is null and (po.hidden_at is null or t.kind = 'own-post-hidden')
    then coalesce(po.body, ann.body) end as post_text,
  lg.id as group_id, lg.name as group_name,
  case when th.id is not null then ${readsThread('th', 't.user_id')} and not ${isMuted('th', 't.user_id')} end as may_read,
  case when po.id is not null then exists (select from post x
    where x.thread_id = po.thread_id and x.author_id = t.user_id and x.anonymous) end as is_anonymous`;

/** Finds the post, the thread, the announcement or the group that message `t` is about. */
export const postJoins = `
  left join post po on t.kind in (${postKindList}) and po.id = t.subject_id
  left join announcement ann on t.kind = 'announced' and ann.id = t.subject_id
  left join thread th on th.id = coalesce(po.thread_id, ann.thread_id,
    case when t.kind in ('question-waits', 'thread-active') then t.subject_id end)
  left join learning_group lg on lg.id = coalesce(th.group_id, case when t.kind = 'groups-made' then t.subject_id end)`;

/** Whether a mail is about what is gone, or is no longer the reader's to read: then it is not sent. */
export function isPostGone({ kind, may_read, post_text, group_id }: PostSubject & { kind: string }): boolean {
  if (kind === 'groups-made') return group_id === null;
  if (kind === 'post-hidden') return may_read !== true;
  const isPost = (postKinds as readonly string[]).includes(kind);
  return isPost && (may_read !== true || post_text === null);
}

/** The kinds of which a mail can come to be about what is gone. */
export const goneKinds: readonly NoticeKind[] = [...postKinds, 'groups-made'];

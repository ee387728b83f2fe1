import { type NoticeKind, noticeKinds, topicOf } from '@kohorte/contracts';
import { isMuted, postKindList, readsThread } from './about-post.js';
import { usualWays } from './usual-ways.js';

/**
 * What there may be to say in a digest. Each is a statement about a row `d` (user_id, since) that gives messages of one
 * shape, so that the same words tell whether there is anything and what it is. Nothing of what is muted, read, mailed
 * already, or switched off; nothing that the reader may not read today.
 */
export const digestColumns = `kind, subject_id, once_key, user_id, created_at, after_number`;

const kindsOf = (isAsked: (kind: NoticeKind) => boolean): string =>
  noticeKinds
    .filter((kind) => topicOf[kind] !== null && isAsked(kind))
    .map((kind) => `('${kind}', '${topicOf[kind]}', '${usualWays[topicOf[kind]!].mail}')`)
    .join(', ');

const wants = (topic: string, usual: string): string => `coalesce((select p.mail from notification_preference p
  where p.user_id = d.user_id and p.topic = ${topic}), ${usual}) <> 'none'`;
const wantsThreads = wants(`'threads'`, `'${usualWays.threads.mail}'`);

const isNews = (t: string): string => `${t}.created_at > d.since and ${t}.created_at > coalesce(
    (select s.read_up_to from notification_setting s where s.user_id = d.user_id), '-infinity')
  and ${wants('k.topic', 'k.usual')}
  and not exists (select from mail m where m.kind = ${t}.kind and m.user_id = d.user_id
    and m.once_key in (${t}.once_key, ${t}.subject_id))`;

const notices = (kinds: string): string => `
  select n.kind, n.subject_id, n.once_key, n.user_id, n.created_at, n.after_number
  from notice n join (values ${kinds}) k (kind, topic, usual) on k.kind = n.kind
  where n.user_id = d.user_id and n.read_at is null and ${isNews('n')}
    and (n.kind not in (${postKindList}) or exists (
      select from post p join thread th on th.id = p.thread_id
      left join read_marker r on r.thread_id = p.thread_id and r.user_id = d.user_id
      where p.id = n.subject_id and p.deleted_at is null and coalesce(r.number, 0) < p.number
        and (p.hidden_at is null or n.kind in ('post-hidden', 'own-post-hidden'))
        and ${readsThread('th', 'd.user_id')} and not ${isMuted('th', 'd.user_id')}))`;

/** Replies to the reader, and answers to what they asked. */
export const repliesTo = notices(kindsOf((kind) => topicOf[kind] === 'replies'));

/** Whatever else they were told alone. */
export const otherNotices = notices(kindsOf((kind) => topicOf[kind] !== 'replies'));

/** What their cohorts were told. */
export const broadcasts = `
  select b.kind, b.subject_id, b.once_key, d.user_id, b.created_at, null::int as after_number
  from enrolment e
  join broadcast b on b.cohort_id = e.cohort_id and b.created_at >= e.active_at
  join (values ${kindsOf(() => true)}) k (kind, topic, usual) on k.kind = b.kind
  where e.user_id = d.user_id and e.status in ('active', 'completed') and ${isNews('b')}
    and not exists (select from broadcast_read r where r.broadcast_id = b.id and r.user_id = d.user_id)`;

/** The cohorts in which they learn, and those they run. */
const cohorts = `(
  select e.cohort_id, e.id as enrolment_id from enrolment e
    where e.user_id = d.user_id and e.status in ('active', 'completed')
  union all
  select k.cohort_id, null from cohort_trainer k where k.user_id = d.user_id) c`;

const thread = (kind: string, at: string, after: string): string => `'${kind}' as kind, th.id as subject_id,
  th.id as once_key, d.user_id, ${at} as created_at, ${after} as after_number`;

/** Questions nobody has answered, which they could: who runs the cohort, or has done all of its module. */
export const openQuestions = `
  select ${thread('question-waits', 'th.created_at', 'null::int')}
  from ${cohorts}
  join thread th on th.cohort_id = c.cohort_id and th.created_at > d.since and th.kind = 'question'
    and th.answered_at is null and th.accepted_post_id is null and th.deleted_at is null and th.merged_into is null
    and th.locked_at is null and th.author_id is distinct from d.user_id
  left join item i on i.id = th.item_id
  where ${wantsThreads} and ${readsThread('th', 'd.user_id')} and not ${isMuted('th', 'd.user_id')}
    and exists (select from post p where p.thread_id = th.id and p.number = 1 and p.hidden_at is null
      and p.deleted_at is null)
    and (c.enrolment_id is null or (
      exists (select from item j join done_mark m on m.item_id = j.id and m.enrolment_id = c.enrolment_id
        where j.module_id = coalesce(th.module_id, i.module_id))
      and not exists (select from item j where j.module_id = coalesce(th.module_id, i.module_id) and j.required
        and not exists (select from done_mark m where m.item_id = j.id and m.enrolment_id = c.enrolment_id))))`;

/** Threads in which others have written what they have not read; those of which they were told by a notice aside. */
export const activeThreads = `
  select ${thread('thread-active', 'th.active_at', 'coalesce(r.number, 0)')}
  from ${cohorts}
  join thread th on th.cohort_id = c.cohort_id and th.active_at > d.since
    and th.deleted_at is null and th.merged_into is null and th.kind <> 'announcement'
  left join read_marker r on r.thread_id = th.id and r.user_id = d.user_id
  where ${wantsThreads} and th.newest_number > coalesce(r.number, 0)
    and exists (select from post p where p.thread_id = th.id and p.created_at > d.since
      and p.number > coalesce(r.number, 0) and p.author_id is distinct from d.user_id
      and p.deleted_at is null and p.hidden_at is null)
    and not exists (select from notice n join post p on p.id = n.subject_id
      where n.user_id = d.user_id and n.created_at > d.since and n.kind in (${postKindList}) and p.thread_id = th.id)
    and ${readsThread('th', 'd.user_id')} and not ${isMuted('th', 'd.user_id')}`;

/** Reviews that they were given and owe; no news by themselves, but due. */
export const owedReviews = `
  select distinct 'reviews-owed' as kind, v.round_id as subject_id, v.round_id as once_key, d.user_id,
    d.laid_at as created_at, null::int as after_number
  from review v join review_round r on r.id = v.round_id and r.reviews_closed_at is null
  where v.reviewer_id = d.user_id and v.kind = 'peer' and v.done_at is null and v.lapsed_at is null
    and ${wants(`'reviews'`, `'${usualWays.reviews.mail}'`)}`;

/** Whether there is anything new for `d`. */
export const hasNews = [repliesTo, otherNotices, broadcasts, openQuestions, activeThreads]
  .map((source) => `exists (${source})`)
  .join('\n or ');

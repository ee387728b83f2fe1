import type { FollowLevel, ThreadKind, ThreadRow } from '@kohorte/contracts';
import { excerptOf, namesIn } from './mentions.js';
import { type Reader, threadWriter, type WriterRow, writerView } from './writers.js';

/** What `threadRow` is made of. */
export interface ThreadRecord extends WriterRow {
  id: string;
  cohort_id: string;
  kind: ThreadKind;
  title: string;
  beginning: string | null;
  names: Record<string, string> | null;
  module_id: string | null;
  module_title: string | null;
  step: number | null;
  item_id: string | null;
  item_title: string | null;
  at_second: number | null;
  group_id: string | null;
  group_name: string | null;
  created_at: Date;
  active_at: Date;
  posts: number;
  newest_number: number;
  first_counts: boolean;
  seen: number;
  same_count: number;
  same_mine: boolean;
  helpful_count: number;
  accepted_post_id: string | null;
  pinned_at: Date | null;
  locked_at: Date | null;
  following: FollowLevel | null;
}

/**
 * SQL for `ThreadRecord`s of threads `t` with their first post `first`, before a `where`: those of the person $1 who is
 * in the cohort by the enrolment $2. Each look aside is one into an index, and none a join: Postgres would spend longer
 * on their order than on the threads.
 * @param more further columns
 * @param source what the threads are taken from, with all columns of `thread`
 */
export const selectThreads = (more = '', source = 'thread'): string => `
  select t.id, t.cohort_id, t.kind, t.title, t.module_id, t.item_id, t.at_second, t.group_id, t.created_at, t.active_at,
    t.posts, t.newest_number, t.same_count, t.helpful_count, t.accepted_post_id, t.pinned_at, t.locked_at,
    ${threadWriter},
    case when first.deleted_at is null and first.hidden_at is null then left(first.body, 600) end as beginning,
    case when first.deleted_at is null and first.hidden_at is null then ${namesIn('first')} end as names,
    first.id is not null and first.deleted_at is null as first_counts,
    (select m.title from module m where m.id = t.module_id) as module_title,
    (select i.title from item i where i.id = t.item_id) as item_title,
    (select g.name from learning_group g where g.id = t.group_id) as group_name,
    coalesce(${stepOf('r.enrolment_id = $2')}, ${stepOf('r.enrolment_id is null')}) as step,
    ${seenOf('t')} as seen,
    exists (select from same_question q where q.thread_id = t.id and q.user_id = $1) as same_mine,
    ${followingOf('t')} as following${more}
  from ${source} t left join post first on first.thread_id = t.id and first.number = 1`;

function stepOf(whose: string): string {
  return `(select r.step from release r where r.cohort_id = t.cohort_id and r.module_id = t.module_id and ${whose})`;
}

/** SQL for how far the person $1 has read in the thread `alias`. */
export function seenOf(alias: string): string {
  return `coalesce((select sm.number from read_marker sm where sm.thread_id = ${alias}.id and sm.user_id = $1), 0)`;
}

/** SQL for how the person $1 follows the thread `alias`: the nearest of thread, module and cohort counts. */
export function followingOf(alias: string): string {
  const at = (place: string): string =>
    `(select f.level from following f where f.user_id = $1 and f.cohort_id = ${alias}.cohort_id and ${place})`;
  return `coalesce(
    ${at(`f.module_id is null and f.thread_id = ${alias}.id`)},
    ${at(`f.module_id = ${alias}.module_id and f.thread_id is null`)},
    ${at(`f.module_id is null and f.thread_id is null`)})`;
}

/** A thread in a list. */
export function threadRow(row: ThreadRecord, reader: Reader): ThreadRow {
  return {
    threadId: row.id,
    cohortId: row.cohort_id,
    kind: row.kind,
    title: row.title,
    excerpt: row.beginning === null ? '' : excerptOf(row.beginning, row.names ?? {}),
    place: {
      moduleId: row.module_id,
      moduleTitle: row.module_title,
      step: row.step,
      itemId: row.item_id,
      itemTitle: row.item_title,
      atSecond: row.at_second,
      groupId: row.group_id,
      groupName: row.group_name,
    },
    writer: writerView(row, reader),
    createdAt: row.created_at.toISOString(),
    activeAt: row.active_at.toISOString(),
    replies: Math.max(row.posts - (row.first_counts ? 1 : 0), 0),
    unread: Math.max(Math.min(row.newest_number - row.seen, row.posts), 0),
    same: { count: row.same_count, mine: row.same_mine },
    helpful: row.helpful_count,
    accepted: row.accepted_post_id !== null,
    pinned: row.pinned_at !== null,
    locked: row.locked_at !== null,
    following: row.following,
  };
}

import type { ThreadKind } from '@kohorte/contracts';
import type { SignedIn } from '@kohorte/platform';
import { namesIn } from './mentions.js';
import type { PlacedCohort } from './placed.js';
import { postWriter, type WriterRow } from './writers.js';

/** What is looked for, by whom. */
export interface Search {
  search: string;
  kind?: ThreadKind | undefined;
  moduleId?: string | undefined;
  only?: 'accepted' | 'unanswered' | undefined;
  actor: SignedIn;
  place: PlacedCohort;
  /** As many hits as are read. */
  most: number;
}

/** A hit; where only the title was found, its first post without being named. */
export interface Found extends WriterRow {
  id: string;
  thread_id: string;
  post_id: string | null;
  number: number | null;
  title: string;
  body: string;
  names: Record<string, string> | null;
  created_at: Date;
  accepted: boolean;
}

/** SQL for what a text asks for, in both languages. */
export const wordsOf = (text: string): string => `
  (websearch_to_tsquery('kohorte_german', ${text}) || websearch_to_tsquery('kohorte_english', ${text}))`;

/**
 * Posts that have the words, and titles that have them or look like them; what was written lately counts more. Whether
 * its thread may be read is asked of the best posts alone, until there are enough.
 */
export function foundByWords(asked: Search): [string, unknown[]] {
  const { values, put, seen } = conditions(asked);
  const search = `${put(asked.search)}::text`;
  const now = `${put(asked.place.now)}::timestamptz`;
  const most = put(asked.most);
  // Read once: where Postgres keeps a plan for any text, it would take the text apart again for each row.
  const words = '(select words from asked)';
  return [
    `with asked as materialized (select ${wordsOf(search)} as words),
     by_post as (
       select id, true as is_post, score from (
         select p.id, p.thread_id, ts_rank_cd(p.words, ${words}, 32)
           * (0.5 + 0.5 * exp(least(date_part('epoch', p.created_at - ${now}), 0) / 7776000)) as score
         from post p where p.cohort_id = ${seen.cohort} and p.words @@ ${words} and ${seen.post}
         order by score desc, p.id desc offset 0) p
       where (select true from thread t where t.id = p.thread_id and ${seen.thread}) limit ${most}
     ), by_title as (
       select p.id, false as is_post, case when t.words @@ ${words} then 1 + ts_rank_cd(t.words, ${words}, 32)
         else word_similarity(${search}, t.title) / 2 end as score
       from thread t join post p on p.thread_id = t.id and p.number = 1
       where (t.words @@ ${words} or t.title %> ${search}) and ${seen.post} and ${seen.thread}
       order by score desc, p.id desc limit ${most}
     ), found as (
       select id, bool_or(is_post) as is_post, sum(score) as score
       from (select * from by_post union all select * from by_title) both_ways
       group by id order by score desc, id desc limit ${most}
     )
     select ${hitColumns} from found f join post p on p.id = f.id join thread t on t.id = p.thread_id
     order by f.score desc, f.id desc`,
    values,
  ];
}

/**
 * Posts and titles that have all `parts` within their words, each in one of its spellings, the newest first, but for
 * those of `besides`. They are looked for only where words find little, and so far as they are found quickly.
 */
export function foundByParts(asked: Search & { parts: string[][]; besides: string[] }): [string, unknown[]] {
  const { values, put, seen } = conditions(asked);
  const parts = asked.parts.map((spellings) => spellings.map((part) => `'%' || searchable(${put(part)}::text) || '%'`));
  const besides = `p.id <> all (${put(asked.besides)}::uuid[])`;
  const allWithin = (text: string): string =>
    parts.map((spellings) => `(${spellings.map((part) => `${text} like ${part}`).join(' or ')})`).join(' and ');
  const inBody = allWithin('searchable(p.body)');
  const inTitle = allWithin('searchable(t.title)');
  return [
    `with by_post as (
       select p.id, p.created_at, true as is_post from post p join thread t on t.id = p.thread_id
       where p.cohort_id = ${seen.cohort} and ${inBody} and ${besides} and ${seen.post} and ${seen.thread} limit 500
     ), by_title as (
       select p.id, p.created_at, false as is_post from thread t join post p on p.thread_id = t.id and p.number = 1
       where ${inTitle} and ${besides} and ${seen.post} and ${seen.thread} limit 500
     ), found as (
       select id, bool_or(is_post) as is_post, created_at
       from (select * from by_title union all select * from by_post) both_ways
       group by id, created_at order by created_at desc, id desc limit ${put(asked.most)}
     )
     select ${hitColumns} from found f join post p on p.id = f.id join thread t on t.id = p.thread_id
     order by f.created_at desc, f.id desc`,
    values,
  ];
}

const hitColumns = `
  p.id, p.thread_id, case when f.is_post then p.id end as post_id, case when f.is_post then p.number end as number,
  t.title, p.body, p.created_at, coalesce(t.accepted_post_id = p.id, false) as accepted, ${namesIn('p')} as names,
  ${postWriter}`;

/** Nothing that is deleted or hidden, of a group or module that is closed to the reader; and what they ask for. */
function conditions({ actor, place, kind, moduleId, only }: Search) {
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const cohort = put(place.cohortId);
  const thread = [`t.cohort_id = ${cohort} and t.deleted_at is null and t.merged_into is null`];
  if (!(place.runs && place.settings.trainersSeeGroups))
    thread.push(`(t.group_id is null or exists (
      select from learning_group_member gm where gm.group_id = t.group_id and gm.user_id = ${put(actor.userId)}))`);
  if (place.openModules) thread.push(`(t.module_id is null or t.module_id = any (${put(place.openModules)}::uuid[]))`);
  if (kind) thread.push(`t.kind = ${put(kind)}`);
  if (moduleId) thread.push(`t.module_id = ${put(moduleId)}`);
  if (only === 'accepted') thread.push('t.accepted_post_id is not null');
  if (only === 'unanswered')
    thread.push(`t.kind = 'question' and t.answered_at is null and t.accepted_post_id is null`);
  const seen = { cohort, thread: thread.join(' and '), post: 'p.deleted_at is null and p.hidden_at is null' };
  return { values, put, seen };
}

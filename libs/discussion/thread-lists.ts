import type { FollowLevel, QueryOf, ReplyOf } from '@kohorte/contracts';
import { Database, found, pageOf, Problem, readCursor, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { PlacedCohort } from './placed.js';
import { Places } from './places.js';
import { followingOf, seenOf, selectThreads, type ThreadRecord, threadRow } from './thread-rows.js';

type Asked = QueryOf<'GET /cohorts/:cohortId/threads'>;
type Listed = ThreadRecord & { sort_key: string; pinned_first: boolean };

/** Threads of a cohort, page by page. */
@Injectable()
export class ThreadLists {
  constructor(
    private readonly places: Places,
    private readonly database: Database,
  ) {}

  /**
   * Two statements, three for a group; each page is one walk along an index from where the last one ended. What is
   * pinned comes before the first page, beyond its limit.
   * @throws {Problem} `not-found`, `not-allowed`
   */
  async page(actor: SignedIn, cohortId: string, query: Asked): Promise<ReplyOf<'GET /cohorts/:cohortId/threads'>> {
    const { cursor, limit = 25, groupId } = query;
    const after = readCursor(cursor, 2);
    const place = await this.places.ofCohort(actor, cohortId, 'reads-cohort');
    if (groupId) await this.permitGroup(actor, place, groupId);
    const [statement, values] = listing(actor, place, query, after);
    const rows = await this.database.query<Listed & Record<string, unknown>>(statement, values);
    const reader = { userId: actor.userId, runs: place.runs };
    const pinned = rows.filter(({ pinned_first }) => pinned_first).map((row) => threadRow(row, reader));
    const page = pageOf(
      rows.filter(({ pinned_first }) => !pinned_first),
      limit,
      (row) => [row.sort_key, row.id],
      (row) => threadRow(row, reader),
    );
    return { rows: [...pinned, ...page.rows], next: page.next };
  }

  private async permitGroup(actor: SignedIn, place: PlacedCohort, groupId: string): Promise<void> {
    const { in_group } = found(
      await this.database.one<{ in_group: boolean }>(
        `select exists (select from learning_group_member m where m.group_id = g.id and m.user_id = $3) as in_group
         from learning_group g where g.id = $1 and g.cohort_id = $2`,
        [groupId, place.cohortId, actor.userId],
      ),
    );
    if (!place.readsGroupAs(in_group)) throw new Problem('not-found');
  }
}

const keys = {
  active: 't.active_at',
  new: 't.created_at',
  unanswered: 't.created_at',
  helpful: 't.helpful_count',
} as const;

const levels: FollowLevel[] = ['watch', 'follow'];

/**
 * The statement of a page. It is put together from what was asked: a condition that may hold or not would keep Postgres
 * from walking along the index.
 */
function listing(
  actor: SignedIn,
  place: PlacedCohort,
  { order = 'active', kind, moduleId, itemId, groupId, only, limit = 25 }: Asked,
  after: (string | number)[] | null,
): [string, unknown[]] {
  const values: unknown[] = [actor.userId, place.enrolmentId];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const key = keys[order];
  const conditions = [
    `t.cohort_id = ${put(place.cohortId)} and t.deleted_at is null and t.merged_into is null`,
    groupId ? `t.group_id = ${put(groupId)}` : 't.group_id is null',
  ];
  if (place.openModules)
    conditions.push(`(t.module_id is null or t.module_id = any (${put(place.openModules)}::uuid[]))`);
  if (moduleId) conditions.push(`t.module_id = ${put(moduleId)}`);
  if (itemId) conditions.push(`t.item_id = ${put(itemId)}`);
  if (kind) conditions.push(`t.kind = ${put(kind)}`);
  if (order === 'unanswered')
    conditions.push(`t.kind = 'question' and t.answered_at is null and t.accepted_post_id is null`);
  if (only === 'own') conditions.push('t.author_id = $1');
  if (only === 'following') conditions.push(`${followingOf('t')} = any (${put(levels)})`);
  if (only === 'unread')
    conditions.push(`t.newest_number > ${seenOf('t')}`, `${followingOf('t')} is distinct from 'mute'`);
  // Where somebody looks for something, what is pinned stands in its place like the rest.
  const isPinnedFirst = order !== 'unanswered' && !only;
  const where = conditions.join(' and ');
  const type = order === 'helpful' ? 'int' : 'timestamptz';
  const from = after ? `and (${key}, t.id) < (${put(String(after[0]))}::text::${type}, ${put(after[1])}::uuid)` : '';
  const page = `
    select t.*, ${key}::text as sort_key, false as pinned_first, ${key} as k from thread t
    where ${where} ${isPinnedFirst ? 'and t.pinned_at is null' : ''} ${from}
    order by ${key} desc, t.id desc limit ${put(limit + 1)}`;
  const pinned = `
    select t.*, null as sort_key, true as pinned_first, null as k from thread t
    where ${where} and t.pinned_at is not null order by t.pinned_at desc, t.id desc limit 20`;
  const chosen = isPinnedFirst && !after ? `(${pinned}) union all (${page})` : page;
  return [
    `with chosen as materialized (${chosen})
     ${selectThreads(', t.sort_key, t.pinned_first', 'chosen')}
     order by t.pinned_first desc, case when t.pinned_first then t.pinned_at end desc, t.k desc, t.id desc`,
    values,
  ];
}

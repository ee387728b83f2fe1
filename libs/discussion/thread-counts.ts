import type { Unit } from '@kohorte/platform';

/**
 * Works out again what a thread keeps of its posts, for what deletes, restores or moves some. One without posts is
 * deleted, and there again when one comes back; its newest number also counts what has gone.
 */
export async function recount(unit: Unit, threadId: string): Promise<void> {
  await unit.query(
    `update thread t set posts = now.posts, helpful_count = now.helpful, answered_at = now.answered_at,
       active_at = coalesce(now.active_at, t.active_at),
       accepted_post_id = case when now.accepted_stays then t.accepted_post_id end,
       deleted_at = case when now.posts = 0 then coalesce(t.deleted_at, $2) end
     from (
       select count(p.id)::int as posts, coalesce(sum(p.helpful), 0)::int as helpful, max(p.created_at) as active_at,
         min(p.created_at) filter (where p.author_id is distinct from o.author_id and p.number > 1) as answered_at,
         bool_or(p.id = o.accepted_post_id) as accepted_stays
       from thread o left join post p on p.thread_id = o.id and p.deleted_at is null
       where o.id = $1) now
     where t.id = $1`,
    [threadId, unit.now],
  );
}

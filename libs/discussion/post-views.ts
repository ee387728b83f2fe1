import type { QueryOf, ReplyOf } from '@kohorte/contracts';
import { Database, found, Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { namesIn } from './mentions.js';
import { Places } from './places.js';
import { type PostRecord, postView, selectPosts } from './post-rows.js';
import { renderTalk } from './talk-text.js';

/** Posts as one person sees them. */
@Injectable()
export class PostViews {
  constructor(
    private readonly places: Places,
    private readonly database: Database,
  ) {}

  /**
   * Two statements, wherever in the thread: numbers are the key.
   * @throws {Problem} `not-found`, `thread-gone`
   */
  async page(
    actor: SignedIn,
    threadId: string,
    { from, before, limit = 50 }: QueryOf<'GET /threads/:threadId/posts'>,
  ): Promise<ReplyOf<'GET /threads/:threadId/posts'>> {
    const placed = await this.places.ofThread(actor, threadId, 'reads-thread');
    const isBackwards = before !== undefined && from === undefined;
    const start = isBackwards ? before : (from ?? 1);
    const rows = await this.database.query<PostRecord & { beyond: boolean } & Record<string, unknown>>(
      isBackwards ? backwards : forwards,
      [actor.userId, threadId, start, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const hasMore = rows.length > limit;
    if (isBackwards) shown.reverse();
    const [first, last] = [shown[0], shown.at(-1)];
    return {
      posts: shown.map((row) => postView(row, placed, actor)),
      before: first && (isBackwards ? hasMore : first.beyond) ? first.number : null,
      after: last && (isBackwards ? last.number < placed.row.newest_number : hasMore) ? last.number + 1 : null,
    };
  }

  /** @throws {Problem} `not-found` */
  async view(actor: SignedIn, postId: string): Promise<ReplyOf<'GET /posts/:postId'>> {
    const placed = await this.places.ofPost(actor, postId, 'reads-thread', { gone: true });
    const row = await this.database.one<PostRecord & Record<string, unknown>>(
      `${selectPosts('post')} where p.id = $2`,
      [actor.userId, postId],
    );
    return postView(found(row), placed, actor);
  }

  /**
   * Only of what can be read: who has deleted something has deleted how it was before, too.
   * @throws {Problem} `not-found`, `post-deleted`
   */
  async versions(actor: SignedIn, postId: string): Promise<ReplyOf<'GET /posts/:postId/versions'>> {
    const placed = await this.places.ofPost(actor, postId, 'reads-thread');
    if (placed.row.deleted_at) throw new Problem('post-deleted');
    if (!placed.isReadable) throw new Problem('not-found');
    const rows = await this.database.query<{
      body: string;
      names: Record<string, string> | null;
      written_at: Date;
    }>(versionsStatement, [postId]);
    return rows.map(({ body, names, written_at }) => ({
      html: renderTalk(body, names ?? {}),
      at: written_at.toISOString(),
    }));
  }
}

const page = (condition: string, order: string): string => `
  select *, (select b.number from post b where b.thread_id = $2 and b.number < $3
    order by b.number desc limit 1) is not null as beyond
  from (
    ${selectPosts(`(select * from post where thread_id = $2 and number ${condition} $3 order by number ${order} limit $4)`)}
    where t.id = $2) listed
  order by number ${order}`;
const forwards = page('>=', 'asc');
const backwards = page('<', 'desc');

const versionsStatement = `
  select v.body, v.written_at, ${namesIn('p', 'v.body')} as names
  from post_version v join post p on p.id = v.post_id where v.post_id = $1 order by v.number desc limit 100`;

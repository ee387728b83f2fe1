import { IsOptional, IsUUID, Matches } from 'class-validator';
import { endpoint } from './endpoint.js';

/**
 * What a stream of `GET /live` says. Ids only: whoever hears one asks again for what it shows, and is answered as
 * anybody else. On the wire each is an unnamed event, so that `EventSource.onmessage` hears all of them:
 *
 *     retry: 3120
 *
 *     data: {"kind":"post","cohortId":"…","threadId":"…","number":12}
 *     id: 4711.1x2y3z
 *
 * - `hello` comes once, when the stream is open and after what was missed: whatever was asked for before it may be old.
 * - `stale`: too much was missed to be told (more than an hour, or very many): ask for everything anew. Then `hello`.
 * - `thread`: one was opened, or something about it has changed (title, place, lock, pin, accepted answer, merged …).
 * - `post`: one was written, changed, deleted, restored, hidden or endorsed. It is new where `number` is larger than
 *   the newest that is known; its own post may be among them.
 * - `votes`: somebody voted, or has the same question. A hint: not told again after a break.
 * - `presence`: so many people look at the thread named by `?thread=`, the reader among them. A hint.
 * - `notice`: there is something new in the reader's notifications.
 *
 * The same may be told twice, above all after a break. An id without data comes every 25 seconds: it keeps the
 * connection open, and a browser that comes back tells it as `Last-Event-ID`, so that nothing is lost. A browser that
 * asks with another `?thread=` opens a stream of its own and hands the last id over as `?after=`.
 *
 * The stream ends when the session does; asking again is then answered with 401, and `EventSource` gives up. It also
 * gives up on 429: nobody has more than six streams in one process.
 */
export type LiveEvent =
  | { kind: 'hello' }
  | { kind: 'stale' }
  | { kind: 'thread'; cohortId: string; threadId: string; number: number }
  | { kind: 'post'; cohortId: string; threadId: string; number: number }
  | { kind: 'votes'; cohortId: string; threadId: string; number: number }
  | { kind: 'presence'; cohortId: string; threadId: string; number: number }
  | { kind: 'notice' };

export class LiveQuery {
  /** The last id that was heard; the header `Last-Event-ID` goes before it. */
  @IsOptional() @Matches(/^\d{1,19}\.[0-9a-z]{1,12}$/) after?: string;
  /** The thread that the reader looks at: counts for its presence, and is told of also to whom its cohort is not. */
  @IsOptional() @IsUUID() thread?: string;
  /** A cohort to hear of that the reader neither learns in nor trains, for admins. */
  @IsOptional() @IsUUID() cohort?: string;
}

export const liveEndpoints = {
  'GET /live': endpoint<void>()({
    access: 'signed-in',
    does: 'What happens, as it happens: server-sent events for everything the reader may see.',
    query: LiveQuery,
    produces: 'text/event-stream',
  }),
};

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Places } from './places.js';

/** How far people have read. */
@Injectable()
export class ReadMarkers {
  constructor(
    private readonly work: Work,
    private readonly places: Places,
  ) {}

  /**
   * Whichever device has read furthest counts; nobody has read what is not written yet. Gives how far that is.
   * @throws {Problem} `not-found`, `thread-gone`
   */
  async set(
    actor: SignedIn,
    threadId: string,
    number: BodyOf<'PUT /threads/:threadId/read-marker'>['number'],
  ): Promise<ReplyOf<'PUT /threads/:threadId/read-marker'>> {
    return this.work.run(async (unit) => {
      const { row } = await this.places.ofThread(actor, threadId, 'reads-thread', { unit });
      const [marker] = await unit.query<{ number: number }>(
        `insert into read_marker as m (user_id, thread_id, number, changed_at) values ($1, $2, $3, $4)
         on conflict (user_id, thread_id) do update set number = greatest(m.number, excluded.number),
           changed_at = case when excluded.number > m.number then excluded.changed_at else m.changed_at end
         returning number`,
        [actor.userId, threadId, Math.min(number, row.newest_number), unit.now],
      );
      return { number: marker!.number };
    }, actor.userId);
  }
}

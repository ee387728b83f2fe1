import type { BodyOf, DraftView, ReplyOf } from '@kohorte/contracts';
import { Database, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Places } from './places.js';

/** As many drafts as one person can have; the one that lay longest makes room. */
export const mostDrafts = 200;

interface DraftRow extends Record<string, unknown> {
  place: string;
  body: { title: string | null; text: string };
  revision: number;
  changed_at: Date;
}

/** What people are writing, on all their devices. */
@Injectable()
export class DiscussionDrafts {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly places: Places,
  ) {}

  /** The own draft, also of a place that one may no longer read: nobody loses what they have written. */
  async of(actor: SignedIn, place: string): Promise<ReplyOf<'GET /discussion-drafts'>> {
    const row = await this.database.one<DraftRow>(
      `select place, body, revision, changed_at from discussion_draft where user_id = $1 and place = $2`,
      [actor.userId, place],
    );
    return row ? draftView(row) : null;
  }

  /**
   * The same sent again, as after a reply that was lost, is no conflict.
   * @throws {Problem} `not-found` for a place where the actor cannot write, `changed-meanwhile`
   */
  async save(
    actor: SignedIn,
    { place, revision, title = null, text }: BodyOf<'PUT /discussion-drafts'>,
  ): Promise<ReplyOf<'PUT /discussion-drafts'>> {
    return this.work.run(async (unit) => {
      await this.checkPlace(actor, place, unit);
      const body = JSON.stringify({ title, text });
      const [saved] = await unit.query<DraftRow>(
        `insert into discussion_draft as d (user_id, place, body, revision, changed_at)
         select $1, $2, $3::jsonb, 1, $5 where $4::int = 0
           or exists (select from discussion_draft o where o.user_id = $1 and o.place = $2)
         on conflict (user_id, place) do update set body = excluded.body, changed_at = excluded.changed_at,
           revision = d.revision + case when d.body = excluded.body then 0 else 1 end
         where d.revision = $4::int or d.body = excluded.body
         returning place, body, revision, changed_at`,
        [actor.userId, place, body, revision, unit.now],
      );
      if (!saved) throw new Problem('changed-meanwhile');
      if (saved.revision === 1) await makeRoom(unit, actor.userId);
      return draftView(saved);
    }, actor.userId);
  }

  async discard(
    actor: SignedIn,
    place: BodyOf<'POST /discussion-drafts/discard'>['place'],
  ): Promise<ReplyOf<'POST /discussion-drafts/discard'>> {
    await this.work.run(
      (unit) => unit.query(`delete from discussion_draft where user_id = $1 and place = $2`, [actor.userId, place]),
      actor.userId,
    );
  }

  private async checkPlace(actor: SignedIn, place: string, unit: Unit): Promise<void> {
    try {
      await this.writable(actor, place, unit);
    } catch (problem) {
      // A place is named in the body, whatever one may know of it: what is not for one is not there.
      throw problem instanceof Problem && problem.code === 'not-allowed' ? new Problem('not-found') : problem;
    }
  }

  private async writable(actor: SignedIn, place: string, unit: Unit): Promise<void> {
    const [kind, id] = place.split(':') as ['new' | 'reply' | 'edit', string];
    if (kind === 'new') await this.places.ofCohort(actor, id, 'reads-cohort', unit);
    else if (kind === 'reply') await this.places.ofThread(actor, id, 'reads-thread', { unit });
    else {
      const placed = await this.places.ofPost(actor, id, 'reads-thread', { unit });
      if (!placed.isOwn) throw new Problem('not-allowed');
    }
  }
}

async function makeRoom(unit: Unit, userId: string): Promise<void> {
  await unit.query(
    `delete from discussion_draft where user_id = $1 and place in (
       select place from discussion_draft where user_id = $1 order by changed_at desc, place offset ${mostDrafts})`,
    [userId],
  );
}

function draftView({ place, body, revision, changed_at }: DraftRow): DraftView {
  return { place, title: body.title, text: body.text, revision, changedAt: changed_at.toISOString() };
}

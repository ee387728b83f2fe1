import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** What people are writing, on all their devices. */
@Injectable()
export class DiscussionDrafts {
  async of(_actor: SignedIn, _place: string): Promise<ReplyOf<'GET /discussion-drafts'>> {
    throw new Problem('not-found');
  }

  async save(_actor: SignedIn, _body: BodyOf<'PUT /discussion-drafts'>): Promise<ReplyOf<'PUT /discussion-drafts'>> {
    throw new Problem('not-found');
  }

  async discard(
    _actor: SignedIn,
    _place: BodyOf<'POST /discussion-drafts/discard'>['place'],
  ): Promise<ReplyOf<'POST /discussion-drafts/discard'>> {
    throw new Problem('not-found');
  }
}

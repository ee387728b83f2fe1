import type { QueryOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Everybody in a round, page by page. */
@Injectable()
export class RoundPeople {
  async page(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _query: QueryOf<'GET /cohorts/:cohortId/assignments/:itemId/round/people'>,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId/round/people'>> {
    throw new Problem('not-found');
  }
}

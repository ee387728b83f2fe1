import type { QueryOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Finds posts by their words. */
@Injectable()
export class ThreadSearch {
  async page(
    _actor: SignedIn,
    _cohortId: string,
    _query: QueryOf<'GET /cohorts/:cohortId/thread-search'>,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/thread-search'>> {
    throw new Problem('not-found');
  }
}

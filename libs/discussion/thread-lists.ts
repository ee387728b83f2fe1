import type { QueryOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Threads of a cohort, page by page. */
@Injectable()
export class ThreadLists {
  async page(
    _actor: SignedIn,
    _cohortId: string,
    _query: QueryOf<'GET /cohorts/:cohortId/threads'>,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/threads'>> {
    throw new Problem('not-found');
  }
}

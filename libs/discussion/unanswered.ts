import type { QueryOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Questions that wait for an answer. */
@Injectable()
export class Unanswered {
  async page(
    _actor: SignedIn,
    _cohortId: string,
    _query: QueryOf<'GET /cohorts/:cohortId/unanswered'>,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/unanswered'>> {
    throw new Problem('not-found');
  }
}

import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Questions that were asked before. */
@Injectable()
export class SimilarThreads {
  async of(
    _actor: SignedIn,
    _cohortId: string,
    _title: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/similar-threads'>> {
    throw new Problem('not-found');
  }
}

import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Who reviews what: leases, examples, batches, top-ups. */
@Injectable()
export class Allocations {
  async next(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/reviews'>> {
    throw new Problem('not-found');
  }

  async nextExample(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/examples'>> {
    throw new Problem('not-found');
  }

  async ofTrainer(_actor: SignedIn, _submissionId: string): Promise<ReplyOf<'POST /submissions/:submissionId/review'>> {
    throw new Problem('not-found');
  }

  async letGoOfLeaver(_enrolmentId: string): Promise<void> {}
}

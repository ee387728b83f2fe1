import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** The cockpit of a round. */
@Injectable()
export class RoundViews {
  async view(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId/round'>> {
    throw new Problem('not-found');
  }
}

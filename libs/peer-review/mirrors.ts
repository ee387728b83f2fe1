import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** How somebody reviews, against the others and the trainer. */
@Injectable()
export class Mirrors {
  async of(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId/mirror'>> {
    throw new Problem('not-found');
  }
}

import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Grades from reviews. */
@Injectable()
export class Grading {
  async regrade(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/grading'>> {
    throw new Problem('not-found');
  }
}

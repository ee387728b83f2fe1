import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Assignments as those see them who do them. */
@Injectable()
export class AssignmentViews {
  async list(_actor: SignedIn, _cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments'>> {
    throw new Problem('not-found');
  }

  async view(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId'>> {
    throw new Problem('not-found');
  }
}

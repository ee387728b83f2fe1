import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Who hands in together. */
@Injectable()
export class Teams {
  async make(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _teams: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/teams'>['teams'],
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/teams'>> {
    throw new Problem('not-found');
  }
}

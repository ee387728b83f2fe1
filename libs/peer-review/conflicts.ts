import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Who had rather not review whom. */
@Injectable()
export class Conflicts {
  async declare(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _userIds: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/conflicts'>['userIds'],
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/conflicts'>> {
    throw new Problem('not-found');
  }

  async declared(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId/conflicts'>> {
    throw new Problem('not-found');
  }

  async ofReview(_actor: SignedIn, _reviewId: string): Promise<ReplyOf<'POST /reviews/:reviewId/conflict'>> {
    throw new Problem('not-found');
  }
}

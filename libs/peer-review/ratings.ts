import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** How helpful authors found reviews, and what they answer. */
@Injectable()
export class Ratings {
  async rate(
    _actor: SignedIn,
    _reviewId: string,
    _body: BodyOf<'PUT /reviews/:reviewId/rating'>,
  ): Promise<ReplyOf<'PUT /reviews/:reviewId/rating'>> {
    throw new Problem('not-found');
  }
}

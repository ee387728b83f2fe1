import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Reviews as they are written and given. */
@Injectable()
export class Reviews {
  async view(_actor: SignedIn, _reviewId: string): Promise<ReplyOf<'GET /reviews/:reviewId'>> {
    throw new Problem('not-found');
  }

  async save(
    _actor: SignedIn,
    _reviewId: string,
    _body: BodyOf<'PUT /reviews/:reviewId'>,
  ): Promise<ReplyOf<'PUT /reviews/:reviewId'>> {
    throw new Problem('not-found');
  }

  async give(_actor: SignedIn, _reviewId: string): Promise<ReplyOf<'POST /reviews/:reviewId/completion'>> {
    throw new Problem('not-found');
  }

  async giveBack(_actor: SignedIn, _reviewId: string): Promise<ReplyOf<'DELETE /reviews/:reviewId'>> {
    throw new Problem('not-found');
  }
}

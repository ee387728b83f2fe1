import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Problems that reviewers report, and what is decided about them. */
@Injectable()
export class Flags {
  async flag(
    _actor: SignedIn,
    _reviewId: string,
    _body: BodyOf<'POST /reviews/:reviewId/flags'>,
  ): Promise<ReplyOf<'POST /reviews/:reviewId/flags'>> {
    throw new Problem('not-found');
  }

  async decide(
    _actor: SignedIn,
    _flagId: string,
    _body: BodyOf<'PUT /flags/:flagId/decision'>,
  ): Promise<ReplyOf<'PUT /flags/:flagId/decision'>> {
    throw new Problem('not-found');
  }
}

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Work and reviews that do not count. */
@Injectable()
export class Exclusions {
  async exclude(
    _actor: SignedIn,
    _submissionId: string,
    _reason: BodyOf<'PUT /submissions/:submissionId/exclusion'>['reason'],
  ): Promise<ReplyOf<'PUT /submissions/:submissionId/exclusion'>> {
    throw new Problem('not-found');
  }

  async takeInAgain(
    _actor: SignedIn,
    _submissionId: string,
  ): Promise<ReplyOf<'DELETE /submissions/:submissionId/exclusion'>> {
    throw new Problem('not-found');
  }

  async setAside(
    _actor: SignedIn,
    _reviewId: string,
    _reason: BodyOf<'PUT /reviews/:reviewId/set-aside'>['reason'],
  ): Promise<ReplyOf<'PUT /reviews/:reviewId/set-aside'>> {
    throw new Problem('not-found');
  }

  async countAgain(_actor: SignedIn, _reviewId: string): Promise<ReplyOf<'DELETE /reviews/:reviewId/set-aside'>> {
    throw new Problem('not-found');
  }
}

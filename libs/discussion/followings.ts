import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** What people follow, and what not. */
@Injectable()
export class Followings {
  async set(
    _actor: SignedIn,
    _cohortId: string,
    _body: BodyOf<'PUT /cohorts/:cohortId/following'>,
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/following'>> {
    throw new Problem('not-found');
  }
}

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** How cohorts discuss. */
@Injectable()
export class DiscussionSettings {
  async of(_actor: SignedIn, _cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/discussion-settings'>> {
    throw new Problem('not-found');
  }

  async change(
    _actor: SignedIn,
    _cohortId: string,
    _body: BodyOf<'PATCH /cohorts/:cohortId/discussion-settings'>,
  ): Promise<ReplyOf<'PATCH /cohorts/:cohortId/discussion-settings'>> {
    throw new Problem('not-found');
  }
}

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Posts that people find out of place, and what is decided. */
@Injectable()
export class Reports {
  async report(
    _actor: SignedIn,
    _postId: string,
    _body: BodyOf<'POST /posts/:postId/reports'>,
  ): Promise<ReplyOf<'POST /posts/:postId/reports'>> {
    throw new Problem('not-found');
  }

  async decide(
    _actor: SignedIn,
    _postId: string,
    _decision: BodyOf<'PUT /posts/:postId/moderation'>['decision'],
  ): Promise<ReplyOf<'PUT /posts/:postId/moderation'>> {
    throw new Problem('not-found');
  }

  async queue(_actor: SignedIn, _cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/moderation-queue'>> {
    throw new Problem('not-found');
  }
}

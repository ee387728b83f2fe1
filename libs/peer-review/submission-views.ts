import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** One submission with everything about it. */
@Injectable()
export class SubmissionViews {
  async view(_actor: SignedIn, _submissionId: string): Promise<ReplyOf<'GET /submissions/:submissionId'>> {
    throw new Problem('not-found');
  }
}

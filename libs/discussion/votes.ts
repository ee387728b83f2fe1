import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Helpful posts, and questions that others have as well. */
@Injectable()
export class Votes {
  async sayTheSame(_actor: SignedIn, _threadId: string): Promise<ReplyOf<'PUT /threads/:threadId/same-question'>> {
    throw new Problem('not-found');
  }

  async noLongerTheSame(
    _actor: SignedIn,
    _threadId: string,
  ): Promise<ReplyOf<'DELETE /threads/:threadId/same-question'>> {
    throw new Problem('not-found');
  }

  async findHelpful(_actor: SignedIn, _postId: string): Promise<ReplyOf<'PUT /posts/:postId/helpful-vote'>> {
    throw new Problem('not-found');
  }

  async noLongerHelpful(_actor: SignedIn, _postId: string): Promise<ReplyOf<'DELETE /posts/:postId/helpful-vote'>> {
    throw new Problem('not-found');
  }
}

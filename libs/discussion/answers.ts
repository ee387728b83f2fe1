import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Answers that are accepted or endorsed. */
@Injectable()
export class Answers {
  async accept(
    _actor: SignedIn,
    _threadId: string,
    _postId: BodyOf<'PUT /threads/:threadId/accepted-answer'>['postId'],
  ): Promise<ReplyOf<'PUT /threads/:threadId/accepted-answer'>> {
    throw new Problem('not-found');
  }

  async acceptNone(_actor: SignedIn, _threadId: string): Promise<ReplyOf<'DELETE /threads/:threadId/accepted-answer'>> {
    throw new Problem('not-found');
  }

  async endorse(
    _actor: SignedIn,
    _postId: string,
    _on: BodyOf<'PUT /posts/:postId/endorsement'>['on'],
  ): Promise<ReplyOf<'PUT /posts/:postId/endorsement'>> {
    throw new Problem('not-found');
  }
}

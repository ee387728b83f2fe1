import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Writes, changes, deletes and restores posts. */
@Injectable()
export class Posts {
  async write(
    _actor: SignedIn,
    _threadId: string,
    _body: BodyOf<'POST /threads/:threadId/posts'>,
  ): Promise<ReplyOf<'POST /threads/:threadId/posts'>> {
    throw new Problem('not-found');
  }

  async change(
    _actor: SignedIn,
    _postId: string,
    _body: BodyOf<'PATCH /posts/:postId'>,
  ): Promise<ReplyOf<'PATCH /posts/:postId'>> {
    throw new Problem('not-found');
  }

  async remove(_actor: SignedIn, _postId: string): Promise<ReplyOf<'DELETE /posts/:postId'>> {
    throw new Problem('not-found');
  }

  async restore(_actor: SignedIn, _postId: string): Promise<ReplyOf<'POST /posts/:postId/restoration'>> {
    throw new Problem('not-found');
  }
}

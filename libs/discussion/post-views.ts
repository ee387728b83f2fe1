import type { QueryOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Posts as one person sees them. */
@Injectable()
export class PostViews {
  async page(
    _actor: SignedIn,
    _threadId: string,
    _query: QueryOf<'GET /threads/:threadId/posts'>,
  ): Promise<ReplyOf<'GET /threads/:threadId/posts'>> {
    throw new Problem('not-found');
  }

  async view(_actor: SignedIn, _postId: string): Promise<ReplyOf<'GET /posts/:postId'>> {
    throw new Problem('not-found');
  }

  async versions(_actor: SignedIn, _postId: string): Promise<ReplyOf<'GET /posts/:postId/versions'>> {
    throw new Problem('not-found');
  }
}

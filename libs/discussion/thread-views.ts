import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** A thread as one person sees it. */
@Injectable()
export class ThreadViews {
  async view(_actor: SignedIn, _threadId: string): Promise<ReplyOf<'GET /threads/:threadId'>> {
    throw new Problem('not-found');
  }
}

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Merges threads, and splits them. */
@Injectable()
export class ThreadSurgery {
  async merge(
    _actor: SignedIn,
    _threadId: string,
    _into: BodyOf<'POST /threads/:threadId/merge'>['into'],
  ): Promise<ReplyOf<'POST /threads/:threadId/merge'>> {
    throw new Problem('not-found');
  }

  async split(
    _actor: SignedIn,
    _threadId: string,
    _body: BodyOf<'POST /threads/:threadId/split'>,
  ): Promise<ReplyOf<'POST /threads/:threadId/split'>> {
    throw new Problem('not-found');
  }
}

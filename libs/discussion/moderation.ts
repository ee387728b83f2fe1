import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Locks, pins and moves threads. */
@Injectable()
export class Moderation {
  async lock(
    _actor: SignedIn,
    _threadId: string,
    _on: BodyOf<'PUT /threads/:threadId/lock'>['on'],
  ): Promise<ReplyOf<'PUT /threads/:threadId/lock'>> {
    throw new Problem('not-found');
  }

  async pin(
    _actor: SignedIn,
    _threadId: string,
    _on: BodyOf<'PUT /threads/:threadId/pin'>['on'],
  ): Promise<ReplyOf<'PUT /threads/:threadId/pin'>> {
    throw new Problem('not-found');
  }

  async move(
    _actor: SignedIn,
    _threadId: string,
    _body: BodyOf<'PUT /threads/:threadId/place'>,
  ): Promise<ReplyOf<'PUT /threads/:threadId/place'>> {
    throw new Problem('not-found');
  }
}

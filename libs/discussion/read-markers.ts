import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** How far people have read. */
@Injectable()
export class ReadMarkers {
  async set(
    _actor: SignedIn,
    _threadId: string,
    _number: BodyOf<'PUT /threads/:threadId/read-marker'>['number'],
  ): Promise<ReplyOf<'PUT /threads/:threadId/read-marker'>> {
    throw new Problem('not-found');
  }
}

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Opens threads and changes them. */
@Injectable()
export class Threads {
  async open(
    _actor: SignedIn,
    _cohortId: string,
    _body: BodyOf<'POST /cohorts/:cohortId/threads'>,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/threads'>> {
    throw new Problem('not-found');
  }

  async change(
    _actor: SignedIn,
    _threadId: string,
    _body: BodyOf<'PATCH /threads/:threadId'>,
  ): Promise<ReplyOf<'PATCH /threads/:threadId'>> {
    throw new Problem('not-found');
  }
}

import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Grades that trainers set. */
@Injectable()
export class Decisions {
  async decide(
    _actor: SignedIn,
    _submissionId: string,
    _body: BodyOf<'PUT /submissions/:submissionId/grade'>,
  ): Promise<ReplyOf<'PUT /submissions/:submissionId/grade'>> {
    throw new Problem('not-found');
  }

  async takeBack(_actor: SignedIn, _submissionId: string): Promise<ReplyOf<'DELETE /submissions/:submissionId/grade'>> {
    throw new Problem('not-found');
  }
}

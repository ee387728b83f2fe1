import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Authors ask to look at a grade again; trainers decide. */
@Injectable()
export class Appeals {
  async make(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _reason: BodyOf<'POST /cohorts/:cohortId/assignments/:itemId/appeal'>['reason'],
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/appeal'>> {
    throw new Problem('not-found');
  }

  async decide(
    _actor: SignedIn,
    _appealId: string,
    _body: BodyOf<'PUT /appeals/:appealId/decision'>,
  ): Promise<ReplyOf<'PUT /appeals/:appealId/decision'>> {
    throw new Problem('not-found');
  }
}

import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Whom one can mention. */
@Injectable()
export class Mentionables {
  async of(
    _actor: SignedIn,
    _cohortId: string,
    _title: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/mentionable'>> {
    throw new Problem('not-found');
  }
}

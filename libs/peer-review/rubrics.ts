import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** The versions of a round’s rubric. */
@Injectable()
export class Rubrics {
  async change(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _rubric: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/rubric'>['rubric'],
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/rubric'>> {
    throw new Problem('not-found');
  }
}

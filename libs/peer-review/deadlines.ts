import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Moves the phases of a round, for all or for one. */
@Injectable()
export class Deadlines {
  async move(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _body: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/deadlines'>,
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/deadlines'>> {
    throw new Problem('not-found');
  }

  async extend(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _enrolmentId: string,
    _body: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId'>,
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId'>> {
    throw new Problem('not-found');
  }

  async takeExtensionBack(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _enrolmentId: string,
  ): Promise<ReplyOf<'DELETE /cohorts/:cohortId/assignments/:itemId/extensions/:enrolmentId'>> {
    throw new Problem('not-found');
  }
}

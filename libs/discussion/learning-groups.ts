import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Small groups within a cohort. */
@Injectable()
export class LearningGroups {
  async list(_actor: SignedIn, _cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/learning-groups'>> {
    throw new Problem('not-found');
  }

  async set(
    _actor: SignedIn,
    _cohortId: string,
    _groups: BodyOf<'PUT /cohorts/:cohortId/learning-groups'>['groups'],
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/learning-groups'>> {
    throw new Problem('not-found');
  }

  async mix(
    _actor: SignedIn,
    _cohortId: string,
    _body: BodyOf<'POST /cohorts/:cohortId/learning-groups'>,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/learning-groups'>> {
    throw new Problem('not-found');
  }

  /** The sweep: each group gets the prompt of the week once the week is open. */
  async promptDue(): Promise<void> {}
}

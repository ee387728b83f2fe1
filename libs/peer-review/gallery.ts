import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Best work, shown with the consent of its authors. */
@Injectable()
export class Gallery {
  async consent(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _consents: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent'>['consents'],
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/gallery-consent'>> {
    throw new Problem('not-found');
  }

  async entries(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId/gallery'>> {
    throw new Problem('not-found');
  }

  async show(
    _actor: SignedIn,
    _submissionId: string,
    _shown: BodyOf<'PUT /submissions/:submissionId/gallery'>['shown'],
  ): Promise<ReplyOf<'PUT /submissions/:submissionId/gallery'>> {
    throw new Problem('not-found');
  }
}

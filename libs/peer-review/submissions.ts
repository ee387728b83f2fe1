import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Drafts, handing in, taking back. */
@Injectable()
export class Submissions {
  async saveDraft(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _body: BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/draft'>,
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/draft'>> {
    throw new Problem('not-found');
  }

  async handIn(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/submission'>> {
    throw new Problem('not-found');
  }

  async takeBack(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'DELETE /cohorts/:cohortId/assignments/:itemId/submission'>> {
    throw new Problem('not-found');
  }

  async removeFile(
    _actor: SignedIn,
    _submissionId: string,
    _fileId: string,
  ): Promise<ReplyOf<'DELETE /submissions/:submissionId/files/:fileId'>> {
    throw new Problem('not-found');
  }
}

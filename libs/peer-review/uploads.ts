import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn, type Upload } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Files that come in parts. */
@Injectable()
export class Uploads {
  async begin(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
    _body: BodyOf<'POST /cohorts/:cohortId/assignments/:itemId/uploads'>,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/uploads'>> {
    throw new Problem('not-found');
  }

  async show(_actor: SignedIn, _uploadId: string): Promise<ReplyOf<'GET /uploads/:uploadId'>> {
    throw new Problem('not-found');
  }

  async takePart(
    _actor: SignedIn,
    _uploadId: string,
    _from: number,
    _upload: Upload,
  ): Promise<ReplyOf<'POST /uploads/:uploadId/parts'>> {
    throw new Problem('not-found');
  }

  async giveUp(_actor: SignedIn, _uploadId: string): Promise<ReplyOf<'DELETE /uploads/:uploadId'>> {
    throw new Problem('not-found');
  }

  async clearAbandoned(): Promise<void> {}
}

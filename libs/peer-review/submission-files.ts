import { Problem, type SignedIn, type RawReply } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Hands out the files of submissions to those who may read them. */
@Injectable()
export class SubmissionFiles {
  async read(_actor: SignedIn, _submissionId: string, _fileId: string, _range: string | null): Promise<RawReply> {
    throw new Problem('not-found');
  }
}

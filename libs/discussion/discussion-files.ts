import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn, type Upload, type RawReply } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Pictures and files of posts. */
@Injectable()
export class DiscussionFiles {
  async upload(
    _actor: SignedIn,
    _cohortId: string,
    _upload: Upload,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/discussion-files'>> {
    throw new Problem('not-found');
  }

  async read(_actor: SignedIn, _fileId: string, _range: string | null): Promise<RawReply> {
    throw new Problem('not-found');
  }

  /** The sweep: files that no post came to hold. */
  async clearAbandoned(): Promise<void> {}
}

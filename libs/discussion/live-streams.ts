import type { LiveQuery } from '@kohorte/contracts';
import { Problem, type SignedIn, type RawReply } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Streams of what happens, one a tab. */
@Injectable()
export class LiveStreams {
  async open(_actor: SignedIn, _asked: LiveQuery): Promise<RawReply> {
    throw new Problem('not-found');
  }

  /** Tells those who are there that something in a thread is new. */
  async passOn(_threadId: string, _factId: string | null): Promise<void> {}

  async clearOld(): Promise<void> {}
}

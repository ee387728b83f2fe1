import type { ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** Asks those who owe reviews, and some for one more. */
@Injectable()
export class Reminders {
  async remindNow(
    _actor: SignedIn,
    _cohortId: string,
    _itemId: string,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/assignments/:itemId/reminder'>> {
    throw new Problem('not-found');
  }

  async remindOwing(): Promise<void> {}
}

import type { AssignmentView } from '@kohorte/contracts';
import type { SignedIn, Unit } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { Round } from './rounds.js';

/** What somebody has to review in a round, and what they have reviewed. */
@Injectable()
export class ReviewDesk {
  async of(_actor: SignedIn, round: Round, _unit?: Unit): Promise<AssignmentView['reviewing']> {
    return {
      owed: round.design.reviews.give,
      given: 0,
      mayAsk: false,
      blockedBy: 'nothing-there',
      extraWelcome: false,
      rows: [],
      examples: { total: round.design.examples.length, done: 0 },
    };
  }
}

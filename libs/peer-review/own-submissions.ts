import type { OwnSubmission } from '@kohorte/contracts';
import type { SignedIn, Unit } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { Round } from './rounds.js';

/** Submissions as their authors see them. */
@Injectable()
export class OwnSubmissions {
  /** The own submission in a round; `null` where nothing was begun. */
  async of(_actor: SignedIn, _round: Round, _unit?: Unit): Promise<OwnSubmission | null> {
    return null;
  }
}

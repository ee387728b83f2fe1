import type { AssignmentView } from '@kohorte/contracts';
import type { SignedIn, Unit } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { Round } from './rounds.js';

/** Results as authors see them, once grades are shown. */
@Injectable()
export class Results {
  /** `null` before grades are shown, and for who has handed in nothing. */
  async of(_actor: SignedIn, _round: Round, _unit?: Unit): Promise<AssignmentView['result']> {
    return null;
  }
}

import { Problem, type SignedIn, type RawReply } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** A round as a table for spreadsheets. */
@Injectable()
export class RoundCsv {
  async of(_actor: SignedIn, _cohortId: string, _itemId: string): Promise<RawReply> {
    throw new Problem('not-found');
  }
}

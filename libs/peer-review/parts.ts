import { Injectable } from '@nestjs/common';
import type { Query } from './rounds.js';

/** Who has done their part in a round: handed in, and given the reviews they owe. */
@Injectable()
export class Parts {
  /** Of the enrolments given, those that have done their part; one statement. */
  async doneAmong(_query: Query, _roundId: string, _enrolmentIds: readonly string[]): Promise<Set<string>> {
    return new Set();
  }
}

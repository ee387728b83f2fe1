import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Attended } from './attended.js';
import { PartsDone } from './parts-done.js';

/** The jobs of this rung. */
@Injectable()
export class ProgressJobs {
  constructor(
    private readonly attended: Attended,
    private readonly partsDone: PartsDone,
  ) {}

  readonly handlers = {
    'progress.count-attendance': ({ sessionId }) => this.attended.count(sessionId),
    'progress.count-assignment': ({ roundId, enrolmentId }) => this.partsDone.count(roundId, enrolmentId),
  } satisfies Partial<Handlers>;
}

import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Attended } from './attended.js';

/** The jobs of this rung. */
@Injectable()
export class ProgressJobs {
  constructor(private readonly attended: Attended) {}

  readonly handlers = {
    'progress.count-attendance': ({ sessionId }) => this.attended.count(sessionId),
    'progress.count-assignment': () => Promise.resolve(),
  } satisfies Partial<Handlers>;
}

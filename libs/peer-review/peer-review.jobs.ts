import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Allocations } from './allocations.js';
import { PhaseSweep } from './phase-sweep.js';
import { Reminders } from './reminders.js';
import { Uploads } from './uploads.js';

/** The jobs of this rung. */
@Injectable()
export class PeerReviewJobs {
  constructor(
    private readonly phases: PhaseSweep,
    private readonly reminders: Reminders,
    private readonly allocations: Allocations,
    private readonly uploads: Uploads,
  ) {}

  readonly handlers = {
    'peer-review.advance': (_none, { signal }) => this.phases.advance(signal),
    'peer-review.remind-owing': () => this.reminders.remindOwing(),
    'peer-review.let-go-of-leaver': ({ enrolmentId }) => this.allocations.letGoOfLeaver(enrolmentId),
    'peer-review.clear-abandoned-uploads': () => this.uploads.clearAbandoned(),
  } satisfies Partial<Handlers>;
}

import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Assembling } from './assembling.js';
import { FreeBusy } from './free-busy.js';
import { Sessions } from './sessions.js';

/** The jobs of this rung. */
@Injectable()
export class ScheduleJobs {
  constructor(
    private readonly freeBusy: FreeBusy,
    private readonly assembling: Assembling,
    private readonly sessions: Sessions,
  ) {}

  readonly handlers = {
    'schedule.assemble': ({ assemblyId }, { signal }) => this.assembling.run(assemblyId, signal),
    'schedule.decide-go': () => this.sessions.decideGo(),
    'schedule.read-free-busy': () => this.freeBusy.readDue(),
  } satisfies Partial<Handlers>;
}

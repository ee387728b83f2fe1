import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Assembling } from './assembling.js';
import { ComingsAndGoings } from './comings-and-goings.js';
import { FreeBusy } from './free-busy.js';
import { Sessions } from './sessions.js';

/** The jobs of this rung. */
@Injectable()
export class ScheduleJobs {
  constructor(
    private readonly freeBusy: FreeBusy,
    private readonly assembling: Assembling,
    private readonly sessions: Sessions,
    private readonly comingsAndGoings: ComingsAndGoings,
  ) {}

  readonly handlers = {
    'schedule.assemble': ({ assemblyId }, { signal }) => this.assembling.run(assemblyId, signal),
    'schedule.seat-newcomers': ({ cohortId }) => this.comingsAndGoings.seatNewcomers(cohortId),
    'schedule.free-seats': ({ enrolmentId }) => this.comingsAndGoings.freeSeats(enrolmentId),
    'schedule.cancel-sessions': ({ cohortId }) => this.comingsAndGoings.cancelSessions(cohortId),
    'schedule.decide-go': () => this.sessions.decideGo(),
    'schedule.read-free-busy': (_none, { signal }) => this.freeBusy.readDue(signal),
    'schedule.read-free-busy-of': ({ userId }) => this.freeBusy.readOf(userId),
  } satisfies Partial<Handlers>;
}

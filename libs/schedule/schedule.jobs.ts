import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { FreeBusy } from './free-busy.js';

/** The jobs of this rung. */
@Injectable()
export class ScheduleJobs {
  constructor(private readonly freeBusy: FreeBusy) {}

  readonly handlers = {
    'schedule.read-free-busy': () => this.freeBusy.readDue(),
  } satisfies Partial<Handlers>;
}

import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Releases } from './releases.js';
import { Waitlist } from './waitlist.js';

/** The jobs of this rung. */
@Injectable()
export class CohortJobs {
  constructor(
    private readonly releases: Releases,
    private readonly waitlist: Waitlist,
  ) {}

  readonly handlers = {
    'cohorts.release-due': () => this.releases.releaseDue(),
    'cohorts.pass-on-offers': () => this.waitlist.passOnOffers(),
  } satisfies Partial<Handlers>;
}

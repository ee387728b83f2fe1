import type { Handlers } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { OneTimeLinks } from './one-time-links.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** What this rung does in the background. */
@Injectable()
export class PeopleJobs {
  constructor(
    private readonly sessions: Sessions,
    private readonly links: OneTimeLinks,
    private readonly attempts: SignInAttempts,
  ) {}

  readonly handlers = {
    'people.clear-expired-sessions': async () => {
      await this.sessions.clearExpired();
      await this.links.clearUsedUp();
      await this.attempts.clearOld();
    },
  } satisfies Partial<Handlers>;
}

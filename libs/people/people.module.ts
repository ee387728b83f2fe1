import { WhoIs } from '@kohorte/platform';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Directory } from './directory.js';
import { peopleEntities } from './entities/index.js';
import { OneTimeLinks } from './one-time-links.js';
import { OrgUnits } from './org-units.js';
import { OwnAccount } from './own-account.js';
import { Passwords } from './passwords.js';
import { PeopleController } from './people.controller.js';
import { PeopleJobs } from './people.jobs.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignInController } from './sign-in.controller.js';
import { SignIns } from './sign-ins.js';

const whoIs = { provide: WhoIs, useExisting: Sessions };

/** People. Global, because the gate before every endpoint asks here who it is. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(peopleEntities)],
  controllers: [SignInController, PeopleController],
  providers: [
    Directory,
    OneTimeLinks,
    OrgUnits,
    OwnAccount,
    Passwords,
    People,
    PeopleJobs,
    Sessions,
    SignInAttempts,
    SignIns,
    whoIs,
  ],
  exports: [People, OrgUnits, OneTimeLinks, PeopleJobs, whoIs],
})
export class PeopleModule {}

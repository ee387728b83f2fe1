import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BulkEnrolment } from './bulk-enrolment.js';
import { CatalogueController } from './catalogue.controller.js';
import { Catalogue } from './catalogue.js';
import { CohortCards } from './cohort-cards.js';
import { CohortPeople } from './cohort-people.js';
import { CohortViews } from './cohort-views.js';
import { CohortsController, ReleasesController } from './cohorts.controller.js';
import { CohortJobs } from './cohorts.jobs.js';
import { EnrolmentsController, OwnEnrolmentController } from './enrolments.controller.js';
import { Enrolments } from './enrolments.js';
import { CohortTrainer } from './entities/cohort-trainer.entity.js';
import { Cohort } from './entities/cohort.entity.js';
import { Enrolment } from './entities/enrolment.entity.js';
import { Invitation } from './entities/invitation.entity.js';
import { Release } from './entities/release.entity.js';
import { Planning } from './planning.js';
import { Previews } from './previews.js';
import { ReadableFiles } from './readable-files.js';
import { Releases } from './releases.js';
import { Standings } from './standing.js';
import { Waitlist } from './waitlist.js';

@Module({
  imports: [TypeOrmModule.forFeature([Cohort, CohortTrainer, Enrolment, Invitation, Release])],
  controllers: [
    CohortsController,
    ReleasesController,
    OwnEnrolmentController,
    EnrolmentsController,
    CatalogueController,
  ],
  providers: [
    BulkEnrolment,
    Catalogue,
    CohortCards,
    CohortJobs,
    CohortPeople,
    CohortViews,
    Enrolments,
    Planning,
    Previews,
    ReadableFiles,
    Releases,
    Standings,
    Waitlist,
  ],
  exports: [CohortCards, CohortJobs, Enrolments, Planning, Releases],
})
export class CohortsModule {}

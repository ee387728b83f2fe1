import { CohortsModule } from '@kohorte/cohorts';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OwnSubmissions } from './own-submissions.js';
import { ReviewDesk } from './review-desk.js';
import { Results } from './results.js';
import { Parts } from './parts.js';
import { entities } from './entities/index.js';
import { Allocations } from './allocations.js';
import { Appeals } from './appeals.js';
import { AssignmentViews } from './assignment-views.js';
import { Arrivals } from './arrivals.js';
import { AssignmentsController } from './assignments.controller.js';
import { Conflicts } from './conflicts.js';
import { Deadlines } from './deadlines.js';
import { Decisions } from './decisions.js';
import { Drafts } from './drafts.js';
import { Exclusions } from './exclusions.js';
import { Flags } from './flags.js';
import { Gallery } from './gallery.js';
import { Grading } from './grading.js';
import { Mirrors } from './mirrors.js';
import { PeerReviewJobs } from './peer-review.jobs.js';
import { OwnPaceSweep } from './own-pace-sweep.js';
import { PhaseSweep } from './phase-sweep.js';
import { Ratings } from './ratings.js';
import { Reminders } from './reminders.js';
import { Reviews } from './reviews.js';
import { ReviewsController } from './reviews.controller.js';
import { RoundCsv } from './round-csv.js';
import { RoundPeople } from './round-people.js';
import { RoundViews } from './round-views.js';
import { Rounds } from './rounds.js';
import { RoundsController } from './rounds.controller.js';
import { Rubrics } from './rubrics.js';
import { SubmissionFiles } from './submission-files.js';
import { SubmissionViews } from './submission-views.js';
import { Submissions } from './submissions.js';
import { SubmissionsController } from './submissions.controller.js';
import { Teams } from './teams.js';
import { Uploads } from './uploads.js';
import { UploadsController } from './uploads.controller.js';

/** Peer review: what is handed in, who reviews it, and the grades that come of it. */
@Module({
  imports: [TypeOrmModule.forFeature(entities), CohortsModule],
  controllers: [AssignmentsController, ReviewsController, RoundsController, SubmissionsController, UploadsController],
  providers: [
    Parts,
    Results,
    ReviewDesk,
    OwnSubmissions,
    Allocations,
    Appeals,
    Arrivals,
    AssignmentViews,
    Conflicts,
    Deadlines,
    Decisions,
    Drafts,
    Exclusions,
    Flags,
    Gallery,
    Grading,
    Mirrors,
    PeerReviewJobs,
    OwnPaceSweep,
    PhaseSweep,
    Ratings,
    Reminders,
    Reviews,
    RoundCsv,
    RoundPeople,
    RoundViews,
    Rounds,
    Rubrics,
    SubmissionFiles,
    SubmissionViews,
    Submissions,
    Teams,
    Uploads,
  ],
  exports: [Parts, PeerReviewJobs],
})
export class PeerReviewModule {}

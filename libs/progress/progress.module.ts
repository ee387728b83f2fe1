import { CohortsModule } from '@kohorte/cohorts';
import { PeerReviewModule } from '@kohorte/peer-review';
import { DoneItems, ScheduleModule } from '@kohorte/schedule';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Attended } from './attended.js';
import { DoneMarks } from './done-marks.js';
import { DoneMark } from './entities/done-mark.entity.js';
import { Home } from './home.js';
import { Learners } from './learners.js';
import { Outline } from './outline.js';
import { PartsDone } from './parts-done.js';
import { Player } from './player.js';
import { ProgressController } from './progress.controller.js';
import { ProgressJobs } from './progress.jobs.js';
import { Walks } from './walks.js';

const doneItems = { provide: DoneItems, useExisting: DoneMarks };

/** Progress. Global, because the timetable asks here what is done. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([DoneMark]), CohortsModule, PeerReviewModule, ScheduleModule],
  controllers: [ProgressController],
  providers: [Attended, DoneMarks, Home, Learners, Outline, PartsDone, Player, ProgressJobs, Walks, doneItems],
  exports: [DoneMarks, Outline, ProgressJobs, doneItems],
})
export class ProgressModule {}

import { CohortsModule } from '@kohorte/cohorts';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Assemblies } from './assemblies.js';
import { AssembliesController } from './assemblies.controller.js';
import { Assembling } from './assembling.js';
import { Attendance } from './attendance.js';
import { CalendarFeed } from './calendar-feed.js';
import { ComingsAndGoings } from './comings-and-goings.js';
import { entities } from './entities/index.js';
import { FreeBusy } from './free-busy.js';
import { AvailabilityController, RoomsController } from './resources.controller.js';
import { Rooms } from './rooms.js';
import { Publishing } from './publishing.js';
import { ScheduleController } from './schedule.controller.js';
import { ScheduleJobs } from './schedule.jobs.js';
import { SeatsInSessions } from './seats-in-sessions.js';
import { SessionViews } from './session-views.js';
import { RunSessionsController, SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.js';
import { Sites } from './sites.js';
import { Timetable } from './timetable.js';
import { TrainerProfiles } from './trainer-profiles.js';
import { WorkPatterns } from './work-patterns.js';

@Module({
  imports: [TypeOrmModule.forFeature(entities), CohortsModule],
  controllers: [
    AssembliesController,
    AvailabilityController,
    RoomsController,
    RunSessionsController,
    ScheduleController,
    SessionsController,
  ],
  providers: [
    Assemblies,
    Assembling,
    Rooms,
    Sites,
    TrainerProfiles,
    WorkPatterns,
    CalendarFeed,
    ComingsAndGoings,
    FreeBusy,
    Publishing,
    ScheduleJobs,
    Attendance,
    SeatsInSessions,
    SessionViews,
    Sessions,
    Timetable,
  ],
  exports: [
    Assemblies,
    Attendance,
    Publishing,
    SeatsInSessions,
    SessionViews,
    Rooms,
    Sites,
    TrainerProfiles,
    WorkPatterns,
    ScheduleJobs,
    Timetable,
  ],
})
export class ScheduleModule {}

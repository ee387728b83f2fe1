import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Assemblies } from './assemblies.js';
import { AssembliesController } from './assemblies.controller.js';
import { Assembling } from './assembling.js';
import { CalendarFeed } from './calendar-feed.js';
import { entities } from './entities/index.js';
import { FreeBusy } from './free-busy.js';
import { AvailabilityController, RoomsController } from './resources.controller.js';
import { Rooms } from './rooms.js';
import { Publishing } from './publishing.js';
import { ScheduleController } from './schedule.controller.js';
import { ScheduleJobs } from './schedule.jobs.js';
import { Sites } from './sites.js';
import { Timetable } from './timetable.js';
import { TrainerProfiles } from './trainer-profiles.js';
import { WorkPatterns } from './work-patterns.js';

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [AssembliesController, AvailabilityController, RoomsController, ScheduleController],
  providers: [
    Assemblies,
    Assembling,
    Rooms,
    Sites,
    TrainerProfiles,
    WorkPatterns,
    CalendarFeed,
    FreeBusy,
    Publishing,
    ScheduleJobs,
    Timetable,
  ],
  exports: [Rooms, Sites, TrainerProfiles, WorkPatterns, ScheduleJobs, Timetable],
})
export class ScheduleModule {}

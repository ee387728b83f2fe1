import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarFeed } from './calendar-feed.js';
import { entities } from './entities/index.js';
import { FreeBusy } from './free-busy.js';
import { ScheduleController } from './schedule.controller.js';
import { ScheduleJobs } from './schedule.jobs.js';
import { Timetable } from './timetable.js';

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [ScheduleController],
  providers: [CalendarFeed, FreeBusy, ScheduleJobs, Timetable],
  exports: [ScheduleJobs, Timetable],
})
export class ScheduleModule {}

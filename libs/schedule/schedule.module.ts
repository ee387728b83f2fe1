import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarFeed } from './calendar-feed.js';
import { entities } from './entities/index.js';
import { ScheduleController } from './schedule.controller.js';
import { Timetable } from './timetable.js';

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [ScheduleController],
  providers: [CalendarFeed, Timetable],
  exports: [Timetable],
})
export class ScheduleModule {}

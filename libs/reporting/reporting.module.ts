import { Module } from '@nestjs/common';
import { Completion } from './completion.js';
import { ReportingController } from './reporting.controller.js';

@Module({ controllers: [ReportingController], providers: [Completion] })
export class ReportingModule {}

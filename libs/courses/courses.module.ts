import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WholeCourses } from './authored.js';
import { CourseFiles } from './course-files.js';
import { CoursesController, ImportsController, OutlineController } from './courses.controller.js';
import { CourseJobs } from './courses.jobs.js';
import { Courses } from './courses.js';
import { CourseAuthor } from './entities/course-author.entity.js';
import { CourseFile } from './entities/course-file.entity.js';
import { CourseImport } from './entities/course-import.entity.js';
import { CourseVersion } from './entities/course-version.entity.js';
import { Course } from './entities/course.entity.js';
import { Item } from './entities/item.entity.js';
import { Module as CourseModule } from './entities/module.entity.js';
import { Imports } from './imports.js';
import { Outline } from './outline.js';
import { CourseStanding } from './standing.js';
import { VersionViews } from './version-views.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Course, CourseAuthor, CourseVersion, CourseModule, Item, CourseFile, CourseImport]),
  ],
  controllers: [CoursesController, OutlineController, ImportsController],
  providers: [Courses, CourseFiles, CourseJobs, CourseStanding, Imports, Outline, VersionViews, WholeCourses],
  exports: [CourseJobs, WholeCourses],
})
export class CoursesModule {}

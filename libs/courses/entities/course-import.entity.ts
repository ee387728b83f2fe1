import type { ImportView, ProblemCode } from '@kohorte/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Course } from './course.entity.js';

/** A cartridge on its way to becoming a course, and what became of it. */
@Entity()
@Index('course_import_of_starter', ['startedBy', 'createdAt'])
export class CourseImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_import_pkey' }) id: string;
  @Column('text') fileName: string;
  /** Where the cartridge waits; `null` once it is done with. */
  @Column('text', { nullable: true }) parkedAt: string | null;
  @Column('uuid', { nullable: true }) startedBy: string | null;
  @Column('uuid', { nullable: true }) courseId: string | null;
  @ManyToOne(() => Course, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'course_id', foreignKeyConstraintName: 'course_import_course' })
  course: Relation<Course> | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) begunAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('int', { default: 0 }) done: number;
  @Column('int', { default: 0 }) total: number;
  @Column('text', { nullable: true }) problemCode: ProblemCode | null;
  @Column('jsonb', { nullable: true }) report: ImportView['report'];
}

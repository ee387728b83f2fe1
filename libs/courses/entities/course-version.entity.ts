import type { Language } from '@kohorte/contracts';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Course } from './course.entity.js';

/** One state of a course: a draft until it is published, unchanging from then on. */
@Entity()
@Unique('course_version_number', ['courseId', 'number'])
@Index('course_version_draft', ['courseId'], { unique: true, where: 'published_at is null' })
@Index('course_version_title', { synchronize: false })
@Check('course_version_language', `language in ('de', 'en')`)
export class CourseVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_version_pkey' }) id: string;
  @Column('uuid') courseId: string;
  @ManyToOne(() => Course, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'course_id', foreignKeyConstraintName: 'course_version_course' })
  course: Relation<Course>;
  @Column('int') number: number;
  @Column('text') title: string;
  @Column('text', { nullable: true }) summary: string | null;
  @Column('text', { nullable: true }) audience: string | null;
  @Column('text') language: Language;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
}

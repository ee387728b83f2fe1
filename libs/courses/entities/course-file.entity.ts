import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Course } from './course.entity.js';

/** A file that the course may use, as an item or within its pages. */
@Entity()
@Index('course_file_of_file', ['fileId'])
export class CourseFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_file_pkey' }) courseId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_file_pkey' }) fileId: string;
  @ManyToOne(() => Course, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'course_id', foreignKeyConstraintName: 'course_file_course' })
  course: Relation<Course>;
}

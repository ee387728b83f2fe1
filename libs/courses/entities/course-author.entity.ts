import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Course } from './course.entity.js';

/** Who may edit a course, besides L&D admins. */
@Entity()
@Index('course_author_of_user', ['userId'])
export class CourseAuthor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_author_pkey' }) courseId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_author_pkey' }) userId: string;
  @ManyToOne(() => Course, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'course_id', foreignKeyConstraintName: 'course_author_course' })
  course: Relation<Course>;
}

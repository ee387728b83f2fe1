import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { CourseVersion } from './course-version.entity.js';

/** One unit of a course version, usually a week. */
@Entity()
@Unique('module_position', ['versionId', 'position'], { deferrable: 'INITIALLY DEFERRED' })
export class Module {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'module_pkey' }) id: string;
  @Column('uuid') versionId: string;
  @ManyToOne(() => CourseVersion, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'version_id', foreignKeyConstraintName: 'module_version' })
  version: Relation<CourseVersion>;
  @Column('int') position: number;
  @Column('text') title: string;
  @Column('text', { nullable: true }) summary: string | null;
  @Column('text', { array: true, default: [] }) objectives: string[];
  @Column('text', { nullable: true }) highlights: string | null;
}

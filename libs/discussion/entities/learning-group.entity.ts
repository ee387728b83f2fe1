import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A few learners of a cohort with a space of their own. */
@Entity()
@Unique('learning_group_number', ['cohortId', 'number', 'dissolvedAt'], { deferrable: 'INITIALLY DEFERRED' })
export class LearningGroup {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'learning_group_pkey' }) id: string;
  @Column('uuid') cohortId: string;
  @Column('int') number: number;
  @Column('text') name: string;
  /** What it was drawn with; `null`: made by hand, so that nobody is put in but by hand. */
  @Column('int', { nullable: true }) seed: number | null;
  @Column('timestamptz') createdAt: Date;
  /** Others were made: what was said can still be read by those who were in it. */
  @Column('timestamptz', { nullable: true }) dissolvedAt: Date | null;
}

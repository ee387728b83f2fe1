import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A few learners of a cohort with a space of their own. */
@Entity()
@Unique('learning_group_number', ['cohortId', 'number'], { deferrable: 'INITIALLY DEFERRED' })
export class LearningGroup {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'learning_group_pkey' }) id: string;
  @Column('uuid') cohortId: string;
  @Column('int') number: number;
  @Column('text') name: string;
  @Column('timestamptz') createdAt: Date;
}

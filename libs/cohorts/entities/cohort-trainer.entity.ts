import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Cohort } from './cohort.entity.js';

/** Who runs a cohort. */
@Entity()
@Index('cohort_trainer_of_user', ['userId'])
export class CohortTrainer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cohort_trainer_pkey' }) cohortId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cohort_trainer_pkey' }) userId: string;
  @ManyToOne(() => Cohort, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'cohort_id', foreignKeyConstraintName: 'cohort_trainer_cohort' })
  cohort: Relation<Cohort>;
}

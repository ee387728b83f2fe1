import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Cohort } from './cohort.entity.js';

/** A person was asked by name to join a cohort. */
@Entity()
@Index('invitation_of_user', ['userId'])
@Index('invitation_batch', ['batchId'])
export class Invitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' }) cohortId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' }) userId: string;
  @ManyToOne(() => Cohort, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'cohort_id', foreignKeyConstraintName: 'invitation_cohort' })
  cohort: Relation<Cohort>;
  /** Those invited together. */
  @Column('uuid') batchId: string;
  @Column('uuid', { nullable: true }) invitedBy: string | null;
  @Column('timestamptz') invitedAt: Date;
}

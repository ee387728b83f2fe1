import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReviewRound } from './round.entity.js';

/** More time for one learner. */
@Entity()
@Index('extension_of_enrolment', ['enrolmentId'])
export class Extension {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'extension_pkey' }) roundId: string;
  @ManyToOne(() => ReviewRound, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'extension_round' })
  round: Relation<ReviewRound>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'extension_pkey' }) enrolmentId: string;
  @Column('timestamptz') dueAt: Date;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) grantedBy: string | null;
  @Column('timestamptz') grantedAt: Date;
}

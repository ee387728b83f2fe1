import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReviewRound } from './round.entity.js';

/** Two people who must not review each other, as one of them has declared. */
@Entity()
@Index('review_conflict_of_author', ['authorId'])
@Index('review_conflict_of_reviewer', ['reviewerId'])
export class ReviewConflict {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_conflict_pkey' }) roundId: string;
  @ManyToOne(() => ReviewRound, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'review_conflict_round' })
  round: Relation<ReviewRound>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_conflict_pkey' }) reviewerId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_conflict_pkey' }) authorId: string;
  @Column('timestamptz') declaredAt: Date;
}

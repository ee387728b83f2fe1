import type { GradingMethod } from '@kohorte/rules';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReviewRound } from './round.entity.js';
import { Submission } from './submission.entity.js';

/** What the reviews of a submission come to. */
@Entity('grade')
@Index('grade_of_round', ['roundId'])
@Check('grade_method', `method in ('calibrated', 'mean', 'median', 'trainer')`)
@Check('grade_order', `0 <= low and low <= points and points <= high and high <= 100`)
export class GradeRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'grade_pkey' }) submissionId: string;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'grade_submission' })
  submission: Relation<Submission>;
  @Column('uuid') roundId: string;
  @ManyToOne(() => ReviewRound, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'grade_round' })
  round: Relation<ReviewRound>;
  @Column('text') method: GradingMethod | 'trainer';
  @Column('real') points: number;
  @Column('real') low: number;
  @Column('real') high: number;
  /** The plain mean of the reviews. */
  @Column('real', { nullable: true }) mean: number | null;
  @Column('int') reviews: number;
  @Column('jsonb') criteria: { criterionId: string; points: number | null }[];
  /** How much each review counted. */
  @Column('jsonb') shares: { reviewId: string; share: number; corrected: number }[];
  @Column('boolean') doubtful: boolean;
  @Column('timestamptz') computedAt: Date;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
}

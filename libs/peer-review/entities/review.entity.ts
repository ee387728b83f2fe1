import type { AllocationReason, CriterionAnswer } from '@kohorte/rules';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReviewRound } from './round.entity.js';
import { Rubric } from './rubric.entity.js';
import { Submission } from './submission.entity.js';

/** An allocation with its lease, and the review that comes of it; also of examples, and by trainers. */
@Entity()
@Index('review_once', ['submissionId', 'reviewerId'], { unique: true, where: 'submission_id is not null' })
@Index('review_example_once', ['roundId', 'reviewerId', 'exampleId'], { unique: true, where: 'example_id is not null' })
@Index('review_of_reviewer', ['reviewerId', 'roundId'])
@Index('review_of_enrolment', ['enrolmentId'])
@Index('review_in_round', ['roundId'])
@Index('review_lease', ['leaseUntil'], { where: 'done_at is null and lapsed_at is null and lease_until is not null' })
@Check('review_kind', `kind in ('peer', 'example', 'trainer')`)
@Check('review_way', `way in ('next', 'batch', 'top-up', 'trainer')`)
@Check('review_about', `(kind = 'example') = (submission_id is null) and (kind = 'example') = (example_id is not null)`)
@Check('review_whole', `done_at is null or points is not null`)
@Check('review_points', `points between 0 and 100`)
@Check('review_helpful', `helpful between 1 and 4`)
export class Review {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_pkey' }) id: string;
  @Column('uuid') roundId: string;
  @ManyToOne(() => ReviewRound, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'review_round' })
  round: Relation<ReviewRound>;
  @Column('uuid', { nullable: true }) submissionId: string | null;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'review_submission' })
  submission: Relation<Submission> | null;
  /** Of the design; then there is no submission. */
  @Column('text', { nullable: true }) exampleId: string | null;
  @Column('uuid') rubricId: string;
  @ManyToOne(() => Rubric)
  @JoinColumn({ name: 'rubric_id', foreignKeyConstraintName: 'review_rubric' })
  rubric: Relation<Rubric>;
  @Column('uuid', { nullable: true }) reviewerId: string | null;
  @Column('uuid', { nullable: true }) enrolmentId: string | null;
  @Column('text') kind: 'peer' | 'example' | 'trainer';
  /** Counts the reviews of one reviewer in a round, from 1. */
  @Column('int') number: number;
  @Column('text') way: 'next' | 'batch' | 'top-up' | 'trainer';
  /** With which the allocation can be replayed. */
  @Column('int', { nullable: true }) seed: number | null;
  /** Why this reviewer got it. */
  @Column('jsonb', { nullable: true }) reason: AllocationReason | null;
  /** Beyond what the reviewer owes. */
  @Column('boolean', { default: false }) extra: boolean;
  @Column('timestamptz') allocatedAt: Date;
  /** Until then it is kept for its reviewer; work on it puts it off. */
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
  /** The lease ran out, or it was given back. */
  @Column('timestamptz', { nullable: true }) lapsedAt: Date | null;
  @Column('text', { nullable: true }) lapsedWhy: string | null;
  @Column('jsonb', { default: [] }) answers: CriterionAnswer[];
  @Column('text', { nullable: true }) overall: string | null;
  @Column('int', { default: 0 }) revision: number;
  @Column('timestamptz') changedAt: Date;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
  /** Of 100; known once it is done. */
  @Column('real', { nullable: true }) points: number | null;
  @Column('timestamptz', { nullable: true }) setAsideAt: Date | null;
  @Column('text', { nullable: true }) setAsideWhy: string | null;
  /** As the authors found it, 1 to 4. */
  @Column('int', { nullable: true }) helpful: number | null;
  /** What the authors answered. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) ratedAt: Date | null;
}

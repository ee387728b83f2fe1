import type { FlagKind } from '@kohorte/contracts';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Review } from './review.entity.js';
import { Submission } from './submission.entity.js';

/** A problem that a reviewer has reported. */
@Entity()
@Index('review_flag_of_submission', ['submissionId'])
@Index('review_flag_of_review', ['reviewId'], { where: 'review_id is not null' })
@Check('review_flag_kind', `kind in ('plagiarism', 'offence', 'empty', 'identity', 'other')`)
@Check('review_flag_decision', `decision in ('dismiss', 'exclude', 'set-aside')`)
@Check('review_flag_decided', `(decided_at is null) = (decision is null)`)
export class ReviewFlag {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_flag_pkey' }) id: string;
  @Column('uuid') submissionId: string;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'review_flag_submission' })
  submission: Relation<Submission>;
  @Column('uuid', { nullable: true }) reviewId: string | null;
  @ManyToOne(() => Review, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'review_id', foreignKeyConstraintName: 'review_flag_review' })
  review: Relation<Review> | null;
  @Column('text') kind: FlagKind;
  @Column('text') note: string;
  @Column('uuid', { nullable: true }) flaggedBy: string | null;
  @Column('timestamptz') flaggedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) decision: 'dismiss' | 'exclude' | 'set-aside' | null;
  @Column('text', { nullable: true }) decidedWhy: string | null;
}

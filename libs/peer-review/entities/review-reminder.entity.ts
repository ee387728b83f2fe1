import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReviewRound } from './round.entity.js';

/** That somebody was asked for reviews on a day. */
@Entity()
@Index('review_reminder_of_batch', ['batchId'])
@Check('review_reminder_kind', `kind in ('owed', 'more')`)
export class ReviewReminder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_reminder_pkey' }) userId: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'review_reminder_pkey' }) remindedOn: string;
  @Column('uuid') roundId: string;
  @ManyToOne(() => ReviewRound, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'review_reminder_round' })
  round: Relation<ReviewRound>;
  @Column('uuid') batchId: string;
  @Column('text') kind: 'owed' | 'more';
  @Column('timestamptz') remindedAt: Date;
}

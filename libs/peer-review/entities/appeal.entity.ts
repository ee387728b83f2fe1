import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Submission } from './submission.entity.js';

/** That an author asks to look again. */
@Entity()
@Index('appeal_once', ['submissionId'], { unique: true })
@Check('appeal_answered', `(decided_at is null) = (answer is null)`)
export class Appeal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'appeal_pkey' }) id: string;
  @Column('uuid') submissionId: string;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'appeal_submission' })
  submission: Relation<Submission>;
  @Column('uuid', { nullable: true }) madeBy: string | null;
  @Column('text') reason: string;
  @Column('real') pointsBefore: number;
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('real', { nullable: true }) pointsAfter: number | null;
  @Column('text', { nullable: true }) answer: string | null;
}

import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Submission } from './submission.entity.js';

/** A grade that a trainer has set. */
@Entity()
@Index('grade_decision_valid', ['submissionId'], { unique: true, where: 'taken_back_at is null' })
@Check('grade_decision_points', `points between 0 and 100`)
export class GradeDecision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'grade_decision_pkey' }) id: string;
  @Column('uuid') submissionId: string;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'grade_decision_submission' })
  submission: Relation<Submission>;
  @Column('real') points: number;
  @Column('text') reason: string;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz') decidedAt: Date;
  @Column('timestamptz', { nullable: true }) takenBackAt: Date | null;
}

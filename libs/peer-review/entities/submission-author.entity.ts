import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Submission } from './submission.entity.js';

/**
 * Whose submission it is, also where they have left the cohort since: that their enrolment says, so that whoever comes
 * back has it again.
 */
@Entity()
@Index('submission_author_of_submission', ['submissionId'])
@Index('submission_author_of_enrolment', ['enrolmentId'])
@Index('submission_author_of_user', ['userId'])
export class SubmissionAuthor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submission_author_pkey' }) roundId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submission_author_pkey' }) enrolmentId: string;
  @Column('uuid') submissionId: string;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'submission_author_submission' })
  submission: Relation<Submission>;
  @Column('uuid') userId: string;
  @Column('timestamptz', { nullable: true }) galleryConsentAt: Date | null;
}

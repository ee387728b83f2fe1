import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Submission } from './submission.entity.js';

/** A file of a submission. */
@Entity()
@Index('submission_file_of_file', ['fileId'])
export class SubmissionFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submission_file_pkey' }) submissionId: string;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'submission_file_submission' })
  submission: Relation<Submission>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submission_file_pkey' }) fileId: string;
  @Column('int') position: number;
}

import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Submission } from './submission.entity.js';

/** A file on its way, part by part. */
@Entity('upload')
@Index('upload_of_submission', ['submissionId'])
@Index('upload_of_user', ['userId'])
@Index('upload_abandoned', ['changedAt'])
@Check('upload_received', `received between 0 and bytes`)
export class UploadRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'upload_pkey' }) id: string;
  @Column('uuid') submissionId: string;
  @ManyToOne(() => Submission, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'upload_submission' })
  submission: Relation<Submission>;
  @Column('uuid') userId: string;
  @Column('text') name: string;
  @Column('bigint') bytes: string;
  /** So many bytes have arrived. */
  @Column('bigint', { default: 0 }) received: string;
  /** Where the parts lie in the store. */
  @Column('text', { nullable: true }) path: string | null;
  @Column('uuid', { nullable: true }) fileId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') changedAt: Date;
}

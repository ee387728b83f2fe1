import type { NoticeKind } from '@kohorte/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One mail to one person; what it says is made when it is sent or looked at. */
@Entity()
@Unique('mail_once', ['kind', 'onceKey', 'userId'])
@Index('mail_due', ['urgent', 'dueAt'], { where: 'sent_at is null and kept_at is null and failed_at is null' })
@Index('mail_newest', ['createdAt', 'id'])
@Index('mail_of_user', ['userId', 'createdAt'])
export class Mail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_pkey' }) id: string;
  @Column('uuid') userId: string;
  @Column('text') kind: NoticeKind | 'digest';
  @Column('uuid') subjectId: string;
  @Column('uuid') onceKey: string;
  /** Goes before mails that went to many. */
  @Column('boolean') urgent: boolean;
  @Column('timestamptz') createdAt: Date;
  /** When it is to be tried next. */
  @Column('timestamptz') dueAt: Date;
  /** Taken by the mail server. */
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  /** There was no mail server: kept for admins to read. */
  @Column('timestamptz', { nullable: true }) keptAt: Date | null;
  /** Given up. */
  @Column('timestamptz', { nullable: true }) failedAt: Date | null;
  @Column('int', { default: 0 }) attempts: number;
  @Column('text', { nullable: true }) error: string | null;
}

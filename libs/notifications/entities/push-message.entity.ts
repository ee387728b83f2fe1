import type { NoticeKind } from '@kohorte/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A push message to all browsers of a person; what it says is made when it is sent. */
@Entity()
@Unique('push_message_once', ['kind', 'onceKey', 'userId'])
@Index('push_message_due', ['dueAt'], { where: 'done_at is null' })
@Index('push_message_of_user', ['userId'])
export class PushMessage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'push_message_pkey' }) id: string;
  @Column('uuid') userId: string;
  @Column('text') kind: NoticeKind;
  @Column('uuid') subjectId: string;
  @Column('uuid') onceKey: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') dueAt: Date;
  /** Sent, or given up. */
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
  @Column('int', { default: 0 }) attempts: number;
}

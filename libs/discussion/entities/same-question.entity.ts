import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Thread } from './thread.entity.js';

/** That somebody has the same question. */
@Entity()
@Index('same_question_of_user', ['userId'])
export class SameQuestion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'same_question_pkey' }) threadId: string;
  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'same_question_thread' })
  thread: Relation<Thread>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'same_question_pkey' }) userId: string;
  @Column('timestamptz') saidAt: Date;
}

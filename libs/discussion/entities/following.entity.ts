import type { FollowLevel } from '@kohorte/contracts';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Thread } from './thread.entity.js';

/** How somebody follows a cohort, one of its modules, or a thread; the nearest counts. */
@Entity()
@Unique('following_once', ['userId', 'cohortId', 'moduleId', 'threadId'])
@Check('following_level', `level in ('watch', 'follow', 'mute')`)
@Check('following_one', `module_id is null or thread_id is null`)
export class Following {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'following_pkey' }) id: string;
  @Column('uuid') userId: string;
  @Column('uuid') cohortId: string;
  @Column('uuid', { nullable: true }) moduleId: string | null;
  @Column('uuid', { nullable: true }) threadId: string | null;
  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'following_thread' })
  thread: Relation<Thread> | null;
  @Column('text') level: FollowLevel;
  @Column('timestamptz') changedAt: Date;
}

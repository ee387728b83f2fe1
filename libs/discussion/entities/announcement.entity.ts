import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Thread } from './thread.entity.js';

/** What a trainer tells a whole cohort, now or at a time. */
@Entity()
@Index('announcement_due', ['publishAt'], { where: `published_at is null and cancelled_at is null` })
@Index('announcement_of_cohort', ['cohortId', 'publishAt'])
export class Announcement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'announcement_pkey' }) id: string;
  @Column('uuid') cohortId: string;
  @Column('text') title: string;
  @Column('text') body: string;
  @Column('uuid', { nullable: true }) authorId: string | null;
  @Column('timestamptz') publishAt: Date;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
  @Column('uuid', { nullable: true }) threadId: string | null;
  @ManyToOne(() => Thread, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'announcement_thread' })
  thread: Relation<Thread> | null;
  @Column('timestamptz') createdAt: Date;
}

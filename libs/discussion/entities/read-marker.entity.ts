import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Thread } from './thread.entity.js';

/** How far somebody has read in a thread. */
@Entity()
@Index('read_marker_of_thread', ['threadId'])
export class ReadMarker {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'read_marker_pkey' }) userId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'read_marker_pkey' }) threadId: string;
  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'read_marker_thread' })
  thread: Relation<Thread>;
  @Column('int') number: number;
  @Column('timestamptz') changedAt: Date;
}

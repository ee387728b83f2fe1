import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Thread } from './thread.entity.js';

/** What somebody wrote in a thread. */
@Entity()
@Unique('post_number', ['threadId', 'number'])
@Index('post_of_parent', ['parentId'], { where: `parent_id is not null` })
@Index('post_of_author', ['authorId', 'createdAt'])
@Index('post_words', { synchronize: false })
@Index('post_parts', { synchronize: false })
@Index('post_to_moderate', ['cohortId'], { where: `deleted_at is null and (reports > 0 or hidden_at is not null)` })
@Index('post_newest', ['cohortId', 'createdAt', 'id'])
export class Post {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_pkey' }) id: string;
  @Column('uuid') threadId: string;
  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'post_thread' })
  thread: Relation<Thread>;
  @Column('uuid') cohortId: string;
  /** Counts within its thread and never changes: read markers are numbers. */
  @Column('int') number: number;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('uuid', { nullable: true }) authorId: string | null;
  @Column('boolean', { default: false }) anonymous: boolean;
  @Column('text') body: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) editedAt: Date | null;
  @Column('timestamptz', { nullable: true }) deletedAt: Date | null;
  @Column('uuid', { nullable: true }) deletedBy: string | null;
  @Column('timestamptz', { nullable: true }) hiddenAt: Date | null;
  /** Of different people, on which nobody has decided yet. */
  @Column('int', { default: 0 }) reports: number;
  @Column('int', { default: 0 }) helpful: number;
  @Column('timestamptz', { nullable: true }) endorsedAt: Date | null;
  @Column('uuid', { nullable: true }) endorsedBy: string | null;
  /** Its author ran the cohort when it was written. */
  @Column('boolean', { default: false }) byTrainer: boolean;
  /** What it is found by, in both languages; made by Postgres. */
  @Column('tsvector', { nullable: true, select: false }) words: string | null;
}

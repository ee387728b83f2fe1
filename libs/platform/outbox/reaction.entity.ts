import type { JobName } from '@kohorte/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Fact } from './fact.entity.js';

/** One job that a fact causes, and whether it is done: the truth of which the queue is a copy. */
@Entity()
@Index('reaction_pending', ['dueAt'], { where: 'done_at is null' })
export class Reaction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reaction_pkey' }) factId: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'reaction_pkey' }) job: JobName;
  @ManyToOne(() => Fact, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'fact_id', foreignKeyConstraintName: 'reaction_fact' })
  fact: Relation<Fact>;
  /** When it is to be handed to the queue; moved on after each handing, so that a lost job comes again. */
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
  /** How often it was handed to the queue. */
  @Column('int', { default: 0 }) handed: number;
  /** What the last run failed with. */
  @Column('text', { nullable: true }) error: string | null;
}

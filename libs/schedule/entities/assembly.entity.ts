import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AssemblySettings, Proposal } from '../proposal.js';

/** A proposed schedule: asked for, worked on by a job, changed by hand, published. */
@Entity('assembly')
@Index('assembly_newest', ['createdAt', 'id'])
export class AssemblyRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assembly_pkey' }) id: string;
  @Column('uuid', { array: true }) cohortIds: string[];
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  /** By which it can be made again. */
  @Column('int') seed: number;
  @Column('jsonb') settings: AssemblySettings;
  @Column('timestamptz', { nullable: true }) begunAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  /** Asked to stop; the best so far is kept. */
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('text', { nullable: true }) problemCode: string | null;
  @Column('bigint', { default: 0 }) stepsDone: string;
  @Column('bigint', { default: 0 }) steps: string;
  @Column('int', { nullable: true }) bestCost: number | null;
  @Column('int', { nullable: true }) bestUnplaced: number | null;
  @Column('jsonb', { nullable: true }) proposal: Proposal | null;
  /** Rises with each change by hand, so that nobody changes what they have not seen. */
  @Column('int', { default: 0 }) revision: number;
}

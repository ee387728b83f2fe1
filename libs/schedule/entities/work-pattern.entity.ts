import type { Hours } from '@kohorte/rules';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Site } from './site.entity.js';

/** Where and when somebody works. Whoever has none works by the company's usual hours. */
@Entity()
@Index('work_pattern_of_site', ['siteId'])
export class WorkPattern {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'work_pattern_pkey' }) userId: string;
  @Column('uuid', { nullable: true }) siteId: string | null;
  @ManyToOne(() => Site, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'work_pattern_site' })
  site: Relation<Site> | null;
  /** On the person's own clocks; `null`: the usual hours. */
  @Column('jsonb', { nullable: true }) hours: Hours[] | null;
  /** An iCalendar address that says when the person is busy. */
  @Column('text', { nullable: true }) freeBusyUrl: string | null;
  @Column('timestamptz', { nullable: true }) freeBusyReadAt: Date | null;
  /** Why it could not be read last time. */
  @Column('text', { nullable: true }) freeBusyProblem: string | null;
}

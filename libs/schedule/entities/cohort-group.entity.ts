import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Site } from './site.entity.js';

/** People of a cohort who go through its sessions together. */
@Entity()
@Unique('cohort_group_number', ['cohortId', 'number'])
export class CohortGroup {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cohort_group_pkey' }) id: string;
  @Column('uuid') cohortId: string;
  @Column('int') number: number;
  @Column('uuid', { nullable: true }) siteId: string | null;
  @ManyToOne(() => Site, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'cohort_group_site' })
  site: Relation<Site> | null;
}

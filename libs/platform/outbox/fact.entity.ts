import type { FactName } from '@kohorte/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that has happened. Kept for good: the trail. */
@Entity()
@Index('fact_by_name', ['name'])
export class Fact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fact_pkey' }) id: string;
  @Column('text') name: FactName;
  @Column('jsonb') payload: Record<string, string>;
  @Column('timestamptz') recordedAt: Date;
  /** On whose behalf; not a foreign key, for the trail outlives people. */
  @Column('uuid', { nullable: true }) actorId: string | null;
}

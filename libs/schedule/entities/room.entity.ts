import type { Hours } from '@kohorte/rules';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Site } from './site.entity.js';

/** A room for sessions. */
@Entity()
@Unique('room_name', ['siteId', 'name'])
@Check('room_seats', `seats between 1 and 100000`)
export class Room {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'room_pkey' }) id: string;
  @Column('uuid') siteId: string;
  @ManyToOne(() => Site)
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'room_site' })
  site: Relation<Site>;
  @Column('text') name: string;
  @Column('int') seats: number;
  @Column('text', { array: true, default: '{}' }) equipment: string[];
  /** When it is open, on the clocks of its site. */
  @Column('jsonb') hours: Hours[];
  @Column('timestamptz') createdAt: Date;
  /** Not to be planned any more. */
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}

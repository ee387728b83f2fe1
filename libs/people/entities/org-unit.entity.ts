import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';

/** One unit of the company's tree. */
@Entity()
@Unique('org_unit_path', ['path'])
@Index('org_unit_below', { synchronize: false })
@Index('org_unit_of_manager', ['managerId'])
export class OrgUnit {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'org_unit_pkey' }) id: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @ManyToOne(() => OrgUnit)
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'org_unit_parent' })
  parent: Relation<OrgUnit> | null;
  @Column('text') name: string;
  /** The ids from the root to this unit, without their dashes, joined by dots. */
  @Column('ltree') path: string;
  /** Only the id, for people know their unit; the foreign key stands in the migration. */
  @Column('uuid', { nullable: true }) managerId: string | null;
}

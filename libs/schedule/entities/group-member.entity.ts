import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CohortGroup } from './cohort-group.entity.js';

/** Which group of a cohort somebody is in: one. */
@Entity()
@Index('group_member_of_group', ['groupId'])
@Index('group_member_of_user', ['userId'])
export class GroupMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'group_member_pkey' }) enrolmentId: string;
  @Column('uuid') groupId: string;
  @ManyToOne(() => CohortGroup, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'group_member_group' })
  group: Relation<CohortGroup>;
  @Column('uuid') userId: string;
}

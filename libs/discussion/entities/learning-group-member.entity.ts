import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LearningGroup } from './learning-group.entity.js';

/** A learner in a group; in one of a cohort at the most. */
@Entity()
@Index('learning_group_member_of_group', ['groupId'])
@Index('learning_group_member_of_user', ['userId'])
export class LearningGroupMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'learning_group_member_pkey' }) enrolmentId: string;
  @Column('uuid') groupId: string;
  @ManyToOne(() => LearningGroup, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'learning_group_member_group' })
  group: Relation<LearningGroup>;
  @Column('uuid') userId: string;
}

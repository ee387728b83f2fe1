import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LearningGroup } from './learning-group.entity.js';

/** A learner in a group; in one of a cohort at the most, besides those that were dissolved. */
@Entity()
@Index('learning_group_member_once', ['enrolmentId'], { unique: true, where: `left_at is null` })
@Index('learning_group_member_of_enrolment', ['enrolmentId'])
@Index('learning_group_member_of_user', ['userId'])
export class LearningGroupMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'learning_group_member_pkey' }) groupId: string;
  @ManyToOne(() => LearningGroup, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'learning_group_member_group' })
  group: Relation<LearningGroup>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'learning_group_member_pkey' }) enrolmentId: string;
  @Column('uuid') userId: string;
  /** When the group was dissolved. */
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
}

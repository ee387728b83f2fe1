import type { ThreadKind } from '@kohorte/contracts';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LearningGroup } from './learning-group.entity.js';

/** A question or a subject, with the posts below it; counts are kept by what writes posts. */
@Entity()
@Index('thread_active', ['cohortId', 'activeAt', 'id'], { where: `deleted_at is null and merged_into is null` })
@Index('thread_new', ['cohortId', 'createdAt', 'id'], { where: `deleted_at is null and merged_into is null` })
@Index('thread_helpful', ['cohortId', 'helpfulCount', 'id'], { where: `deleted_at is null and merged_into is null` })
@Index('thread_unanswered', ['cohortId', 'createdAt', 'id'], {
  where: `deleted_at is null and merged_into is null and kind = 'question' and answered_at is null`,
})
@Index('thread_pinned', ['cohortId', 'pinnedAt'], {
  where: `deleted_at is null and merged_into is null and pinned_at is not null`,
})
@Index('thread_of_item', ['itemId', 'cohortId'], { where: `item_id is not null` })
@Index('thread_of_group', ['groupId'], { where: `group_id is not null` })
@Index('thread_of_author', ['authorId'])
@Index('thread_merged_into', ['mergedInto'], { where: `merged_into is not null` })
@Index('thread_prompt', ['groupId', 'promptNumber'], { unique: true, where: `prompt_number is not null` })
@Index('thread_words', { synchronize: false })
@Index('thread_title_like', { synchronize: false })
@Index('thread_title_parts', { synchronize: false })
@Check('thread_kind', `kind in ('question', 'discussion', 'announcement', 'prompt')`)
@Check('thread_second', `at_second is null or (at_second >= 0 and item_id is not null)`)
export class Thread {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thread_pkey' }) id: string;
  @Column('uuid') cohortId: string;
  @Column('uuid', { nullable: true }) moduleId: string | null;
  @Column('uuid', { nullable: true }) itemId: string | null;
  /** Of the item’s video. */
  @Column('int', { nullable: true }) atSecond: number | null;
  @Column('uuid', { nullable: true }) groupId: string | null;
  @ManyToOne(() => LearningGroup, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'thread_group' })
  group: Relation<LearningGroup> | null;
  @Column('text') kind: ThreadKind;
  @Column('text') title: string;
  @Column('uuid', { nullable: true }) authorId: string | null;
  @Column('boolean', { default: false }) anonymous: boolean;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') activeAt: Date;
  /** That can be read. */
  @Column('int', { default: 0 }) posts: number;
  /** Of the posts in it. */
  @Column('int', { default: 0 }) newestNumber: number;
  @Column('int', { default: 0 }) sameCount: number;
  @Column('int', { default: 0 }) helpfulCount: number;
  /** First answered by somebody else than who asked. */
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('uuid', { nullable: true }) acceptedPostId: string | null;
  @Column('timestamptz', { nullable: true }) pinnedAt: Date | null;
  @Column('timestamptz', { nullable: true }) lockedAt: Date | null;
  @Column('timestamptz', { nullable: true }) deletedAt: Date | null;
  /** Its address leads there. */
  @Column('uuid', { nullable: true }) mergedInto: string | null;
  /** Which of the prompts of a learning group it is, from 1. */
  @Column('int', { nullable: true }) promptNumber: number | null;
  /** What its title is found by, in both languages; made by Postgres. */
  @Column('tsvector', { nullable: true, select: false }) words: string | null;
}

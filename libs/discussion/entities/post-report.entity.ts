import type { ReportKind } from '@kohorte/contracts';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Post } from './post.entity.js';

/** That somebody finds a post out of place. */
@Entity()
@Index('post_report_of_user', ['userId'])
@Index('post_report_open', ['postId'], { where: `decided_at is null` })
@Check('post_report_kind', `kind in ('offence', 'spam', 'off-topic', 'private', 'other')`)
export class PostReport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_report_pkey' }) postId: string;
  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'post_report_post' })
  post: Relation<Post>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_report_pkey' }) userId: string;
  @Column('text') kind: ReportKind;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz') reportedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}

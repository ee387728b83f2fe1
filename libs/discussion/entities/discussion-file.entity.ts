import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Post } from './post.entity.js';

/** A file of a post, or on its way into one. */
@Entity()
@Index('discussion_file_of_post', ['postId'])
@Index('discussion_file_open', ['createdAt'], { where: `post_id is null` })
@Index('discussion_file_of_user', ['userId', 'postId'])
@Index('discussion_file_nameless', ['namelessId'])
export class DiscussionFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'discussion_file_pkey' }) fileId: string;
  /** The stored file without names in it, itself where it holds none; `null`: no anonymous post may have it. */
  @Column('uuid', { nullable: true }) namelessId: string | null;
  @Column('uuid') cohortId: string;
  @Column('uuid', { nullable: true }) userId: string | null;
  @Column('uuid', { nullable: true }) postId: string | null;
  @ManyToOne(() => Post, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'discussion_file_post' })
  post: Relation<Post> | null;
  @Column('timestamptz') createdAt: Date;
}

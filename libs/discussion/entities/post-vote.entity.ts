import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Post } from './post.entity.js';

/** That somebody finds a post helpful. */
@Entity()
@Index('post_vote_of_user', ['userId'])
export class PostVote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_vote_pkey' }) postId: string;
  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'post_vote_post' })
  post: Relation<Post>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_vote_pkey' }) userId: string;
  @Column('timestamptz') votedAt: Date;
}

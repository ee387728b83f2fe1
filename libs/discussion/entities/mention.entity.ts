import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Post } from './post.entity.js';

/** That a post names somebody. */
@Entity()
@Index('mention_of_user', ['userId'])
export class Mention {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mention_pkey' }) postId: string;
  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'mention_post' })
  post: Relation<Post>;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mention_pkey' }) userId: string;
}

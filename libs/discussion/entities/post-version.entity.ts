import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Post } from './post.entity.js';

/** A post as it stood before it was changed. */
@Entity()
export class PostVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_version_pkey' }) postId: string;
  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'post_version_post' })
  post: Relation<Post>;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'post_version_pkey' }) number: number;
  @Column('text') body: string;
  @Column('timestamptz') writtenAt: Date;
}
